using System.Globalization;

namespace Aggregator.Text.Dates;

/// <summary>A number or a word of a written date.</summary>
/// <param name="Text">The word in lower case; empty for a number.</param>
/// <param name="Value">The number, or -1 for a word.</param>
/// <param name="Digits">How many digits it was written with.</param>
/// <param name="Separator">What stands before it: <c>.</c> <c>/</c> <c>-</c> <c>:</c> <c>+</c>, or a space.</param>
/// <param name="Joined">No white space between the token and the one before, or only after a full stop.</param>
/// <param name="Start">Where it begins in the text that was split.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct DateToken(string Text, int Value, int Digits, char Separator, bool Joined, int Month, int Start, int End)
{
    public bool IsNumber => Value >= 0;

    public bool IsYear => Digits == 4 && Value is >= 1990 and <= 2100;

    public bool IsDay => Digits is 1 or 2 && Value is >= 1 and <= 31;
}

/// <summary>Splits text into the numbers and words that dates are made of; words that only join them (<c>de</c>, <c>of</c>, <c>th</c>) are left out.</summary>
internal static class DateTokens
{
    /// <summary>Four digits of a year, or numbers joined by full stops, slashes or hyphens: without either there is no date.</summary>
    public static bool MayHoldDate(ReadOnlySpan<char> text)
    {
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                run++;
                continue;
            }

            if (run >= 4 || (run is 1 or 2 && text[i] is '.' or '/' or '-' or '年'))
                return true;
            run = 0;
        }

        return run >= 4;
    }

    public static List<DateToken> Split(string text)
    {
        var tokens = new List<DateToken>();
        var separator = ' ';
        var joined = false;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsDigit(text[i]))
            {
                while (i < text.Length && char.IsDigit(text[i]))
                    i++;
                tokens.Add(new DateToken("", Number(text.AsSpan(start, i - start)), i - start, separator, joined, 0, start, i));
                (separator, joined) = ('\0', true);
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length
                    && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                {
                    i++;
                }

                var word = text[start..i].ToLowerInvariant();
                if (Joins(word))
                    continue;
                tokens.Add(new DateToken(word, -1, 0, separator, joined, MonthNames.Number(word), start, i));
                (separator, joined) = ('\0', true);
            }
            else
            {
                if (char.IsWhiteSpace(text[i]))
                    joined = joined && separator == '.';
                else
                    separator = text[i] is '\u2013' or '\u2212' ? '-' : text[i];
                i++;
            }
        }

        return tokens;
    }

    private static bool Joins(string word) => word is "st" or "nd" or "rd" or "th" or "of" or "de" or "del" or "er" or "den" or "d" or "г" or "року" or "the"
        or "年" or "月" or "日" or "년" or "월" or "일";

    private static int Number(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (value > 100_000_000)
                break;
            value = (value * 10) + (int)char.GetNumericValue(digit);
        }

        return value;
    }
}
