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
        var ids = new DocumentOrder(commit.Entries);
        foreach (var entry in commit.Entries)
        {
            switch (Write(session, commit, entry, ids))
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

    private EntryFate Write(Session session, PollCommit commit, IdentifiedEntry entry, DocumentOrder ids)
    {
        var (key, known) = Find(session, commit.FeedId, ref entry);
        if (known is not null)
            return !IsUnchanged(known, entry) && Reviser.Revise(session, commit, entry, key, known) ? EntryFate.Revised : EntryFate.Known;
        if (entry.OwnKey is { } own && ArticleOf(session, own) is { } same)
            return Join(session, commit, entry, key, same, mayRevise: false);
        if (ArticleOf(session, entry.AddressKey ?? entry.ArticleKey) is { } there)
        {
            if (entry.OwnKey is null)
                return Join(session, commit, entry, key, there, mayRevise: false);
            var verdict = KnownItems.Judge(session, commit, entry, there);
            if (verdict.Same)
                return Join(session, commit, entry.With($"that article, since {verdict.Reason}"), key, there, mayRevise: true);
            entry = entry.With($"not article {there} at this address, since {verdict.Reason}") with { ArticleKey = entry.OwnKey };
        }

        var id = ArticleTable.Insert(session, dictionaries, ids.Next(session, entry), entry, commit.FeedId, commit.Now);
        Sightings.InsertFirst(session, commit, entry, key, id);
        DecisionTable.AppendFirst(session, id, entry.Identity);
        return EntryFate.Born;
    }

    /// <summary>
    /// The first of the entry's keys that the feed has not used for another article, and what it has used it for. An entry that was found by one of the
    /// later keys goes on under it.
    /// </summary>
    private static (long Key, KnownSighting? Known) Find(Session session, long feedId, ref IdentifiedEntry entry)
    {
        var key = Keys.Hash(entry.EntryKey);
        var known = Sightings.Find(session, feedId, key);
        foreach (var later in entry.LaterKeys)
        {
            if (known is null || IsUnchanged(known, entry) || KnownItems.KeepsMeaning(session, entry, known.ArticleId))
                break;
            entry = entry.With($"entry: not by {entry.EntryKey}, which meant another article before") with { EntryKey = later, Id = null };
            key = Keys.Hash(later);
            known = Sightings.Find(session, feedId, key);
        }
        return (key, known);
    }

    /// <summary>One more sighting.</summary>
    /// <param name="mayRevise">The entry was held against the article: where its feed brought that in an earlier poll, what it says now counts.</param>
    private static EntryFate Join(Session session, PollCommit commit, IdentifiedEntry entry, long key, long articleId, bool mayRevise)
    {
        const string leading = "SELECT 1 FROM sightings WHERE article_id = $1 AND feed_id = $2 AND first = 1 AND seen < $3";
        var leads = mayRevise && session.Number(leading, articleId, commit.FeedId, Columns.Ms(commit.Now)) is not null;
        Sightings.Join(session, commit, entry, key, articleId, leads);
        return leads && Reviser.Revise(session, commit, entry, key, new KnownSighting(articleId, [], First: true, Title: null))
            ? EntryFate.Revised
            : EntryFate.Known;
    }

    private static bool IsUnchanged(KnownSighting known, IdentifiedEntry entry) => known.ContentHash.AsSpan().SequenceEqual(Keys.Content(entry.ContentHash));

    private static long? ArticleOf(Session session, string key) => session.Number("SELECT article_id FROM article_keys WHERE hash = $1", Keys.Hash(key));

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
