namespace Aggregator.Feeds.Discovery;

/// <summary>Where feeds usually are, under the page's own folder and under the site's root.</summary>
internal static class WellKnownPaths
{
    // In the order of how many publishing systems use each: WordPress and its like, static site generators, hand-made sites, Blogger, JSON Feed.
    private static readonly string[] Names =
        ["feed", "feed.xml", "rss.xml", "rss", "atom.xml", "index.xml", "feed.atom", "index.rdf", "feeds/posts/default", "feed.json", "?feed=rss2"];

    public static IEnumerable<FeedCandidate> Find(Uri page)
    {
        var root = new Uri(page.GetLeftPart(UriPartial.Authority) + "/");
        var section = Section(page);
        var folders = section is null ? [root] : new[] { new Uri(root, section), root };
        return folders.SelectMany(folder => Names.Select(name => new FeedCandidate(new Uri(folder, name), null, "well-known path")));
    }

    // "/blog/2024/post.html" belongs to the section "/blog/", where a blog beside a shop has its feed.
    private static string? Section(Uri page)
    {
        var segments = page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Length > 0 && !segments[0].Contains('.', StringComparison.Ordinal) ? $"/{segments[0]}/" : null;
    }
}
