namespace Aggregator.Urls;

/// <summary>Addresses that carry another address: AMP caches and the redirectors of search engines, social networks and mailers.</summary>
internal static class Wrappers
{
    /// <summary>The address inside, or null when <paramref name="url"/> is no known wrapper.</summary>
    public static string? Unwrap(UrlParts url) => AmpCache(url) ?? Redirector(url);

    /// <summary>AMP cache URL format: <c>/c/s/host/path</c> with <c>s</c> for https; the letter before it is the kind of document.</summary>
    private static string? AmpCache(UrlParts url)
    {
        string inner;
        if (url.Host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal)
            || url.Host is "cdn.ampproject.org"
            || url.Host.EndsWith(".bing-amp.com", StringComparison.Ordinal))
        {
            inner = url.Path.Length > 3 && url.Path[2] == '/' ? url.Path[3..] : "";
        }
        else if (url.Path.StartsWith("/amp/", StringComparison.Ordinal)
            && (url.Host.StartsWith("www.google.", StringComparison.Ordinal) || url.Host == "google.com"))
        {
            inner = url.Path[5..];
        }
        else
        {
            return null;
        }

        inner = inner.StartsWith("s/", StringComparison.Ordinal) ? inner[2..] : inner;
        var slash = inner.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? inner : inner[..slash];
        return host.Contains('.', StringComparison.Ordinal) ? $"https://{inner}{(url.Query.Length > 0 ? "?" + url.Query : "")}" : null;
    }

    private static string? Redirector(UrlParts url)
    {
        foreach (var name in UrlRules.Default.WrapperParameters(url.Host, url.Path))
        {
            foreach (var pair in url.Query.Split('&'))
            {
                if (!pair.StartsWith(name, StringComparison.OrdinalIgnoreCase) || pair.Length <= name.Length || pair[name.Length] != '=')
                    continue;
                var inner = PercentEncoding.Decode(pair[(name.Length + 1)..].Replace('+', ' '));
                if (inner.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || inner.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                    return inner;
            }
        }

        return null;
    }
}
