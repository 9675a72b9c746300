using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Tree;

/// <summary>Tells links that lead away from a page's site from those to its other pages.</summary>
/// <param name="domain">The registrable domain of the page's site, in lower case.</param>
internal sealed class OutboundLinks(string domain)
{
    public bool IsOutbound(Element anchor)
    {
        var address = anchor.GetAttribute("href").AsSpan().Trim();
        if (address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            address = address[6..];
        else if (address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            address = address[5..];
        if (!address.StartsWith("//"))
            return false;
        address = address[2..];
        var end = address.IndexOfAny('/', '?', '#');
        var host = end < 0 ? address : address[..end];
        var isOwn = host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
        return !isOwn;
    }
}
