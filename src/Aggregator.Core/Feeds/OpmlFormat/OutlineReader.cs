using System.Globalization;
using System.Xml;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Feeds.OpmlFormat;

/// <summary>Reads the outlines of an OPML body without recursion.</summary>
internal static class OutlineReader
{
    /// <exception cref="XmlException">Not well-formed.</exception>
    /// <exception cref="FormatException">Well-formed, but no OPML.</exception>
    public static IReadOnlyList<FeedDefinition> Read(TextReader text)
    {
        using var xml = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            IgnoreProcessingInstructions = true,
        });
        if (xml.MoveToContent() != XmlNodeType.Element || !xml.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("The document is no OPML.");
        var feeds = new List<FeedDefinition>();
        var folders = new List<(int Depth, string Name)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || !xml.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
                continue;
            while (folders.Count > 0 && folders[^1].Depth >= xml.Depth)
                folders.RemoveAt(folders.Count - 1);
            var attributes = Attributes(xml);
            if (Address(attributes) is { } address)
                feeds.Add(Definition(address, attributes, string.Join('/', folders.Select(f => f.Name))));
            else if (!xml.IsEmptyElement)
                folders.Add((xml.Depth, attributes.GetValueOrDefault("text") ?? attributes.GetValueOrDefault("title") ?? ""));
        }

        return feeds;
    }

    // Names are matched without case: exports write xmlUrl, xmlURL and xmlurl.
    private static Dictionary<string, string> Attributes(XmlReader xml)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (xml.MoveToNextAttribute())
            attributes.TryAdd(xml.NamespaceURI == OutlineWriter.Namespace ? OutlineWriter.OwnPrefix + xml.LocalName : xml.Name, xml.Value);
        xml.MoveToElement();
        return attributes;
    }

    private static string? Address(Dictionary<string, string> attributes)
    {
        var address = attributes.GetValueOrDefault("xmlUrl")
            ?? (attributes.GetValueOrDefault("type") is "rss" or "atom" ? attributes.GetValueOrDefault("url") : null);
        if (address is null)
            return null;
        address = address.Trim();
        if (address.StartsWith("feed://", StringComparison.OrdinalIgnoreCase))
            return "http://" + address["feed://".Length..];
        if (address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            address = address["feed:".Length..];
        return UrlResolution.IsWeb(address) ? address : null;
    }

    private static FeedDefinition Definition(string address, Dictionary<string, string> attributes, string folder)
    {
        var own = OutlineWriter.OwnPrefix;
        return new FeedDefinition(
            address,
            attributes.GetValueOrDefault("title") ?? attributes.GetValueOrDefault("text") ?? address,
            folder.Length > 0 ? folder : FirstCategory(attributes.GetValueOrDefault("category")),
            TimeSpan.TryParse(attributes.GetValueOrDefault(own + "interval"), CultureInfo.InvariantCulture, out var interval) ? interval : null,
            Enum.TryParse<FullTextMode>(attributes.GetValueOrDefault(own + "fullText"), out var mode) && Enum.IsDefined(mode) ? mode : FullTextMode.Auto,
            attributes.GetValueOrDefault("language"),
            attributes.GetValueOrDefault(own + "disabled") == "true");
    }

    // OPML 2.0: comma-separated, each a path that begins with a slash or a single tag.
    private static string FirstCategory(string? categories) => categories?.Split(',')[0].Trim().Trim('/') ?? "";
}
