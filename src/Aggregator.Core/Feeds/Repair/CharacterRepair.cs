using System.Globalization;
using System.Text;
using System.Xml;
using AngleSharp.Html;

namespace Aggregator.Feeds.Repair;

/// <summary>Writes text and attribute values so that they are well-formed: references known to XML, no forbidden characters.</summary>
internal sealed class CharacterRepair(IReadOnlyDictionary<string, string> declared, ProblemList problems)
{
    // The longest entity name of HTML is CounterClockwiseContourIntegral (31); ten digits hold any code point.
    private const int LongestName = 32;

    /// <summary>Appends text whose references are to be read (element text, attribute values).</summary>
    public void AppendParsed(StringBuilder output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var at = text.IndexOf('&');
            AppendLiteral(output, at < 0 ? text : text[..at]);
            if (at < 0)
                return;
            text = text[(at + AppendReference(output, text[at..]))..];
        }
    }

    /// <summary>Appends text as it stands (CDATA), escaped.</summary>
    public void AppendLiteral(StringBuilder output, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
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
                case '"':
                    output.Append("&quot;");
                    break;
                case >= ' ' when XmlConvert.IsXmlChar(c):
                case '\t' or '\n' or '\r':
                    output.Append(c);
                    break;
                case var _ when i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c):
                    output.Append(c).Append(text[++i]);
                    break;
                default:
                    problems.Add("illegal-character", $"U+{(int)c:X4}");
                    if (char.IsWhiteSpace(c))
                        output.Append(' ');
                    break;
            }
        }
    }

    // Returns how many characters of the text the reference took.
    private int AppendReference(StringBuilder output, ReadOnlySpan<char> text)
    {
        var reach = text[..Math.Min(text.Length, LongestName + 2)];
        var end = reach.IndexOf(';');
        if (end > 1 && reach[1] == '#' && CodePoint(reach[2..end]) is { } code)
        {
            AppendCodePoint(output, code);
            return end + 1;
        }

        if (end > 1 && reach[1] != '#' && Named(reach[1..end]) is { } value)
        {
            AppendLiteral(output, value);
            return end + 1;
        }

        if (Unfinished(text) is { } old)
        {
            problems.Add("undeclared-entity", $"“{text[..(old.Length + 1)]}” without its semicolon");
            AppendLiteral(output, old.Value);
            return old.Length + 1;
        }

        problems.Add("unescaped-ampersand", "“&” that begins no reference");
        output.Append("&amp;");
        return 1;
    }

    // HTML's oldest names may lack the semicolon. Before anything but the end of a word it is an address: "?a=1&copy=2".
    private static (string Value, int Length)? Unfinished(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < LongestName && length + 1 < text.Length && char.IsAsciiLetter(text[length + 1]))
            length++;
        if (length < 2 || (length + 1 < text.Length && !char.IsWhiteSpace(text[length + 1])))
            return null;
        return HtmlEntityProvider.Resolver.GetSymbol(text.Slice(1, length).ToString()) is { } value ? (value, length) : null;
    }

    private string? Named(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return null;
        }

        var text = name.ToString();
        var builtIn = text switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => null,
        };
        if (builtIn is not null)
            return builtIn;
        var value = declared.GetValueOrDefault(text) ?? HtmlEntityProvider.Resolver.GetSymbol(text + ";");
        if (value is not null)
            problems.Add("undeclared-entity", $"“&{text};”");
        return value;
    }

    private void AppendCodePoint(StringBuilder output, int code)
    {
        // Written as characters, these would be changed by the rules for line ends and attribute values.
        if (code is '\t' or '\n' or '\r')
        {
            output.Append("&#").Append(code).Append(';');
        }
        else if (Rune.IsValid(code))
        {
            Span<char> utf16 = stackalloc char[2];
            AppendLiteral(output, utf16[..new Rune(code).EncodeToUtf16(utf16)]);
        }
        else
        {
            problems.Add("illegal-character", $"reference to U+{code:X4}");
        }
    }

    private static int? CodePoint(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits.Length > 1 && digits[0] is 'x' or 'X';
        return int.TryParse(hexadecimal ? digits[1..] : digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
    }
}
