using System.Text;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Modules;

/// <summary>Atom text and content constructs (RFC 4287 sections 3.1 and 4.1.3; Atom 0.3 <c>type</c> and <c>mode</c>), read as HTML.</summary>
internal static class AtomText
{
    /// <summary>The inside of the current element as HTML or text that reads the same as HTML.</summary>
    public static string? Read(FeedXmlReader reader) => Read(reader, isTitle: false);

    /// <summary>
    /// The same for a title. Without a type a text construct is plain text (RFC 4287 section 3.1.1), and titles hold angle brackets that are none of
    /// markup's; summaries and contents without a type hold HTML in practice.
    /// </summary>
    public static string? ReadTitle(FeedXmlReader reader) => Read(reader, isTitle: true);

    private static string? Read(FeedXmlReader reader, bool isTitle)
    {
        var type = reader.Attribute("type")?.ToLowerInvariant();
        var mode = reader.Attribute("mode")?.ToLowerInvariant();
        if (mode == "base64" || (mode is null && type is not null && IsBinary(type)))
            return FromBase64(reader.ReadText());
        if (type is "xhtml"
            || mode == "xml"
            || (type is not null && (type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal))))
        {
            return WithoutDiv(reader.ReadMarkup());
        }

        return type is "text" or "text/plain" || (isTitle && string.IsNullOrEmpty(type) && mode is null)
            ? isTitle ? reader.ReadPlainText() : reader.ReadPlainLines()
            : reader.ReadText();
    }

    // RFC 4287 section 4.1.3.3: what is neither text nor XML is Base64.
    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal)
        && !type.StartsWith("multipart/", StringComparison.Ordinal) && type is not "application/octet-stream";

    private static string? FromBase64(string? text)
    {
        if (text is null)
            return null;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : text;
    }

    // RFC 4287 section 3.1.1.3: the div is not part of the content.
    private static string? WithoutDiv(string? markup)
    {
        const string open = "<div>", close = "</div>";
        return markup is not null && markup.StartsWith(open, StringComparison.Ordinal) && markup.EndsWith(close, StringComparison.Ordinal)
            && markup.IndexOf(close, StringComparison.Ordinal) == markup.Length - close.Length
            ? markup[open.Length..^close.Length].Trim()
            : markup;
    }
}
