using System.Globalization;
using System.Xml;

namespace Aggregator.Feeds.Writing;

/// <summary>Writes Atom 1.0 (RFC 4287) with paging links of RFC 5005.</summary>
public static class AtomWriter
{
    public const string MediaType = "application/atom+xml";

    private const string Ns = "http://www.w3.org/2005/Atom";

    public static byte[] Write(FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return XmlDocumentBytes.Make(xml =>
        {
            xml.WriteStartElement("feed", Ns);
            xml.WriteAttributeString("xmlns", "media", null, XmlDocumentBytes.MediaNs);
            if (feed.Language is { } language)
                xml.WriteAttributeString("xml", "lang", null, language);
            Text(xml, "id", feed.Id);
            Text(xml, "title", feed.Title);
            if (feed.Description is { } description)
                Text(xml, "subtitle", description);
            Text(xml, "updated", Timestamp(feed.Updated));
            // Before all other links, as in entries: htmlparser2 (12.0.0) and feed-extractor (8.0.3) take the first one for the address, whatever its rel says.
            Link(xml, "alternate", feed.HomeUrl, "text/html");
            Link(xml, "self", feed.SelfUrl, MediaType);
            if (feed.FirstUrl is { } first)
                Link(xml, "first", first, MediaType);
            if (feed.NextUrl is { } next)
                Link(xml, "next", next, MediaType);
            if (feed.PreviousArchiveUrl is { } archive)
                Link(xml, "prev-archive", archive, MediaType);
            if (feed.CurrentUrl is { } current)
                Link(xml, "current", current, MediaType);
            if (feed.CurrentUrl is not null)
                XmlDocumentBytes.ArchiveMark(xml);
            Author(xml, feed.Author);
            Text(xml, "generator", feed.Generator);
            foreach (var item in feed.Items)
                Entry(xml, item, feed.Language);
            xml.WriteEndElement();
        });
    }

    /// <summary>RFC 3339 in UTC; a fraction only where there is one.</summary>
    public static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void Entry(XmlWriter xml, FeedItem item, string? feedLanguage)
    {
        xml.WriteStartElement("entry", Ns);
        if (item.Language is { } language && language != feedLanguage)
            xml.WriteAttributeString("xml", "lang", null, XmlText.Clean(language));
        Text(xml, "id", item.Id);
        Text(xml, "title", item.Title);
        if (item.Url is { } url)
            Link(xml, "alternate", url, "text/html");
        foreach (var file in item.Enclosures)
            Link(xml, "enclosure", file.Url, file.Type, file.Length);
        Text(xml, "published", Timestamp(item.Published));
        Text(xml, "updated", Timestamp(item.Updated));
        foreach (var author in item.Authors)
            Author(xml, author);
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category", Ns);
            xml.WriteAttributeString("term", XmlText.Clean(category));
            xml.WriteEndElement();
        }

        if (item.Summary is { Length: > 0 } summary)
            Summary(xml, summary);
        if (item.ContentHtml is { Length: > 0 } html)
        {
            xml.WriteStartElement("content", Ns);
            // Not xhtml, of which rss-parser (3.13.0) puts all the text before all the elements.
            xml.WriteAttributeString("type", "html");
            xml.WriteString(XmlText.Clean(html));
            xml.WriteEndElement();
        }

        XmlDocumentBytes.Thumbnail(xml, item.Image);
        if (item.Source is { } source)
            Source(xml, source);
        xml.WriteEndElement();
    }

    /// <summary>
    /// As HTML, like the content: of bodies of two types readers such as rss2email take the plain one, however short it is.
    /// </summary>
    private static void Summary(XmlWriter xml, string plain)
    {
        xml.WriteStartElement("summary", Ns);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlText.Clean(HtmlText.Encode(plain)));
        xml.WriteEndElement();
    }

    /// <summary>Last in the entry: Feedbin (feedbin#767) and sfeed take id, title and link of a source that comes first for the entry's own.</summary>
    private static void Source(XmlWriter xml, FeedSource source)
    {
        xml.WriteStartElement("source", Ns);
        if (source.Id is { } id)
            Text(xml, "id", id);
        if (source.Title is { } title)
            Text(xml, "title", title);
        if (source.HomeUrl is { } home)
            Link(xml, "alternate", home, "text/html");
        if (source.FeedUrl is { } self)
            Link(xml, "self", self, null);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Ns);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string url, string? type, long? length = null)
    {
        xml.WriteStartElement("link", Ns);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
            xml.WriteAttributeString("type", XmlText.Clean(type));
        if (length is { } bytes)
            xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("href", XmlText.Clean(url));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Ns, XmlText.Clean(text));
}
