using System.Text;
using System.Xml;

namespace Aggregator.Feeds.Xml;

/// <summary>Reads the inside of one element as text, and as markup where it holds elements.</summary>
internal static class XmlInnerText
{
    /// <summary>
    /// Reads to the end of the current element. Plain text is returned decoded. As soon as a child element is met the result is
    /// markup: start and end tags are written again without prefixes and text is escaped, except (when not
    /// <paramref name="strictMarkup"/>) text that is itself markup, as in a CDATA section beside an element.
    /// </summary>
    public static string Read(XmlReader xml, TextBuffer text, bool strictMarkup, out bool isMarkup)
    {
        isMarkup = false;
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        text.Clear();
        var blank = "";
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    // Around a CDATA section: at the start it would be trimmed anyway, at the end it is never asked for.
                    if (!text.IsEmpty)
                        blank = xml.Value;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    text.Append(blank);
                    text.AppendValue(xml);
                    blank = "";
                    break;
                case XmlNodeType.Element:
                    isMarkup = true;
                    text.Append(blank);
                    return Markup(xml, depth, text.ToString(), strictMarkup);
                case XmlNodeType.EndElement when xml.Depth <= depth:
                    return MarkupText.Normalize(text.ToTrimmedString());
            }
        }

        return MarkupText.Normalize(text.ToTrimmedString());
    }

    private static string Markup(XmlReader xml, int depth, string before, bool strict)
    {
        var markup = new StringBuilder();
        AppendText(markup, before, strict);
        do
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    AppendStartTag(markup, xml);
                    break;
                case XmlNodeType.EndElement when xml.Depth <= depth:
                    return markup.ToString().Trim();
                case XmlNodeType.EndElement:
                    markup.Append("</").Append(xml.LocalName).Append('>');
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    AppendText(markup, xml.Value, strict);
                    break;
            }
        }
        while (xml.Read());

        return markup.ToString().Trim();
    }

    private static void AppendStartTag(StringBuilder markup, XmlReader xml)
    {
        var name = xml.LocalName;
        var empty = xml.IsEmptyElement;
        markup.Append('<').Append(name);
        while (xml.MoveToNextAttribute())
        {
            if (xml.Prefix.Length == 0 ? xml.LocalName == "xmlns" : xml.Prefix == "xmlns")
                continue;
            markup.Append(' ').Append(xml.Name).Append("=\"");
            AppendEscaped(markup, xml.Value, quotes: true);
            markup.Append('"');
        }

        xml.MoveToElement();
        if (!empty)
            markup.Append('>');
        else if (IsVoid(name))
            markup.Append("/>");
        else
            markup.Append("></").Append(name).Append('>');
    }

    private static void AppendText(StringBuilder markup, string text, bool strict)
    {
        if (!strict && MarkupText.LooksLikeMarkup(text))
            markup.Append(text);
        else
            AppendEscaped(markup, text, quotes: false);
    }

    private static void AppendEscaped(StringBuilder markup, string text, bool quotes)
    {
        if (text.AsSpan().IndexOfAny("&<>\"") < 0)
        {
            markup.Append(text);
            return;
        }

        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => markup.Append("&amp;"),
                '<' => markup.Append("&lt;"),
                '>' => markup.Append("&gt;"),
                '"' when quotes => markup.Append("&quot;"),
                _ => markup.Append(c),
            };
        }
    }

    // HTML, "void elements": those that have no end tag.
    private static bool IsVoid(string name) =>
        name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr";
}
