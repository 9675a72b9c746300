using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>Whether a date stands in a sentence or a heading: then it is what the text is about, and not when it was published.</summary>
internal static class DateInProse
{
    /// <summary>A date line says little more than the date; longer text is prose unless it begins with the date.</summary>
    public const int MaxLine = 60;

    /// <summary>Words beside a date that a headline or a short sentence has at least; a date line has a place, a weekday, a name.</summary>
    private const int SentenceWords = 3;

    /// <summary>Where a label stands if it is one: "Originally published on", "This article was first published on".</summary>
    private const int LabelEnd = 40;

    /// <summary>A sentence that tells of a change ("This page was last edited on …") is a date line up to the length of a label.</summary>
    public static bool IsLine(string text) => text.Length <= MaxLine || (text.Length <= MaxLine * 2 && DateMarks.Updated.IsMatch(text));

    /// <param name="text">A run of text of the page.</param>
    /// <param name="date">The first date in it.</param>
    /// <param name="element">The element around it.</param>
    public static bool Is(string text, FoundDate date, Element element)
    {
        if (IsLabelled(text) || (text.Length <= MaxLine * 2 && DateMarks.Updated.IsMatch(text)))
            return false;
        var before = text.AsSpan(0, date.Start);
        var after = text.AsSpan(date.End);
        if (!IsLine(text))
            return !IsDateline(before, after);
        if (IsInside(element, text))
            return true;
        return !AuthorWords.StartsLikeByline(text)
            && ((IsHeading(Block(element)) && IsSubject(before, after))
                || ((Words(before) >= SentenceWords || Words(after) > SentenceWords) && EndsSentence(after)));
    }

    /// <summary>Whether a headline is about the date that it names, "What happened on 3 March 2019", and not dated by it, "News | 3 March 2019".</summary>
    /// <param name="parts">Separators between what the headline says and the names of section and outlet.</param>
    public static bool IsSubject(string headline, FoundDate date, params ReadOnlySpan<string> parts)
    {
        var (start, end) = (0, headline.Length);
        foreach (var part in parts)
        {
            if (headline.LastIndexOf(part, date.Start, StringComparison.Ordinal) is >= 0 and var before)
                start = Math.Max(start, before + part.Length);
            if (headline.IndexOf(part, date.End, StringComparison.Ordinal) is >= 0 and var after)
                end = Math.Min(end, after);
        }

        return IsSubject(headline.AsSpan(start, Math.Max(0, date.Start - start)), headline.AsSpan(date.End, Math.Max(0, end - date.End)));
    }

    private static bool IsSubject(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        Words(before) + Words(after) >= SentenceWords && !IsDateline(before, after);

    /// <summary>Whether the text of an element is a part of a sentence around it.</summary>
    public static bool IsInside(Element element, string text)
    {
        var block = Block(element);
        if (block.LocalName is not ("p" or "li" or "blockquote" or "dd" or "td" or "figcaption") || ReferenceEquals(block, element) || HoldsBlocks(block))
            return false;
        var around = VisibleText.Of(block);
        if (around.Length <= MaxLine || around.Length <= text.Length + 1 || !EndsSentence(around) || IsLabelled(around) || AuthorWords.StartsLikeByline(around))
            return false;
        var start = around.IndexOf(text, StringComparison.Ordinal);
        return start < 0 || !IsDateline(around.AsSpan(0, start), around.AsSpan(start + text.Length));
    }

    private static bool IsLabelled(string text)
    {
        var start = text[..Math.Min(text.Length, LabelEnd)];
        return DateMarks.Updated.IsMatch(start) || DateMarks.Published.IsMatch(start);
    }

    /// <summary>
    /// "24 November 2026 – The", "Halvik, 24 Nov 2026 (AP) —", "24.11.2026 The": a place at most before it, and a mark or a new sentence behind it.
    /// </summary>
    private static bool IsDateline(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        after = after.TrimStart();
        if (Words(before) >= SentenceWords || after.IsEmpty)
            return false;
        return after[0] is '-' or '–' or '—' or ':' or '/' or '|' or '(' or '•' or '·' || (before.Trim().IsEmpty && (after[0] is '"' or '“' or '„' or '«'
            || char.IsUpper(after[0])));
    }

    private static bool IsHeading(Element element) => element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static Element Block(Element element)
    {
        while (IsInline(element) && element.ParentElement is { } parent)
            element = parent;
        return element;
    }

    private static bool IsInline(Element element) =>
        element.LocalName is "a" or "abbr" or "b" or "br" or "em" or "font" or "i" or "mark" or "small" or "span" or "strong" or "sup" or "time" or "u";

    private static bool HoldsBlocks(Element element)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is Element part && !IsInline(part))
                return true;
        }

        return false;
    }

    // Chinese, Japanese and Thai part no words: two letters are about one.
    private static int Words(ReadOnlySpan<char> text)
    {
        var (words, unparted, inside) = (0, 0, false);
        foreach (var c in text)
        {
            if (c is (>= '\u0e00' and <= '\u0e7f') or (>= '\u3040' and <= '\u9fff'))
                unparted++;
            else if (char.IsLetter(c) && !inside)
                words++;
            inside = char.IsLetter(c) || c is '\'' or '’' or '-';
        }

        return words + (unparted / 2);
    }

    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \t\r\n\"'”’»)");
        return !text.IsEmpty && text[^1] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';
    }
}
