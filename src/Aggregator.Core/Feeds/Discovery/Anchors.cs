using Aggregator.Html.Dom;

namespace Aggregator.Feeds.Discovery;

/// <summary>Links in the page's text that lead to a feed by their address or their words.</summary>
internal static class Anchors
{
    // A page that lists feeds by topic may list hundreds; the first ones are the general ones.
    private const int Most = 15;

    public static IEnumerable<FeedCandidate> Find(DiscoveryPage page) =>
        page.Named("a")
            .Where(anchor => anchor.HasAttribute("href"))
            .Select(anchor => (Anchor: anchor, Url: page.Resolve(anchor.GetAttribute("href")), Words: Words(anchor)))
            .Where(found => found.Url is not null
                && !IsPageItself(found.Url, page.Url)
                && (FeedAddresses.LooksLikeFeed(found.Url.PathAndQuery) || SaysFeed(found.Words)))
            // The site's own feeds first, and what looks like a feed before what is only called one.
            .OrderByDescending(found => found.Url!.Host == page.Url.Host)
            .ThenByDescending(found => FeedAddresses.LooksLikeFeed(found.Url!.PathAndQuery))
            .Take(Most)
            .Select(found => new FeedCandidate(found.Url!, found.Words.Length == 0 ? null : found.Words, "anchor"));

    private static bool IsPageItself(Uri url, Uri page) => url.GetLeftPart(UriPartial.Query) == page.GetLeftPart(UriPartial.Query);

    private static string Words(Element anchor) =>
        (anchor.TextContent.Trim() is { Length: > 0 } text ? text : anchor.GetAttribute("title") ?? anchor.GetAttribute("aria-label") ?? "").Trim();

    private static bool SaysFeed(string words) =>
        words.ToLowerInvariant() is "rss" or "atom" or "rss feed" or "atom feed" or "rss feeds" or "feed" or "xml" or "rss-feed" or "subscribe via rss"
            or "json feed" or "rss 2.0";
}
