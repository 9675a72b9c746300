using System.Globalization;
using System.Text;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// Words of running text: lower case, without diacritics and possessives; scripts that are written without spaces come as overlapping pairs of
/// characters.
/// </summary>
internal static class Tokenizer
{
    /// <param name="Word">As compared.</param>
    /// <param name="Capital">Starts with a capital letter in the text.</param>
    /// <param name="Opens">Is the first word of a sentence, where a capital says nothing.</param>
    /// <param name="Place">Where it stands in the text, normalised to form KC.</param>
    public readonly record struct Token(string Word, bool Capital, bool Opens, Range Place);

    /// <summary>The tokens of a text up to a number of them; a pair of characters counts as half a word.</summary>
    public static IEnumerable<Token> Read(string text, int limit)
    {
        var normal = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var used = 0;
        var opens = true;
        for (var at = 0; at < normal.Length && used < limit * 2;)
        {
            if (IsUnspaced(normal[at]))
            {
                var end = RunEnd(normal, at, IsUnspaced);
                for (var i = at; i < Math.Max(at + 1, end - 1) && used < limit * 2; i++, used++)
                    yield return new Token(normal.Substring(i, Math.Min(2, end - i)), false, false, i..Math.Min(i + 2, end));

                (at, opens) = (end, false);
            }
            else if (char.IsLetterOrDigit(normal[at]))
            {
                var end = WordEnd(normal, at);
                yield return new Token(Fold(normal.AsSpan(at, end - at)), char.IsUpper(normal[at]), opens, at..end);
                (at, opens, used) = (end, false, used + 2);
            }
            else
            {
                opens = opens || normal[at] is '.' or '!' or '?' or '\n' or ':' or '"' or '“';
                at++;
            }
        }
    }

    /// <summary>
    /// Han, Hiragana, Katakana, Thai, Lao, Khmer: no spaces between words. Hangul has spaces, but its endings are many, so pairs serve it too.
    /// </summary>
    private static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\u0E00' and <= '\u0EFF')
            or (>= '\u1780' and <= '\u17FF');

    private static int RunEnd(string s, int at, Func<char, bool> inside)
    {
        while (at < s.Length && inside(s[at]))
            at++;

        return at;
    }

    private static int WordEnd(string s, int at)
    {
        var i = at;
        while (i < s.Length && !IsUnspaced(s[i]) && (char.IsLetterOrDigit(s[i]) || IsMark(s[i]) || JoinsNumber(s, i) || JoinsLetters(s, i)))
            i++;

        return i;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>1,200 and 2.5 are one number.</summary>
    private static bool JoinsNumber(string s, int i) =>
        s[i] is '.' or ',' && i > 0 && i + 1 < s.Length && char.IsAsciiDigit(s[i - 1]) && char.IsAsciiDigit(s[i + 1]);

    /// <summary>The apostrophe inside a word, and the stops of U.S. and U.K.</summary>
    private static bool JoinsLetters(string s, int i) => i > 0 && i + 1 < s.Length && char.IsLetter(s[i - 1]) && char.IsLetter(s[i + 1])
        && (s[i] is '\'' or '’' || (s[i] == '.' && char.IsUpper(s[i - 1]) && char.IsUpper(s[i + 1])));

    private static string Fold(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOfAny('\'', '’');
        if (apostrophe > 0)
        {
            // Tesla's is Tesla; l'accord is accord; O'Brien and Ma'Khia stay whole.
            word = word.Length - apostrophe <= 2 ? word[..apostrophe] : apostrophe == 1 && char.IsLower(word[0]) ? word[2..] : word;
        }

        if (Ascii.IsValid(word) && !word.ContainsAny('\'', '.', ','))
            return string.Create(word.Length, word, static (into, from) => Ascii.ToLower(from, into, out _));

        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToString().Normalize(NormalizationForm.FormD))
        {
            // U+0300 to U+036F are the accents of Latin, Greek and Cyrillic; the marks of Indic scripts are vowels and stay.
            if (c is not ((>= '\u0300' and <= '\u036F') or '\'' or '’' or '.' or ','))
                folded.Append(char.ToLowerInvariant(c));
            else if (c == '.' && folded.Length > 0 && char.IsAsciiDigit(folded[^1]))
                folded.Append(c);
        }

        return folded.ToString();
    }
}
