using System.Buffers;
using System.Globalization;
using Aggregator.Text.Languages;

namespace Aggregator.Text.Sentences;

/// <summary>
/// Cuts plain text into sentences: at line ends, behind the marks that close a sentence, and not behind abbreviations, initials, ordinals and numbered
/// headings. A quotation of several sentences is cut like other text; its closing mark stays with the sentence before it.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>Characters looked at to tell the language when nobody stated it; a sentence or three.</summary>
    private const int GuessReach = 400;

    /// <summary>A number up to this many digits with a stop may be an ordinal ("am 3. Mai") or count a heading ("2. Results").</summary>
    private const int OrdinalDigits = 2;

    private static readonly SearchValues<char> Openers = SearchValues.Create("\"'“„‘«‹([¿¡—–-•「『");

    /// <param name="text">One paragraph, heading or item of a list a line.</param>
    /// <param name="language">A tag such as <c>de-AT</c>; told from the text when null.</param>
    /// <returns>The places of the sentences in order, without the white space between them; none is empty.</returns>
    public static List<Range> Split(string text, string? language = null)
    {
        var ordinals = HasOrdinalStops(language ?? LanguageDetector.Detect(text[..Math.Min(text.Length, GuessReach)]));
        var sentences = new List<Range>();
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is '\n' or '\r')
            {
                Add(sentences, text, start, at);
                start = ++at;
                continue;
            }

            var end = IsMark(text[at]) ? MarksEnd(text, start, at) : at + 1;
            if (IsMark(text[at]) && Closes(text, start, at, end, ordinals))
            {
                Add(sentences, text, start, end);
                start = end;
            }

            at = end;
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    /// <summary>The languages that write the day before the month with a stop.</summary>
    private static bool HasOrdinalStops(string? language) => language?.Split('-', '_')[0].ToLowerInvariant()
        is "de" or "da" or "no" or "nb" or "nn" or "fi" or "cs" or "sk" or "hu" or "pl" or "hr" or "sr" or "et" or "lv" or "sl";

    private static void Add(List<Range> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(start..end);
    }

    private static bool IsMark(char c) =>
        c is '.' or '!' or '?' or '…' or '؟' or '۔' or '।' or '॥' or '‼' or '⁇' or '⁈' or '⁉' || IsWideMark(c);

    /// <summary>The marks of scripts without spaces: the next sentence follows at once.</summary>
    private static bool IsWideMark(char c) => c is '。' or '！' or '？' or '．' or '｡';

    private static bool IsCloser(char c) => c is '”' or '’' or '»' or ')' or ']' or '}' or '」' or '』' or '》' or '〉' or '）' or '】' or '›';

    /// <summary>Behind all marks and what they close: <c>?!</c>, <c>...”</c>, <c>. »</c>.</summary>
    private static int MarksEnd(string text, int start, int at)
    {
        while (at < text.Length && IsMark(text[at]))
            at++;
        for (; at < text.Length; at++)
        {
            if (IsCloser(text[at]))
                continue;
            if (text[at] is '"' or '\'' or '“' && IsOpen(text, start, at))
                continue;
            // French sets a space before its closing mark.
            if (text[at] is ' ' or '\u00A0' or '\u202F' && at + 1 < text.Length && text[at + 1] == '»')
                continue;
            break;
        }

        return at;
    }

    /// <summary>Whether a mark that opens as well as closes closes here: behind an odd number of its kind, or behind the German opening mark.</summary>
    private static bool IsOpen(string text, int start, int at)
    {
        var before = text.AsSpan(start..at);
        if (text[at] == '“')
            return before.Count('„') > before.Count('“');
        // An opening mark stands behind white space and before a letter; one that closes stands before white space or the end.
        return at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]) || before.Count(text[at]) % 2 == 1;
    }

    /// <param name="mark">Where the first mark stands.</param>
    /// <param name="end">Behind the marks and what they close.</param>
    private static bool Closes(string text, int start, int mark, int end, bool ordinals)
    {
        if (IsWideMark(text[mark]))
            return true;
        if (end == text.Length || text[end] is '\n' or '\r')
            return true;
        var next = end;
        while (next < text.Length && text[next] is not ('\n' or '\r') && IsBetween(text[next]))
            next++;
        if (next == text.Length || text[next] is '\n' or '\r')
            return true;
        if (!char.IsWhiteSpace(text[end]))
            return IsForgottenSpace(text, mark, end);
        if (char.IsLower(text[next]))
            return false;
        return text[mark] != '.' || end > mark + 1 || !GoesOn(text, start, mark, next, ordinals);
    }

    /// <summary>White space and what may stand before the first word of a sentence.</summary>
    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || Openers.Contains(c);

    /// <summary>"by the end of the decade.The US is set": a word that opens sentences, behind a word of more than two letters.</summary>
    private static bool IsForgottenSpace(string text, int mark, int end) => end == mark + 1
        && text[mark] == '.'
        && mark >= 3
        && char.IsLower(text[mark - 1])
        && char.IsLower(text[mark - 2])
        && char.IsUpper(text[end])
        && OpensSentence(text, end);

    /// <summary>Whether the full stop belongs to the word before it.</summary>
    private static bool GoesOn(string text, int start, int mark, int next, bool ordinals)
    {
        var wordStart = mark;
        while (wordStart > start && (char.IsLetterOrDigit(text[wordStart - 1]) || IsInside(text, wordStart - 1)))
            wordStart--;
        var word = text.AsSpan(wordStart..mark);
        if (word.IsEmpty)
            return false;
        if (word.ContainsAnyInRange('0', '9'))
            return IsCount(text, start, wordStart, word) || (ordinals && IsOrdinal(word) && !OpensSentence(text, next));
        return Abbreviations.KindOf(word) switch
        {
            AbbreviationKind.GoesOn => true,
            AbbreviationKind.BeforeNumber => char.IsAsciiDigit(text[next]),
            AbbreviationKind.MayEnd => !OpensSentence(text, next),
            _ => IsInitials(word) && !OpensSentence(text, next),
        };
    }

    private static bool IsInside(string text, int at) => text[at] is '.' or '°' or '-' && at > 0 && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    /// <summary>"J", "U.S", "a.m": single letters with stops between them.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return word.Length % 2 == 1;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word) => word.Length <= OrdinalDigits && !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>"1. Introduction": a short number that begins the line.</summary>
    private static bool IsCount(string text, int start, int wordStart, ReadOnlySpan<char> word) =>
        IsOrdinal(word) && (start == 0 || text[start - 1] is '\n' or '\r') && text.AsSpan(start..wordStart).Trim(" \t•-–*(").IsEmpty;

    /// <summary>Whether the capitalised word is one that only the beginning of a sentence capitalises.</summary>
    private static bool OpensSentence(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        if (end == at || (end < text.Length && text[end] == '.'))
            return false;
        Span<char> lower = stackalloc char[32];
        var written = text.AsSpan(at..end);
        if (written.Length > lower.Length || written is "I" || CultureInfo.InvariantCulture.TextInfo.ToLower(written[0]) == written[0])
            return false;
        var length = written.ToLowerInvariant(lower);
        return FunctionWords.Contains(lower[..length]);
    }
}
