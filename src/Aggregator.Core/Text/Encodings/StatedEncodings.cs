using System.Globalization;
using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>Which of two stated encodings a document is in, told by what its text becomes under each.</summary>
internal static class StatedEncodings
{
    // Enough text to tell; more only costs time.
    private const int LongestSample = 64 * 1024;

    /// <summary>Of a hundred characters beyond ASCII: more damage than this, and the label is false. Pages pasted together have a little.</summary>
    private const int MostDamage = 10;

    /// <param name="first">The label that goes first: the header's.</param>
    /// <param name="second">The document's own.</param>
    /// <returns>Null where neither is stated or what they state cannot be.</returns>
    public static Encoding? Best(ReadOnlySpan<byte> bytes, Encoding? first, Encoding? second)
    {
        var sample = bytes[..Math.Min(bytes.Length, LongestSample)];
        // Latin-1 in a header is what a server says of everything; the document knows better, if its text bears it out.
        if (second is not null && IsLatin1(first) && !IsLatin1(second))
            (first, second) = (second, first);
        var (firstDamage, firstOdd) = Look(sample, first);
        if (firstDamage == 0 && firstOdd == 0)
            return first;
        var (secondDamage, secondOdd) = Look(sample, second);
        var best = (secondDamage, secondOdd).CompareTo((firstDamage, firstOdd)) < 0 ? second : first;
        return Math.Min(firstDamage, secondDamage) <= MostDamage ? best : null;
    }

    private static bool IsSign(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.CurrencySymbol
        or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    private static bool IsLatin1(Encoding? encoding) => encoding?.CodePage is 1252;

    /// <summary>Of a hundred characters beyond ASCII, those that no text has, and the signs inside words ("¼uvre").</summary>
    private static (int Damage, int Odd) Look(ReadOnlySpan<byte> sample, Encoding? encoding)
    {
        if (encoding is null || EncodingLabels.IsUnicode(encoding))
            return (100, 100);
        int all = 0, damage = 0, odd = 0;
        var text = encoding.GetString(sample);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAscii(c))
                continue;
            all++;
            if (c == '\uFFFD' || c is >= '\u0080' and <= '\u009F' or >= '\uE000' and <= '\uF8FF')
                damage++;
            else if (IsSign(c) && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                odd++;
        }

        return all == 0 ? (0, 0) : ((damage * 100 + all - 1) / all, (odd * 100 + all - 1) / all);
    }
}
