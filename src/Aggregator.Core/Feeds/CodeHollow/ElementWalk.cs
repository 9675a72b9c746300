using System.Xml.Linq;
using Aggregator.Feeds.Xml;
using Aggregator.Urls;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>
/// What the library's objects lack or decode once too often, taken from the elements that they hand out: by namespace address instead of by prefix, with
/// the bases and languages in force.
/// </summary>
internal static class ElementWalk
{
    /// <summary>Walks the children of an element; what <paramref name="take"/> leaves unread is passed over.</summary>
    /// <param name="documentBase">The address that relative ones resolve against where no <c>xml:base</c> stands above.</param>
    public static void Children(XElement element, string? documentBase, Action<FeedXmlReader> take)
    {
        using var xml = element.CreateReader();
        using var reader = new FeedXmlReader(xml, element.Parent is { } parent ? BaseOf(parent, documentBase) : documentBase, mayHaveBases: true);
        reader.MoveToRoot();
        var children = reader.Enter();
        while (reader.NextChild(children))
            take(reader);
    }

    /// <summary>The base address in force inside an element.</summary>
    public static string? BaseOf(XElement element, string? documentBase) =>
        element.AncestorsAndSelf().Reverse().Select(e => (string?)e.Attribute(XNamespace.Xml + "base")).Where(given => given is not null)
            .Aggregate(documentBase, (outer, given) => UrlResolution.Resolve(outer, given) ?? outer);

    /// <summary>The base address in force inside an element; null where the document states none.</summary>
    public static string? StatedBaseOf(XElement element, string? documentBase) =>
        element.AncestorsAndSelf().Any(e => e.Attribute(XNamespace.Xml + "base") is not null) ? BaseOf(element, documentBase) : null;

    /// <summary>The <c>xml:lang</c> in force inside an element, or null.</summary>
    public static string? LanguageOf(XElement element) =>
        element.AncestorsAndSelf().Select(e => (string?)e.Attribute(XNamespace.Xml + "lang")).FirstOrDefault(given => given is not null)
            is { Length: > 0 } language
            ? language
            : null;

    /// <summary>A text of the library, trimmed; null when there is none.</summary>
    public static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? MarkupText.Normalize(text) : null;
}
