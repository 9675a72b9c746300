using System.Net;
using System.Text;
using Aggregator.Text.Encodings;

namespace Aggregator.Feeds.Xml;

/// <summary>Tells text from markup, and turns the one into the other.</summary>
internal static class MarkupText
{
    private const string SectionStart = "<![CDATA[", SectionEnd = "]]>";

    /// <summary>Whether a text holds something that a browser would take for a tag.</summary>
    public static bool LooksLikeMarkup(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOf('<');
            if (at < 0 || at + 2 >= text.Length)
                return false;
            var next = text[at + 1];
            if ((char.IsAsciiLetter(next) || (next == '/' && char.IsAsciiLetter(text[at + 2])) || next == '!') && text[(at + 1)..].Contains('>'))
                return true;
            text = text[(at + 1)..];
        }
    }

    /// <summary>
    /// Text of an element without what can only be a slip: a CDATA section inside another or escaped, and the control characters U+0080 to U+009F,
    /// which stand for windows-1252 (HTML, section 13.2.5.80, reads references to them so).
    /// </summary>
    public static string Normalize(string text)
    {
        if (text.StartsWith(SectionStart, StringComparison.Ordinal)
            && text.EndsWith(SectionEnd, StringComparison.Ordinal)
            && text.IndexOf(SectionEnd, StringComparison.Ordinal) == text.Length - SectionEnd.Length)
        {
            text = text[SectionStart.Length..^SectionEnd.Length].Trim();
        }

        return text.AsSpan().ContainsAnyInRange('\u0080', '\u009F')
            ? string.Create(text.Length, text, (output, input) =>
            {
                for (var i = 0; i < input.Length; i++)
                    output[i] = input[i] is >= '\u0080' and <= '\u009F' ? Windows1252.Character((byte)input[i]) : input[i];
            })
            : text;
    }

    /// <summary>
    /// HTML that was escaped once too often, unescaped: text without a single tag that begins with an escaped tag and ends with one. Text that
    /// merely speaks of a tag is left alone.
    /// </summary>
    public static string? OnceEscaped(string? text)
    {
        if (text is null
            || !text.StartsWith("&lt;", StringComparison.Ordinal)
            || !text.EndsWith("&gt;", StringComparison.Ordinal)
            || text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var unescaped = WebUtility.HtmlDecode(text);
        return LooksLikeMarkup(unescaped) && unescaped.Contains("</", StringComparison.Ordinal) ? unescaped : text;
    }

    /// <summary>Several lines of plain text as HTML: a blank line begins a paragraph, other line breaks stay.</summary>
    public static string FromPlainLines(string text) => WithLines(FromPlainText(text));

    /// <summary>HTML without a tag, whose line breaks mean what they show: the same with markup for them.</summary>
    public static string WithLines(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0)
            return text;
        var html = new StringBuilder(text.Length + 64);
        foreach (var paragraph in Paragraphs(text))
            html.Append("<p>").AppendJoin("<br>\n", paragraph).Append("</p>\n");
        return html.ToString().TrimEnd();
    }

    /// <summary>HTML without a tag, in which blank lines part paragraphs; single line breaks may come of the document's layout and are left.</summary>
    public static string? WithParagraphs(string? text)
    {
        if (text is null || text.Contains('<', StringComparison.Ordinal) || !text.Contains('\n', StringComparison.Ordinal))
            return text;
        return Paragraphs(text) is [_, _, ..] paragraphs ? string.Join('\n', paragraphs.Select(lines => $"<p>{string.Join('\n', lines)}</p>")) : text;
    }

    private static List<List<string>> Paragraphs(string text)
    {
        var paragraphs = new List<List<string>> { new() };
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (!trimmed.IsEmpty)
                paragraphs[^1].Add(trimmed.ToString());
            else if (paragraphs[^1].Count > 0)
                paragraphs.Add([]);
        }

        paragraphs.RemoveAll(lines => lines.Count == 0);
        return paragraphs;
    }

    /// <summary>Plain text as HTML: unchanged where both read the same, else escaped.</summary>
    public static string FromPlainText(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text;
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }
}
