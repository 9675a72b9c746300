using Aggregator.Html.Dom;

namespace Aggregator.Feeds.Discovery;

/// <summary>Feeds that the page declares in <c>link</c> elements (HTML, "alternate" with a feed's type; or the relation "feed").</summary>
internal static class LinkTags
{
    public static IEnumerable<FeedCandidate> Find(DiscoveryPage page) =>
        page.Links
            .Where(IsFeed)
            .Select(link => (Link: link, Url: page.Resolve(link.GetAttribute("href"))))
            .Where(found => found.Url is not null)
            .Select(found => new FeedCandidate(found.Url!, Title(found.Link), "link tag"))
            // Feeds of comments are declared as often as the feed itself and are hardly ever what is wanted.
            .OrderBy(IsOfComments);

    private static bool IsFeed(Element link)
    {
        var relations = (link.GetAttribute("rel") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (relations.Contains("feed", StringComparer.OrdinalIgnoreCase))
            return true;
        if (!relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) || relations.Contains("stylesheet", StringComparer.OrdinalIgnoreCase))
            return false;
        var type = (link.GetAttribute("type") ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return type switch
        {
            "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml" or "application/rss" or "application/atom"
                or "text/rss" => true,
            // Types that other things have too: an oEmbed or an API answer is no feed.
            "application/json" or "application/xml" or "text/xml" => FeedAddresses.LooksLikeFeed(link.GetAttribute("href")!),
            _ => false,
        };
    }

    private static string? Title(Element link) => link.GetAttribute("title")?.Trim() is { Length: > 0 } title ? title : null;

    private static bool IsOfComments(FeedCandidate candidate) =>
        candidate.Url.AbsolutePath.Contains("comment", StringComparison.OrdinalIgnoreCase)
            || candidate.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true;
}
