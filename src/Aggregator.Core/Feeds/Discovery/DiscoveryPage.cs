using Aggregator.Html.Dom;

namespace Aggregator.Feeds.Discovery;

/// <summary>A page whose feeds are sought: its tree, its address, and the base of its links.</summary>
internal sealed class DiscoveryPage
{
    private readonly Uri _base;

    public DiscoveryPage(Document document, Uri url)
    {
        Url = url;
        Elements = [.. document.Elements()];
        Links = [.. Named("link").Where(link => link.HasAttribute("href"))];
        var declared = Named("base").FirstOrDefault(element => element.HasAttribute("href"))?.GetAttribute("href");
        _base = declared is not null && Uri.TryCreate(url, declared, out var given) && given.IsAbsoluteUri ? given : url;
        var generator = Named("meta").FirstOrDefault(meta => "generator".Equals(meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase));
        Generator = generator?.GetAttribute("content") ?? "";
    }

    /// <summary>In document order.</summary>
    public IReadOnlyList<Element> Elements { get; }

    /// <summary>The <c>link</c> elements that lead somewhere.</summary>
    public IReadOnlyList<Element> Links { get; }

    public Uri Url { get; }

    /// <summary>What the page says that it was made with; empty when it does not.</summary>
    public string Generator { get; }

    public IEnumerable<Element> Named(string name) => Elements.Where(element => element.LocalName == name);

    /// <summary>Says whether the page loads something from an address that holds <paramref name="part"/>, by a link or a script.</summary>
    public bool LoadsFrom(string part) =>
        Links.Any(link => Holds(link.GetAttribute("href"), part)) || Named("script").Any(script => Holds(script.GetAttribute("src"), part));

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

    private static bool Holds(string? address, string part) => address?.Contains(part, StringComparison.Ordinal) == true;

    private static Uri WithoutFragment(Uri url) => url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query));
}
