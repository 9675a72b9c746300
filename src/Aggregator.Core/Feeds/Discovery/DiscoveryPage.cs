using AngleSharp.Html.Dom;

namespace Aggregator.Feeds.Discovery;

/// <summary>A page whose feeds are sought: its tree, its address, and the base of its links.</summary>
internal sealed class DiscoveryPage
{
    private readonly Uri _base;

    public DiscoveryPage(IHtmlDocument document, Uri url)
    {
        Document = document;
        Url = url;
        _base = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href && Uri.TryCreate(url, href, out var given) && given.IsAbsoluteUri ? given : url;
        Generator = document.QuerySelector("meta[name=generator i]")?.GetAttribute("content") ?? "";
    }

    public IHtmlDocument Document { get; }

    public Uri Url { get; }

    /// <summary>What the page says that it was made with; empty when it does not.</summary>
    public string Generator { get; }

    /// <summary>An absolute web address, null for anything else. The <c>feed:</c> scheme, which some pages put before the address, is taken off.</summary>
    public Uri? Resolve(string? href)
    {
        if (string.IsNullOrWhiteSpace(href))
            return null;
        var address = href.Trim();
        if (address.StartsWith("feed://", StringComparison.OrdinalIgnoreCase))
            address = "https://" + address["feed://".Length..];
        else if (address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            address = address["feed:".Length..];
        return Uri.TryCreate(_base, address, out var url) && url.Scheme is "http" or "https" ? WithoutFragment(url) : null;
    }

    private static Uri WithoutFragment(Uri url) => url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query));
}
