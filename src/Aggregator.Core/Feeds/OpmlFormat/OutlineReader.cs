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
    public static OpmlList Read(TextReader text)
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
        var leftOut = new List<LeftOutline>();
        var folders = new List<(int Depth, string Name)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || !xml.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
                continue;
            while (folders.Count > 0 && folders[^1].Depth >= xml.Depth)
                folders.RemoveAt(folders.Count - 1);
            var attributes = Attributes(xml);
            var written = WrittenAddress(attributes);
            if (written is not null && WebAddress(written) is { } address)
            {
                feeds.Add(Definition(address, attributes, string.Join('/', folders.Select(f => f.Name).Where(name => name.Length > 0))));
                continue;
            }

            if (attributes.GetValueOrDefault("url") is { } list && "include".Equals(attributes.GetValueOrDefault("type"), StringComparison.OrdinalIgnoreCase))
                leftOut.Add(new LeftOutline(Name(attributes, "title", "text") ?? list, list));
            else if (written is { Length: > 0 } || (written is not null && xml.IsEmptyElement))
                leftOut.Add(new LeftOutline(Name(attributes, "title", "text") ?? written, written));
            if (!xml.IsEmptyElement)
                folders.Add((xml.Depth, Name(attributes, "text", "title") ?? ""));
        }

        return new OpmlList(feeds, leftOut);
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

    /// <summary>What an outline gives as a feed's address, trimmed; null where it is none that is meant as a feed.</summary>
    private static string? WrittenAddress(Dictionary<string, string> attributes) =>
        (attributes.GetValueOrDefault("xmlUrl")
            ?? (attributes.GetValueOrDefault("type")?.ToLowerInvariant() is "rss" or "atom" ? attributes.GetValueOrDefault("url") ?? "" : null))?.Trim();

    // feed: is a scheme that browsers handed to readers: instead of http: or before the whole address.
    private static string? WebAddress(string written)
    {
        if (!written.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            return UrlResolution.IsWeb(written) ? written : null;
        var rest = written["feed:".Length..].TrimStart('/');
        return UrlResolution.IsWeb(rest) ? rest : rest.Length > 0 ? "http://" + rest : null;
    }

    private static FeedDefinition Definition(string address, Dictionary<string, string> attributes, string folder)
    {
        var own = OutlineWriter.OwnPrefix;
        return new FeedDefinition(
            address,
            Name(attributes, "title", "text") ?? address,
            folder.Length > 0 ? folder : FirstCategory(attributes.GetValueOrDefault("category")),
            TimeSpan.TryParse(attributes.GetValueOrDefault(own + "interval"), CultureInfo.InvariantCulture, out var interval) ? interval : null,
            Enum.TryParse<FullTextMode>(attributes.GetValueOrDefault(own + "fullText"), out var mode) && Enum.IsDefined(mode) ? mode : FullTextMode.Auto,
            attributes.GetValueOrDefault("language"),
            attributes.GetValueOrDefault(own + "disabled") == "true");
    }

    // OPML wants text and has known title from the first; programs fill the one and leave the other out or empty.
    private static string? Name(Dictionary<string, string> attributes, string first, string second)
    {
        var (name, other) = (attributes.GetValueOrDefault(first), attributes.GetValueOrDefault(second));
        return string.IsNullOrWhiteSpace(name) && !string.IsNullOrWhiteSpace(other) ? other : name ?? other;
    }

    // OPML 2.0: comma-separated, each a path that begins with a slash or a single tag.
    private static string FirstCategory(string? categories) => categories?.Split(',')[0].Trim().Trim('/') ?? "";
}
