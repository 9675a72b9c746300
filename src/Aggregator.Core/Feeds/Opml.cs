using System.Text;
using System.Xml;
using Aggregator.Feeds.OpmlFormat;
using Aggregator.Feeds.Repair;
using Aggregator.Model;
using Aggregator.Text.Encodings;

namespace Aggregator.Feeds;

/// <summary>Lists of subscriptions (OPML 1.0 and 2.0). Folders become the category, nested ones joined by "/".</summary>
public static class Opml
{
    /// <summary>The subscriptions of a list, in document order, and what could not be taken. A feed that stands in two folders comes twice.</summary>
    /// <exception cref="FormatException">The document is no OPML, even after repair.</exception>
    public static OpmlList Read(ReadOnlyMemory<byte> document)
    {
        var source = EncodedDocument.Of(document, null);
        try
        {
            using var text = source.OpenText();
            return OutlineReader.Read(text);
        }
        catch (XmlException strict)
        {
            return ReadRepaired(source, strict);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte})"/>
    public static OpmlList Read(Stream document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var memory = new MemoryStream();
        document.CopyTo(memory);
        return Read(memory.ToArray());
    }

    /// <summary>
    /// Writes a list that <see cref="Read(ReadOnlyMemory{byte})"/> reads back to the same definitions, grouped by category in the order given.
    /// </summary>
    public static string Write(IReadOnlyList<FeedDefinition> feeds, string title)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        using var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false }))
            OutlineWriter.Write(xml, feeds, title);
        return text.ToString();
    }

    private static OpmlList ReadRepaired(EncodedDocument source, XmlException strict)
    {
        if (XmlRepair.Run(source.Decode(), "opml") is not { } repaired)
            throw new FormatException("The document is no OPML.", strict);
        try
        {
            using var text = new StringReader(repaired.Xml);
            return OutlineReader.Read(text);
        }
        catch (XmlException error)
        {
            throw new FormatException("The document is damaged beyond repair.", error);
        }
    }

    // The declaration names the writer's encoding; a plain StringWriter would say UTF-16.
    private sealed class Utf8Text() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
