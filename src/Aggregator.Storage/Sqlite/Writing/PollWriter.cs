using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>Commits a poll: the feed's state, its history, and what each entry turned out to be.</summary>
internal sealed class PollWriter(Dictionaries dictionaries)
{
    private const int HistoryKept = 50;

    public PollOutcome Commit(Session session, PollCommit commit)
    {
        if (!commit.Sent)
        {
            session.Execute("UPDATE feeds SET next_poll_at = $2, next_poll_reason = $3 WHERE id = $1", commit.FeedId, Columns.Ms(commit.State.NextPollAt),
                commit.State.NextPollReason);
            return new PollOutcome(0, 0);
        }

        int born = 0, changed = 0;
        foreach (var entry in commit.Entries)
        {
            switch (Write(session, commit, entry))
            {
                case EntryFate.Born:
                    born++;
                    break;
                case EntryFate.Revised:
                    changed++;
                    break;
            }
        }

        var into = commit.NewUrl is { } moved ? FeedMerge.PolledAt(session, moved, commit.FeedId) : null;
        PollOutcome outcome = new(born, changed, into);
        WriteState(session, commit, outcome);
        if (into is { } other)
            FeedMerge.Merge(session, commit.FeedId, other);
        return outcome;
    }

    private EntryFate Write(Session session, PollCommit commit, IdentifiedEntry entry)
    {
        var key = Keys.Hash(entry.EntryKey);
        if (Sightings.Find(session, commit.FeedId, key) is { } known)
        {
            return known.ContentHash.AsSpan().SequenceEqual(Keys.Content(entry.ContentHash))
                ? EntryFate.Known
                : Reviser.Revise(session, commit, entry, key, known) ? EntryFate.Revised : EntryFate.Known;
        }

        if (session.Number("SELECT article_id FROM article_keys WHERE hash = $1", Keys.Hash(entry.ArticleKey)) is { } article)
        {
            Sightings.Join(session, commit, entry, key, article);
            return EntryFate.Known;
        }

        var id = ArticleTable.Insert(session, dictionaries, entry, commit.FeedId, commit.Now);
        Sightings.InsertFirst(session, commit, entry, key, id);
        DecisionTable.AppendFirst(session, id, entry.Identity);
        return EntryFate.Born;
    }

    // An unchanged poll writes two small rows: the feed's and one of its history.
    private static void WriteState(Session session, PollCommit commit, PollOutcome outcome)
    {
        session.Execute(FeedRows.UpdateState, FeedRows.StateArguments(commit.FeedId, commit.State, commit.NewUrl));
        var f = commit.Fetch;
        session.Execute(
            $"""
            INSERT OR REPLACE INTO fetches (feed_id, place, at, fate, status, conditional, bytes_on_wire, bytes_decoded, milliseconds, entries, new,
                changed, error, next_poll_at, next_poll_reason, validators_changed)
            SELECT id, (polls - 1) % {HistoryKept}, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM feeds WHERE id = $1
            """,
            commit.FeedId, Columns.Ms(f.At), (long)f.Fate, f.Status, f.Conditional, f.BytesOnWire, f.BytesDecoded, f.Milliseconds,
            f.Entries, outcome.New, outcome.Changed, f.Error, Columns.Ms(f.NextPollAt), f.NextPollReason, f.ValidatorsChanged);
    }

    private enum EntryFate
    {
        Known,
        Born,
        Revised,
    }
}
