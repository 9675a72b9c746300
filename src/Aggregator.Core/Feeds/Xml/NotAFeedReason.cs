using System.Text;
using Aggregator.Text.Encodings;

namespace Aggregator.Feeds.Xml;

/// <summary>Says to the person who subscribed what a document is when it is no feed.</summary>
internal static class NotAFeedReason
{
    // Enough to see what a document is.
    private const int Reach = 4096;

    public static string Of(EncodedDocument document)
    {
        var head = document.Encoding.GetString(document.Bytes.Span[..Math.Min(document.Bytes.Length, Reach)]);
        if (head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return OfRoot("html");
        return Encoding.ASCII.GetByteCount(head) > 0 && head.Contains('<', StringComparison.Ordinal)
            ? "The document holds no feed element (rss, feed or RDF)."
            : "The document is neither XML nor JSON.";
    }

    public static string OfRoot(string name) => name.ToLowerInvariant() switch
    {
        "html" => "The document is a web page (HTML), not a feed.",
        "urlset" or "sitemapindex" => "The document is a sitemap, not a feed.",
        "opml" => "The document is a list of subscriptions (OPML), not a feed.",
        "svg" => "The document is a picture (SVG), not a feed.",
        _ => $"The document is XML, but its root element <{name}> is no feed format.",
    };
}
