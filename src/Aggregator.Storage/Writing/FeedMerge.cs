namespace Aggregator.Writing;

/// <summary>
/// Two listed feeds that proved to be one, because a permanent redirect leads from one to the other. The target is polled for both. The feed that
/// moved keeps its row and its sightings, so that filters by feed and category find what they found; the target gets copies of them, so that it knows
/// every entry.
/// </summary>
internal static class FeedMerge
{
    public static void Merge(ITables tables, long from, long into)
    {
        tables.Sightings.Copy(from, into);
        tables.Feeds.Redirect(from, into);
    }

    /// <summary>Merges listed feeds that are polled at the address of another one: the other was added later.</summary>
    public static void Run(ITables tables)
    {
        foreach ((var from, var into) in tables.Feeds.Moved())
            Merge(tables, from, into);
        tables.Feeds.Release();
    }
}
