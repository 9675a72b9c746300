using System.Globalization;
using System.Text;

namespace Aggregator.Stories.Tags;

/// <summary>A word of a text.</summary>
/// <param name="Text">As written, without possessive and accents.</param>
/// <param name="Key">Lower case and singular, as patterns are looked up.</param>
/// <param name="SentenceStart">Its capital letter says nothing.</param>
/// <param name="Possessive">An apostrophe and an s follow: part of some names (McDonald's), grammar after others.</param>
internal readonly record struct TagWord(string Text, string Key, bool SentenceStart, bool Possessive);

/// <summary>Cuts texts and patterns into words the same way; hyphens cut, so "self-driving" and "self driving" are the same.</summary>
internal static class TagWords
{
    /// <summary>Longer words are looked up by a string of their own.</summary>
    private const int Longest = 64;

    public static List<TagWord> Of(string text)
    {
        var words = new List<TagWord>();
        Read(text, null, words);
        return words;
    }

    /// <param name="known">Keys that are wanted: of a word with another one text and key may be empty, so that no string is made of it. Null for all.</param>
    /// <param name="words">Emptied, then filled.</param>
    public static void Read(string text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? known, List<TagWord> words)
    {
        words.Clear();
        var sentenceStart = true;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                sentenceStart |= text[i] is '!' or '?' or '\n' or ':' or '"' or '“' or '•' || (text[i] == '.' && EndsSentence(text, i));
                i++;
                continue;
            }

            var start = i;
            i = WordEnd(text, start);
            var (word, key) = Word(text, start, i, known);
            var possessive = IsPossessive(text, i);
            words.Add(new TagWord(word, key, sentenceStart, possessive));
            sentenceStart = false;
            i += possessive ? 2 : 0;
        }
    }

    private static (string Text, string Key) Word(string text, int start, int end, HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? known)
    {
        var written = text.AsSpan(start..end);
        // "US$5" is an amount and names no country.
        var isAmount = end < text.Length && text[end] == '$';
        if (known is { } wanted && written.Length <= Longest && !isAmount && Ascii.IsValid(written))
        {
            Span<char> lower = stackalloc char[Longest];
            Ascii.ToLower(written, lower, out var length);
            return wanted.TryGetValue(Singular(lower[..length]), out var key) ? (written.ToString(), key) : ("", "");
        }

        var word = Fold(written.ToString());
        return (word, isAmount ? word + "$" : Singular(word.ToLowerInvariant().ToCharArray()).ToString());
    }

    private static bool IsPossessive(string text, int at) => at + 1 < text.Length
        && text[at] is '\'' or '’'
        && text[at + 1] is 's' or 'S'
        && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    /// <summary>The dots of "U.S." and of initials end no sentence.</summary>
    private static bool EndsSentence(string text, int dot) => dot < 2 || char.IsLetterOrDigit(text[dot - 2]);

    private static int WordEnd(string text, int start)
    {
        if (IsSign(text[start]))
            return start + 1;
        var end = start + 1;
        while (end < text.Length
            && !IsSign(text[end])
            && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
        {
            end++;
        }

        return end;
    }

    /// <summary>Scripts without spaces: every sign is a word, a name is a row of them.</summary>
    private static bool IsSign(char c) => c >= 'ぁ' && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;

    private static string Fold(string word)
    {
        if (Ascii.IsValid(word))
            return word;
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The English plural rules that cover nearly all nouns; what they spoil ("mercede") they spoil on both sides.</summary>
    /// <param name="word">Changed in place.</param>
    private static ReadOnlySpan<char> Singular(Span<char> word)
    {
        if (word.Length > 4 && word.EndsWith("ies"))
        {
            word[^3] = 'y';
            return word[..^2];
        }

        if (word.Length > 4 && (word.EndsWith("sses") || word.EndsWith("shes") || word.EndsWith("ches") || word.EndsWith("xes")))
            return word[..^2];
        return word.Length > 2 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }
}
