namespace Aggregator.Feeds.Discovery;

/// <summary>What the addresses of feeds look like.</summary>
internal static class FeedAddresses
{
    /// <summary>Whether an address names a feed by its file name, its last folder or its query.</summary>
    public static bool LooksLikeFeed(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/').ToLowerInvariant();
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name is "feed" or "rss" or "atom" or "feeds" or "rss2" or "feed.json" or "index.rdf" or "feed.xml" or "rss.xml" or "atom.xml" or "index.xml")
            return true;
        if (name.EndsWith(".rss", StringComparison.Ordinal)
            || name.EndsWith(".atom", StringComparison.Ordinal)
            || name.EndsWith(".rdf", StringComparison.Ordinal))
        {
            return true;
        }

        if (path.EndsWith("/feeds/posts/default", StringComparison.Ordinal)
            || address.Contains("feed=rss", StringComparison.OrdinalIgnoreCase)
            || address.Contains("feed=atom", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return name.EndsWith(".xml", StringComparison.Ordinal)
            && (path.Contains("feed", StringComparison.Ordinal)
                || path.Contains("rss", StringComparison.Ordinal)
                || path.Contains("atom", StringComparison.Ordinal));
    }
}
