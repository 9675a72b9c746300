using System.Globalization;
using System.Xml;
using Aggregator.Model;

namespace Aggregator.Feeds.OpmlFormat;

/// <summary>Writes subscriptions as nested outlines.</summary>
internal static class OutlineWriter
{
    /// <summary>Of the attributes that OPML has no word for.</summary>
    public const string Namespace = "urn:aggregator:opml";

    public const string OwnPrefix = "aggregator:";

    public static void Write(XmlWriter xml, IReadOnlyList<FeedDefinition> feeds, string title)
    {
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "aggregator", null, Namespace);
        xml.WriteStartElement("head");
        xml.WriteElementString("title", Clean(title));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        WriteFolder(xml, [.. feeds.Select(f => (f, Path(f.Category)))], 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Depth is that of the categories, which their owner wrote; feeds of a folder come before its sub-folders.
    private static void WriteFolder(XmlWriter xml, List<(FeedDefinition Feed, string[] Path)> feeds, int depth)
    {
        foreach (var (feed, _) in feeds.Where(f => f.Path.Length == depth))
            WriteFeed(xml, feed);
        foreach (var folder in feeds.Where(f => f.Path.Length > depth).GroupBy(f => f.Path[depth]))
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Clean(folder.Key));
            WriteFolder(xml, [.. folder], depth + 1);
            xml.WriteEndElement();
        }
    }

    private static void WriteFeed(XmlWriter xml, FeedDefinition feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("text", Clean(feed.Title));
        xml.WriteAttributeString("title", Clean(feed.Title));
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("xmlUrl", Clean(feed.Url));
        if (feed.Language is not null)
            xml.WriteAttributeString("language", Clean(feed.Language));
        if (feed.Interval is { } interval)
            xml.WriteAttributeString("interval", Namespace, interval.ToString("c", CultureInfo.InvariantCulture));
        if (feed.FullText != FullTextMode.Auto)
            xml.WriteAttributeString("fullText", Namespace, feed.FullText.ToString());
        if (feed.Disabled)
            xml.WriteAttributeString("disabled", Namespace, "true");
        xml.WriteEndElement();
    }

    // A category that does not come back the same from split and join stays one folder.
    private static string[] Path(string category)
    {
        if (category.Length == 0)
            return [];
        var parts = category.Split('/');
        return parts.Length <= MostFolders && Array.TrueForAll(parts, p => p.Length > 0) ? parts : [category];
    }

    // Deeper trees than this are no categories, and each level costs a call.
    private const int MostFolders = 32;

    private static string Clean(string text) =>
        XmlConvertible(text)
            ? text
            : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    private static bool XmlConvertible(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }

        return true;
    }
}
