using System.Buffers;
using System.Text;

namespace Aggregator.Html;

/// <summary>Escapes what cannot stand as it is in text and in attributes with double quotes.</summary>
internal static class HtmlEscape
{
    /// <summary>Markup, controls (C0 and C1) and the two characters that are none.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "&<>\"`\x7f\ufffe\uffff", .. Enumerable.Range(0, 32).Select(i => (char)i), .. Enumerable.Range(0x80, 32).Select(i => (char)i)]);

    /// <summary>Appends what needs no escape in one piece: nearly all of a text.</summary>
    public static void Append(StringBuilder output, ReadOnlySpan<char> text, bool inAttribute)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            output.Append(text[..at]);
            Append(output, inAttribute && text[at] is ('\n' or '\r' or '\t') ? ' ' : text[at], inAttribute);
            text = text[(at + 1)..];
        }
        output.Append(text);
    }

    private static void Append(StringBuilder output, char c, bool inAttribute)
    {
        switch (c)
        {
            case '&':
                output.Append("&amp;");
                break;
            case '<':
                output.Append("&lt;");
                break;
            case '>':
                output.Append("&gt;");
                break;
            case '"' when inAttribute:
                output.Append("&quot;");
                break;
            // A backtick ends an attribute in very old browsers.
            case '`' when inAttribute:
                output.Append("&#96;");
                break;
            case '\r':
                output.Append('\n');
                break;
            case '\n' or '\t' or >= ' ' and not '\x7f' and not (>= '\x80' and <= '\x9f') and not '\ufffe' and not '\uffff':
                output.Append(c);
                break;
        }
    }
}
