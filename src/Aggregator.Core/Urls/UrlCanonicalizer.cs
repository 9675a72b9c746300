namespace Aggregator.Urls;

/// <summary>What all addresses of one article share.</summary>
/// <param name="Key">Host, path and meaningful parameters in normal form, without the scheme: <c>example.com/news/a-b-c?page=2</c>.</param>
/// <param name="Applied">What was dropped or rewritten on the way, readable: <c>tracking parameter utm_source</c>.</param>
public sealed record CanonicalUrl(string Key, IReadOnlyList<string> Applied);

/// <summary>
/// Brings an address into the form that is equal for all addresses of one article and for no two articles: the safe rewrites of
/// RFC 3986 section 6.2 and of the WHATWG URL standard, then the web's habits (http and https, <c>www.</c>, AMP and mobile variants,
/// tracking parameters, redirect wrappers), which are data in <c>url-rules.txt</c>.
/// The case of the path, page numbers and encoded delimiters (<c>%2F</c>, <c>%26</c>) always tell addresses apart.
/// </summary>
public static class UrlCanonicalizer
{
    /// <summary>A wrapper may wrap a wrapper (a mail link around a search result around an AMP page); more than this is an attack.</summary>
    private const int MaxUnwrapping = 4;

    /// <summary>The canonical form, or null when <paramref name="url"/> is no absolute http or https address.</summary>
    public static CanonicalUrl? Canonicalize(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var applied = new List<string>();
        var parts = UrlParts.Parse(url);
        for (var i = 0; parts is not null && i < MaxUnwrapping; i++)
        {
            if (Wrappers.Unwrap(parts) is not { } inner || UrlParts.Parse(inner) is not { } unwrapped)
                break;
            applied.Add($"wrapper {parts.Host}");
            parts = unwrapped;
        }

        if (parts is null)
            return null;
        var host = HostVariants.Normalize(parts.Host, applied);
        var path = PathVariants.Normalize(parts.Path, applied);
        var query = QueryFilter.Normalize(parts.Query, path, applied);
        var route = Route(parts.Fragment, applied);
        var key = string.Concat(host, parts.Port is null ? "" : ":" + parts.Port, path == "/" && query.Length + route.Length == 0 ? "" : path, query) + route;
        return new CanonicalUrl(key, applied);
    }

    /// <summary>A fragment is part of the address only where a script routes by it (<c>#!/story</c>, <c>#/story</c>).</summary>
    private static string Route(string fragment, List<string> applied)
    {
        var directive = fragment.IndexOf(":~:", StringComparison.Ordinal);
        if (directive >= 0)
            fragment = fragment[..directive];
        if (fragment.StartsWith("!/", StringComparison.Ordinal) || (fragment.StartsWith('/') && fragment.Length > 1))
            return "#" + PercentEncoding.Normalize(fragment, PercentEncoding.Fragment);
        if (fragment.Length > 0)
            applied.Add("fragment");
        return "";
    }
}
