using System.Text;
using System.Xml;

namespace Aggregator.Feeds.Writing;

/// <summary>What both XML dialects share: UTF-8 without a byte order mark, and the picture of an entry.</summary>
internal static class XmlDocumentBytes
{
    /// <summary>Media RSS, the one extension that readers take pictures from in either dialect.</summary>
    public const string MediaNs = "http://search.yahoo.com/mrss/";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        // Line breaks inside texts stay as they are: they are content.
        NewLineHandling = NewLineHandling.None,
    };

    public static byte[] Make(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    public static void Thumbnail(XmlWriter xml, string? url)
    {
        if (url is null)
            return;
        xml.WriteStartElement("media", "thumbnail", MediaNs);
        xml.WriteAttributeString("url", XmlText.Clean(url));
        xml.WriteEndElement();
    }

    /// <summary>Says that the document is an archive (RFC 5005 section 4).</summary>
    public static void ArchiveMark(XmlWriter xml)
    {
        xml.WriteStartElement("fh", "archive", "http://purl.org/syndication/history/1.0");
        xml.WriteEndElement();
    }
}
