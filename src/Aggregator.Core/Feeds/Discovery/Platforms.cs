namespace Aggregator.Feeds.Discovery;

/// <summary>Where common publishing platforms put the feed of a page, told by the page's host, address or generator.</summary>
internal static class Platforms
{
    public static IEnumerable<FeedCandidate> Find(DiscoveryPage page)
    {
        var host = page.Url.Host.ToLowerInvariant();
        var segments = page.Url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Addresses(page, host, segments).Select(a => new FeedCandidate(new Uri(page.Url, a.Address), null, "platform: " + a.Platform));
    }

    private static IEnumerable<(string Address, string Platform)> Addresses(DiscoveryPage page, string host, string[] segments)
    {
        if (IsHost(host, "youtube.com"))
            return YouTube(page, segments);
        if (host is "github.com" or "www.github.com")
            return GitHub(segments);
        if (IsHost(host, "reddit.com"))
            return [(page.Url.AbsolutePath.TrimEnd('/') + "/.rss", "Reddit")];
        if (IsHost(host, "medium.com"))
            return Medium(host, segments);
        if (IsHost(host, "substack.com") || page.LoadsFrom("substackcdn.com"))
            return [("/feed", "Substack")];
        if (host.Contains(".blogspot.", StringComparison.Ordinal) || IsMadeWith(page, "blogger"))
            return [("/feeds/posts/default", "Blogger"), ("/feeds/posts/default?alt=rss", "Blogger")];
        if (IsMadeWith(page, "mastodon") || (segments is [['@', ..]] && page.Elements.Any(element => element.Id is "mastodon" or "initial-state")))
            return segments is [['@', ..], ..] ? [($"/{segments[0]}.rss", "Mastodon")] : [];
        if (IsMadeWith(page, "wordpress") || page.Links.Any(link => link.GetAttribute("rel") == "https://api.w.org/") || page.LoadsFrom("/wp-content/"))
            return WordPress(page, segments);
        if (IsHost(host, "tumblr.com"))
            return [("/rss", "Tumblr")];
        return IsMadeWith(page, "ghost") ? [("/rss/", "Ghost")] : [];
    }

    private static IEnumerable<(string, string)> YouTube(DiscoveryPage page, string[] segments)
    {
        const string feeds = "https://www.youtube.com/feeds/videos.xml?";
        var list = page.Url.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith("list=", StringComparison.Ordinal));
        if (list is not null)
            return [(feeds + "playlist_id=" + list["list=".Length..], "YouTube")];
        var channel = segments is ["channel", var id, ..] ? id : ChannelOf(page);
        return channel is null ? [] : [(feeds + "channel_id=" + channel, "YouTube")];
    }

    // A page under a handle names the channel in its metadata.
    private static string? ChannelOf(DiscoveryPage page)
    {
        if (page.Named("meta")
            .FirstOrDefault(meta => meta.GetAttribute("itemprop") is "identifier" or "channelId")
            ?.GetAttribute("content") is { Length: > 0 } id)
        {
            return id;
        }

        var canonical = page.Links.FirstOrDefault(link => link.GetAttribute("rel") == "canonical")?.GetAttribute("href") ?? "";
        var at = canonical.IndexOf("/channel/", StringComparison.Ordinal);
        return at < 0 ? null : canonical[(at + "/channel/".Length)..].Split('/', '?')[0];
    }

    private static IEnumerable<(string, string)> GitHub(string[] segments) => segments switch
    {
        [var owner, var repository, ..] =>
            [($"/{owner}/{repository}/releases.atom", "GitHub"), ($"/{owner}/{repository}/commits.atom", "GitHub"),
                ($"/{owner}/{repository}/tags.atom", "GitHub")],
        [var owner] => [($"/{owner}.atom", "GitHub")],
        _ => [],
    };

    // medium.com/@name and medium.com/publication have their feed below /feed; a publication on its own name has it there too.
    private static IEnumerable<(string, string)> Medium(string host, string[] segments) =>
        host is "medium.com" or "www.medium.com"
            ? segments.Length > 0 ? [("/feed/" + segments[0], "Medium")] : []
            : [("/feed", "Medium")];

    // Each archive page of WordPress (category, tag, author) has a feed below its own address.
    private static IEnumerable<(string, string)> WordPress(DiscoveryPage page, string[] segments)
    {
        if (segments is ["category" or "tag" or "author", _, ..])
            yield return (page.Url.AbsolutePath.TrimEnd('/') + "/feed/", "WordPress");
        yield return ("/feed/", "WordPress");
    }

    private static bool IsHost(string host, string domain) => host == domain || host.EndsWith("." + domain, StringComparison.Ordinal);

    private static bool IsMadeWith(DiscoveryPage page, string platform) => page.Generator.Contains(platform, StringComparison.OrdinalIgnoreCase);
}
