using System.Text;
using System.Xml;
using Aggregator.Urls;

namespace Aggregator.Feeds.Xml;

/// <summary>
/// A forward walk over a feed document: children of an element, their texts, markup and addresses. Keeps the base address and
/// the vocabulary of each element; never recurses, so depth of nesting costs nothing.
/// </summary>
internal sealed class FeedXmlReader(XmlReader xml, string? documentBase, bool mayHaveBases) : IDisposable
{
    private const int Childless = -1;

    private readonly TextBuffer _text = new();
    private readonly List<(int Depth, string? Base)> _bases = [(-1, documentBase)];
    private readonly List<(string Address, string Prefix, FeedNamespace Vocabulary)> _seen = [];

    /// <summary>The local name; one that begins with a capital, as no element of a feed should, in the spelling of the specifications.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As the document wrote it, with its prefix.</summary>
    public string QualifiedName => xml.Name;

    public string NamespaceAddress => xml.NamespaceURI;

    public FeedNamespace Vocabulary { get; private set; }

    /// <summary>The base address in force: the nearest <c>xml:base</c>, else the document's.</summary>
    public string? Base => _bases[^1].Base;

    /// <summary>The nearest <c>xml:base</c>; null where the document states none.</summary>
    public string? StatedBase => _bases.Count > 1 ? Base : null;

    /// <summary>The <c>xml:lang</c> in force, or null.</summary>
    public string? Language => xml.XmlLang is { Length: > 0 } language ? language : null;

    public void Dispose() => _text.Dispose();

    /// <summary>Moves to the root element; false when there is none.</summary>
    public bool MoveToRoot()
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            Arrive();
            return true;
        }

        return false;
    }

    /// <summary>
    /// Moves to the next child of the element at <paramref name="parentDepth"/>, false behind the last one. Whatever a caller left
    /// unread of the former child is passed over.
    /// </summary>
    /// <param name="parentDepth">What <see cref="Enter"/> returned.</param>
    public bool NextChild(int parentDepth)
    {
        if (parentDepth == Childless)
            return false;
        while (xml.Read())
        {
            var depth = xml.Depth;
            if (depth > parentDepth + 1)
                continue;
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when depth == parentDepth + 1:
                    Arrive();
                    return true;
                case XmlNodeType.EndElement when depth <= parentDepth:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The handle by which <see cref="NextChild"/> walks the children of the current element.</summary>
    public int Enter() => xml.IsEmptyElement ? Childless : xml.Depth;

    /// <summary>
    /// Moves to the first child element. True when there is one; false when the element holds only text, which is then in <paramref name="text"/>.
    /// </summary>
    public bool FirstChildOrText(int parentDepth, out string? text)
    {
        text = null;
        StringBuilder? pieces = null;
        while (parentDepth != Childless && xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    Arrive();
                    return true;
                case XmlNodeType.EndElement:
                    text = Blank(pieces?.ToString().Trim() ?? "");
                    return false;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    (pieces ??= new StringBuilder()).Append(xml.Value);
                    break;
            }
        }

        return false;
    }

    /// <summary>The value of an attribute without a namespace, trimmed; null when absent.</summary>
    public string? Attribute(string name) => xml.HasAttributes ? xml.GetAttribute(name)?.Trim() : null;

    /// <summary>The value of the first attribute with this local name, whatever its prefix.</summary>
    public string? AnyAttribute(string localName)
    {
        if (!xml.HasAttributes)
            return null;
        string? value = null;
        while (value is null && xml.MoveToNextAttribute())
        {
            if (xml.LocalName == localName)
                value = xml.Value.Trim();
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>An address from the document, made absolute against <see cref="Base"/>.</summary>
    public string? Resolve(string? address) => UrlResolution.Resolve(Base, address);

    /// <summary>The text of the current element, trimmed; elements inside it become markup. Null when there is no text.</summary>
    public string? ReadText() => Blank(XmlInnerText.Read(xml, _text, strictMarkup: false, out _));

    /// <summary>Text that is said to be plain, as HTML that reads the same. Elements inside it, which should not be there, stay markup.</summary>
    public string? ReadPlainText()
    {
        var text = XmlInnerText.Read(xml, _text, strictMarkup: false, out var isMarkup);
        return Blank(isMarkup ? text : MarkupText.FromPlainText(text));
    }

    /// <summary>As <see cref="ReadPlainText"/>, with the lines of the text kept.</summary>
    public string? ReadPlainLines()
    {
        var text = XmlInnerText.Read(xml, _text, strictMarkup: false, out var isMarkup);
        return Blank(isMarkup ? text : MarkupText.FromPlainLines(text));
    }

    /// <summary>The inner markup of the current element (XHTML content), its text escaped.</summary>
    public string? ReadMarkup() => Blank(XmlInnerText.Read(xml, _text, strictMarkup: true, out _));

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private void Arrive()
    {
        var depth = xml.Depth;
        while (_bases[^1].Depth >= depth)
            _bases.RemoveAt(_bases.Count - 1);
        if (mayHaveBases && xml.HasAttributes && xml.GetAttribute("xml:base") is { } given)
            _bases.Add((depth, UrlResolution.Resolve(Base, given) ?? Base));
        Vocabulary = Known(xml.NamespaceURI, xml.Prefix);
        Name = ElementSpelling.Normalize(xml.LocalName);
    }

    // The reader hands out one string object per namespace and prefix, so identity is enough for the look-up.
    private FeedNamespace Known(string address, string prefix)
    {
        foreach (var seen in _seen)
        {
            if (ReferenceEquals(seen.Address, address) && ReferenceEquals(seen.Prefix, prefix))
                return seen.Vocabulary;
        }

        var vocabulary = FeedNamespaces.Of(address, prefix);
        if (_seen.Count < 64) // a document with more namespaces than this is no feed; the list must not grow with it
            _seen.Add((address, prefix, vocabulary));
        return vocabulary;
    }
}
