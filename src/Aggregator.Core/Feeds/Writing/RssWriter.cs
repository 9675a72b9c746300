using System.Globalization;
using System.Xml;

namespace Aggregator.Feeds.Writing;

/// <summary>
/// Writes RSS 2.0 after the profile of the RSS Advisory Board: Dublin Core authors, full text in <c>content:encoded</c>, own address in
/// <c>atom:link</c>.
/// </summary>
public static class RssWriter
{
    public const string MediaType = "application/rss+xml";

    private const string AtomNs = "http://www.w3.org/2005/Atom";
    private const string ContentNs = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinNs = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return XmlDocumentBytes.Make(xml =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, AtomNs);
            xml.WriteAttributeString("xmlns", "content", null, ContentNs);
            xml.WriteAttributeString("xmlns", "dc", null, DublinNs);
            xml.WriteAttributeString("xmlns", "media", null, XmlDocumentBytes.MediaNs);
            xml.WriteStartElement("channel");
            Text(xml, "title", feed.Title);
            Text(xml, "link", feed.HomeUrl);
            // The element is required; a feed without a description says its title again.
            Text(xml, "description", feed.Description ?? feed.Title);
            if (feed.Language is { } language)
                Text(xml, "language", language);
            Text(xml, "lastBuildDate", Timestamp(feed.Updated));
            Text(xml, "generator", feed.Generator);
            Link(xml, "self", feed.SelfUrl);
            if (feed.FirstUrl is { } first)
                Link(xml, "first", first);
            if (feed.NextUrl is { } next)
                Link(xml, "next", next);
            if (feed.PreviousArchiveUrl is { } archive)
                Link(xml, "prev-archive", archive);
            if (feed.CurrentUrl is { } current)
                Link(xml, "current", current);
            if (feed.CurrentUrl is not null)
                XmlDocumentBytes.ArchiveMark(xml);
            foreach (var item in feed.Items)
                Item(xml, item);
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
    }

    /// <summary>RFC 822 with a four-digit year, in GMT.</summary>
    public static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    private static void Item(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        Text(xml, "title", item.Title);
        if (item.Url is { } url)
            Text(xml, "link", url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(XmlText.Clean(item.Id));
        xml.WriteEndElement();
        Text(xml, "pubDate", Timestamp(item.Published));
        // dc:creator because RSS's own author wants an e-mail address.
        foreach (var author in item.Authors)
            xml.WriteElementString("dc", "creator", DublinNs, XmlText.Clean(author));
        foreach (var category in item.Categories)
            Text(xml, "category", category);
        Bodies(xml, item);
        if (item.Updated > item.Published)
            xml.WriteElementString("atom", "updated", AtomNs, AtomWriter.Timestamp(item.Updated));
        Enclosures(xml, item);
        XmlDocumentBytes.Thumbnail(xml, item.Image);
        if (item.Source is { FeedUrl: { } feedUrl, Title: { } title })
        {
            xml.WriteStartElement("source");
            xml.WriteAttributeString("url", XmlText.Clean(feedUrl));
            xml.WriteString(XmlText.Clean(title));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>
    /// The summary before the full text: readers that keep the last body they meet then keep the full one. With one body only, it is the description.
    /// </summary>
    private static void Bodies(XmlWriter xml, FeedItem item)
    {
        var summary = item.Summary is { Length: > 0 } text ? text : null;
        if (summary is null)
        {
            Text(xml, "description", item.ContentHtml ?? "");
            return;
        }

        // RSS descriptions are HTML, so plain text is escaped once more.
        Text(xml, "description", HtmlText.Encode(summary));
        if (item.ContentHtml is { Length: > 0 } html)
            xml.WriteElementString("content", "encoded", ContentNs, XmlText.Clean(html));
    }

    /// <summary>
    /// RSS 2.0 speaks of one enclosure an item (its Best Practices Profile: readers disagree on more), so further files go as Media RSS. All its attributes
    /// are required; a length that nobody knows is written as 0 (Best Practices Profile).
    /// </summary>
    private static void Enclosures(XmlWriter xml, FeedItem item)
    {
        for (var i = 0; i < item.Enclosures.Count; i++)
        {
            var file = item.Enclosures[i];
            if (i == 0)
                xml.WriteStartElement("enclosure");
            else
                xml.WriteStartElement("media", "content", XmlDocumentBytes.MediaNs);
            xml.WriteAttributeString("url", XmlText.Clean(file.Url));
            if (i == 0 || file.Length is not null)
                xml.WriteAttributeString(i == 0 ? "length" : "fileSize", (file.Length ?? 0).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", XmlText.Clean(MediaTypes.Of(file)));
            xml.WriteEndElement();
        }
    }

    private static void Link(XmlWriter xml, string relation, string url)
    {
        xml.WriteStartElement("atom", "link", AtomNs);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", MediaType);
        xml.WriteAttributeString("href", XmlText.Clean(url));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Clean(text));
}
