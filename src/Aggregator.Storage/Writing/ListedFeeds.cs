using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>The list of feeds and who may change it: the file owns its feeds, a person owns those added by hand.</summary>
internal static class ListedFeeds
{
    public static FeedSync Sync(ITables tables, IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll)
    {
        int added = 0, updated = 0, removed = 0;
        HashSet<string> listed = new(StringComparer.Ordinal);
        for (var i = 0; i < feeds.Count; i++)
        {
            var wanted = feeds[i];
            if (!listed.Add(wanted.Url))
                continue;
            var known = tables.Feeds.ByUrl(wanted.Url);
            if (known is null)
            {
                Insert(tables, wanted, firstPoll(i), byHand: false);
                added++;
            }
            else
            {
                if (known.Removed || known.Definition != wanted)
                    updated++;
                tables.Feeds.Write(known.Id, wanted, byHand: false);
            }
        }

        foreach (var feed in tables.Feeds.FromFile())
        {
            if (listed.Contains(feed.Definition.Url))
                continue;
            Remove(tables, feed.Id);
            removed++;
        }

        FeedMerge.Run(tables);
        return new FeedSync(added, updated, removed);
    }

    public static Feed Add(ITables tables, FeedDefinition definition, DateTimeOffset firstPoll)
    {
        var known = tables.Feeds.ByUrl(definition.Url);
        if (known is { Removed: false })
            return known;
        var id = known?.Id ?? Insert(tables, definition, firstPoll, byHand: true);
        if (known is not null)
            tables.Feeds.Write(id, definition, byHand: true);
        FeedMerge.Run(tables);
        return tables.Feeds.ById(id)!;
    }

    /// <exception cref="InvalidOperationException">Another feed has the new address.</exception>
    public static Feed? Update(ITables tables, long id, FeedDefinition definition)
    {
        var known = tables.Feeds.ById(id);
        if (known is null)
            return null;
        if (tables.Feeds.ByUrl(definition.Url) is { } other && other.Id != id)
            throw new InvalidOperationException($"Feed {other.Id} has the address {definition.Url} already.");
        if (known.Definition.Url != definition.Url)
            tables.Feeds.Move(id, definition.Url);
        tables.Feeds.Write(id, definition, byHand: null);
        FeedMerge.Run(tables);
        return tables.Feeds.ById(id);
    }

    public static bool Remove(ITables tables, long id)
    {
        var removed = tables.Feeds.Remove(id);
        tables.Feeds.Release();
        return removed;
    }

    private static long Insert(ITables tables, FeedDefinition definition, DateTimeOffset firstPoll, bool byHand)
    {
        var id = tables.Feeds.Insert(definition.Url, firstPoll, byHand);
        tables.Feeds.Write(id, definition, byHand: null);
        return id;
    }
}
