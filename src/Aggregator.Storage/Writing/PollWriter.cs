using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>Commits a poll: the feed's state, its history, and what each entry turned out to be.</summary>
internal static class PollWriter
{
    public static PollOutcome Commit(ITables tables, PollCommit commit)
    {
        if (!commit.Sent)
        {
            tables.Feeds.PutOff(commit.FeedId, commit.State.NextPollAt, commit.State.NextPollReason);
            return new PollOutcome(0, 0);
        }

        int born = 0, changed = 0;
        DocumentOrder ids = new(commit.Entries);
        foreach (var entry in commit.Entries)
        {
            switch (Write(tables, commit, entry, ids))
            {
                case EntryFate.Born:
                    born++;
                    break;
                case EntryFate.Revised:
                    changed++;
                    break;
            }
        }

        var into = commit.NewUrl is { } moved ? tables.Feeds.PolledAt(moved, commit.FeedId) : null;
        PollOutcome outcome = new(born, changed, into);
        tables.Feeds.WriteState(commit, outcome);
        if (into is { } other)
            FeedMerge.Merge(tables, commit.FeedId, other);
        return outcome;
    }

    private static EntryFate Write(ITables tables, PollCommit commit, IdentifiedEntry entry, DocumentOrder ids)
    {
        var (key, known) = Find(tables, commit.FeedId, ref entry);
        if (known is not null)
            return !IsUnchanged(known, entry) && Reviser.Revise(tables, commit, entry, key, known) ? EntryFate.Revised : EntryFate.Known;
        if (entry.OwnKey is { } own && ArticleOf(tables, own) is { } same)
            return Join(tables, commit, entry, key, same, mayRevise: false);
        if (ArticleOf(tables, entry.AddressKey ?? entry.ArticleKey) is { } there)
        {
            if (entry.OwnKey is null)
                return Join(tables, commit, entry, key, there, mayRevise: false);
            var verdict = KnownItems.Judge(tables, commit, entry, there);
            if (verdict.Same)
                return Join(tables, commit, entry.With($"that article, since {verdict.Reason}"), key, there, mayRevise: true);
            entry = entry.With($"not article {there} at this address, since {verdict.Reason}") with { ArticleKey = entry.OwnKey };
        }

        var id = ids.Next(tables.Articles, entry);
        tables.Articles.Insert(id, entry, commit.FeedId, commit.Now);
        tables.Sightings.Insert(NamedEntry.Of(commit, entry, key, id, first: true, link: null, title: null));
        tables.Decisions.Append(id, entry.Identity);
        return EntryFate.Born;
    }

    /// <summary>
    /// The first of the entry's keys that the feed has not used for another article, and what it has used it for. An entry that was found by one of the
    /// later keys goes on under it.
    /// </summary>
    private static (long Key, KnownSighting? Known) Find(ITables tables, long feedId, ref IdentifiedEntry entry)
    {
        var key = Keys.Hash(entry.EntryKey);
        var known = tables.Sightings.Find(feedId, key);
        foreach (var later in entry.LaterKeys)
        {
            if (known is null || IsUnchanged(known, entry) || KnownItems.KeepsMeaning(tables, entry, known.ArticleId))
                break;
            entry = entry.With($"entry: not by {entry.EntryKey}, which meant another article before") with { EntryKey = later, Id = null };
            key = Keys.Hash(later);
            known = tables.Sightings.Find(feedId, key);
        }
        return (key, known);
    }

    /// <summary>One more sighting.</summary>
    /// <param name="mayRevise">The entry was held against the article: where its feed brought that in an earlier poll, what it says now counts.</param>
    private static EntryFate Join(ITables tables, PollCommit commit, IdentifiedEntry entry, long key, long articleId, bool mayRevise)
    {
        var leads = mayRevise && tables.Sightings.Leads(articleId, commit.FeedId, commit.Now);
        NamedEntry.Join(tables, commit, entry, key, articleId, leads);
        return leads && Reviser.Revise(tables, commit, entry, key, new KnownSighting(articleId, [], First: true, Title: null))
            ? EntryFate.Revised
            : EntryFate.Known;
    }

    private static bool IsUnchanged(KnownSighting known, IdentifiedEntry entry) => known.ContentHash.AsSpan().SequenceEqual(Keys.Content(entry.ContentHash));

    private static long? ArticleOf(ITables tables, string key) => tables.Articles.ByKey(Keys.Hash(key));

    private enum EntryFate
    {
        Known,
        Born,
        Revised,
    }
}
