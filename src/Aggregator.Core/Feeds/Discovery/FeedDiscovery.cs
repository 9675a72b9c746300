using Aggregator.Html;

namespace Aggregator.Feeds.Discovery;

/// <summary>A feed that a page may have.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Title">What the page calls it, if anything.</param>
/// <param name="How">How it was found: <c>link tag</c>, <c>platform: WordPress</c>, <c>anchor</c>, <c>well-known path</c>.</param>
public sealed record FeedCandidate(Uri Url, string? Title, string How);

/// <summary>Finds the feeds that a web page has or is likely to have. Fetches nothing: each candidate is a promise until it has been parsed.</summary>
public static class FeedDiscovery
{
    // No page has more feeds worth asking for; each one costs a request.
    private const int MostCandidates = 40;

    /// <summary>Candidates in order of promise: what the page declares, what its platform offers, what it links to, where feeds usually are.</summary>
    public static IReadOnlyList<FeedCandidate> FindCandidates(string html, Uri pageUrl)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(pageUrl);
        using var document = HtmlParsing.ParseDocument(html.AsMemory());
        // Markup that was made to blow up a tree declares nothing worth asking for.
        if (document is null)
            return [.. WellKnownPaths.Find(pageUrl)];
        var page = new DiscoveryPage(document, pageUrl);
        return
        [
            .. LinkTags.Find(page)
                .Concat(Platforms.Find(page))
                .Concat(Anchors.Find(page))
                .Concat(WellKnownPaths.Find(pageUrl))
                .DistinctBy(c => c.Url.AbsoluteUri)
                .Take(MostCandidates),
        ];
    }
}
