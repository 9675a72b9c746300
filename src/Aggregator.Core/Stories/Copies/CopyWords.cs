using System.Globalization;
using Aggregator.Text.Languages;

namespace Aggregator.Stories.Copies;

/// <summary>A word that says something, with its place in the text.</summary>
/// <param name="Code">15 bits of the hash of its normal form; the lowest bit says that it is a number or a name.</param>
internal readonly record struct CopyWord(ushort Code, int Start, int End);

/// <summary>Cuts a text into the words that say something, in order; function words are left out.</summary>
internal static class CopyWords
{
    private const uint FactBit = 1;

    /// <summary>Longer runs of letters are no words (base64, addresses).</summary>
    private const int MaxWordLength = 64;

    /// <summary>Numbers and names: what tells two fillings of one template apart.</summary>
    public static bool IsFact(ushort code) => (code & FactBit) != 0;

    /// <summary>Equal words have equal values here, however they are capitalised.</summary>
    public static uint Value(ushort code) => code | FactBit;

    public static List<CopyWord> Of(string text)
    {
        var words = new List<CopyWord>(text.Length / 10);
        Span<char> lower = stackalloc char[MaxWordLength];
        var sentenceStart = true;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                sentenceStart |= text[i] is '.' or '!' or '?' or '\n' or ':' or '"' or '“' or '„' or '«' or '•' or '|';
                i++;
                continue;
            }

            var start = i;
            i = WordEnd(text, start);
            var raw = text.AsSpan(start, Math.Min(i - start, MaxWordLength));
            var length = Normal(raw, lower);
            var word = lower[..length];
            if (length > 0 && !FunctionWords.Contains(word))
            {
                var number = char.IsAsciiDigit(raw[0]);
                var name = !number && !sentenceStart && char.IsUpper(raw[0]);
                words.Add(new CopyWord((ushort)((Hash(word) & ~FactBit) | (number || name ? FactBit : 0)), start, i));
            }

            sentenceStart = false;
        }

        return words;
    }

    private static int WordEnd(string text, int start)
    {
        if (IsSign(text[start]))
            return start + 1;
        var digits = char.IsAsciiDigit(text[start]);
        var i = start + 1;
        while (i < text.Length)
        {
            var c = text[i];
            var joins = i + 1 < text.Length && ((c is '.' or ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                || (c is '\'' or '’' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1])));
            if ((!char.IsLetterOrDigit(c) && !joins) || IsSign(c))
                break;

            // "700bn" is a number and a word
            if (digits && char.IsLetter(c))
                break;
            i++;
        }

        return i;
    }

    /// <summary>Scripts without spaces: every sign is a word of its own.</summary>
    private static bool IsSign(char c) => c >= 'ぁ' && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;

    /// <summary>Lower case, without possessive and thousands commas, spelt the American way.</summary>
    private static int Normal(ReadOnlySpan<char> raw, Span<char> into)
    {
        var length = 0;
        foreach (var c in raw)
        {
            if (c is '\'' or '’')
                break;
            if (c != ',')
                into[length++] = char.ToLowerInvariant(c);
        }

        return Spelling.Normalize(into, length);
    }

    /// <summary>
    /// FNV-1a with a final mix, so that any 15 bits are as good as any others: one pair of words in 32,768 is taken for equal, and triples are cut to
    /// 32 bits anyway.
    /// </summary>
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x85ebca6b;
        return hash ^ (hash >> 13);
    }
}
