namespace Aggregator.Polling;

/// <summary>
/// Servers whose validators miss posts: WordPress dates its feed by the newest edit of a public post, so a post that was scheduled, and comes out after its
/// hour or after the edit of another, hides behind a 304. Such feeds are read in full once a day.
/// </summary>
internal static class LatePosts
{
    /// <summary>The platform, by what it calls itself in the feed, and its descendant.</summary>
    private static readonly string[] Platforms = ["wordpress", "classicpress"];

    public static bool AreHiddenBy(string? generator) =>
        generator is not null && Array.Exists(Platforms, name => generator.Contains(name, StringComparison.OrdinalIgnoreCase));
}
