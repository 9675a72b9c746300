using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Feeds.Drafts;

/// <summary>The address that a document's relative addresses are relative to, before any <c>xml:base</c>.</summary>
internal static class DocumentBase
{
    /// <summary>
    /// The address that the document came from. HTTP took its old say from <c>Content-Location</c> (RFC 9110, appendix B of RFC 7231 before it), but old
    /// feeds rely on it; it is heard where it is of the same origin, for behind a proxy it names an inner host that nobody reaches (RFC 9110, section 8.7).
    /// </summary>
    public static string? Of(FeedContext context)
    {
        var own = context.Url?.OriginalString;
        var stated = UrlResolution.Resolve(own, context.ContentLocation);
        return stated is null || (context.Url is { } url && !IsSameOrigin(url, stated)) ? own : stated;
    }

    private static bool IsSameOrigin(Uri url, string stated) =>
        Uri.TryCreate(stated, UriKind.Absolute, out var other) && (url.Scheme, url.Host, url.Port) == (other.Scheme, other.Host, other.Port);
}
