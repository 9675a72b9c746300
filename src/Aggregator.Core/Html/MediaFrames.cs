using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>
/// Frames in which a page shows a video or plays a sound. The frame itself runs a stranger's code and is refused; its address need not be, and a post that
/// is nothing but a video would else be empty.
/// </summary>
internal static class MediaFrames
{
    private static readonly string[] AddressAttributes = ["src", "data-src", "data-lazy-src", "data-cmp-src", "data-original", "data", "data-url"];

    /// <summary>Parts of the addresses of players; frames of advertisements, counters and buttons have none of them.</summary>
    private static readonly string[] Players = ["embed", "player", "video", "/v/", "/watch", "podcast", "plugins/video"];

    private static readonly string[] NoPlayers =
    [
        "doubleclick", "googlesyndication", "googletagmanager", "adservice", "/ads/", "recaptcha", "plugins/like", "plugins/share", "comments", "disqus",
        "widget",
    ];

    /// <summary>Whether the element may be such a frame.</summary>
    public static bool IsFrame(string localName) =>
        localName is "iframe" or "embed" or "object" or "amp-iframe" or "amp-youtube" or "lite-youtube" or "youtube-video" or "amp-vimeo" or "lite-vimeo"
            or "amp-dailymotion";

    /// <summary>The address and the name of what the frame plays; null for any other frame.</summary>
    public static (string Address, string Name)? Of(Element frame, Uri? baseUrl)
    {
        if (AddressOf(frame) is not { } given || SafeUrl.Web(given, baseUrl) is not { } address)
            return null;
        var isPlayer = Holds(address, Players) || frame.HasAttribute("allowfullscreen");
        if (!isPlayer || Holds(address, NoPlayers) || IsDot(frame))
            return null;
        var page = Uri.TryCreate(address, UriKind.Absolute, out var player) ? PageOf(player) : address;
        var name = VisibleText.Collapse(frame.GetAttribute("title") ?? frame.GetAttribute("aria-label") ?? frame.GetAttribute("playlabel"));
        return (page, name.Length > 0 ? name : WithoutScheme(page));
    }

    private static string? AddressOf(Element frame)
    {
        switch (frame.LocalName)
        {
            case "amp-youtube" or "lite-youtube" or "youtube-video":
                return Id(frame) is { } video ? $"https://www.youtube.com/embed/{video}" : null;
            case "amp-vimeo" or "lite-vimeo":
                return Id(frame) is { } film ? $"https://player.vimeo.com/video/{film}" : null;
            case "amp-dailymotion":
                return Id(frame) is { } clip ? $"https://www.dailymotion.com/embed/video/{clip}" : null;
        }

        foreach (var name in AddressAttributes)
        {
            if (frame.GetAttribute(name) is { Length: > 0 } address && !address.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
                && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                return address;
            }
        }

        return frame.LocalName == "object" && frame.Elements().FirstOrDefault(inner => inner.LocalName is "embed" or "iframe") is { } within
            ? AddressOf(within)
            : null;
    }

    private static string? Id(Element frame)
    {
        var id = frame.GetAttribute("data-videoid") ?? frame.GetAttribute("videoid") ?? frame.GetAttribute("video-id");
        return id is { Length: > 0 and < 40 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : null;
    }

    /// <summary>The page of a film whose player is known; else the player's own address.</summary>
    private static string PageOf(Uri player)
    {
        var host = player.Host.StartsWith("www.", StringComparison.Ordinal) ? player.Host[4..] : player.Host;
        var parts = player.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (host, parts) switch
        {
            ("youtube.com" or "youtube-nocookie.com" or "m.youtube.com", ["embed", "videoseries", ..]) when Parameter(player, "list") is { } list =>
                $"https://www.youtube.com/playlist?list={list}",
            ("youtube.com" or "youtube-nocookie.com" or "m.youtube.com", ["embed" or "v" or "shorts" or "live", var id, ..]) =>
                $"https://www.youtube.com/watch?v={id.Split('&')[0]}{(Parameter(player, "start") is { } start ? $"&t={start}s" : "")}",
            ("player.vimeo.com", ["video", var id, ..]) => $"https://vimeo.com/{id}{(Parameter(player, "h") is { } hash ? $"/{hash}" : "")}",
            ("dailymotion.com", ["embed", "video", var id, ..]) => $"https://www.dailymotion.com/video/{id}",
            _ => player.AbsoluteUri,
        };
    }

    private static string? Parameter(Uri address, string name)
    {
        foreach (var pair in address.Query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith(name + "=", StringComparison.Ordinal))
                return pair[(name.Length + 1)..];
        }

        return null;
    }

    // A frame of a pixel counts visitors.
    private static bool IsDot(Element frame) => frame.GetAttribute("width") is "0" or "1" || frame.GetAttribute("height") is "0" or "1";

    private static bool Holds(string address, string[] marks)
    {
        foreach (var mark in marks)
        {
            if (address.Contains(mark, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static string WithoutScheme(string address) =>
        address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var slashes ? address[(slashes + 2)..] : address;
}
