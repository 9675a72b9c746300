using System.Collections.Frozen;

namespace Aggregator.Text.Dates;

/// <summary>"a.m." and "p.m." in the languages that count hours to twelve, as CLDR and pages write them.</summary>
internal static class HalvesOfDay
{
    /// <summary>Words that mean nothing else beside a time.</summary>
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Words = Load(
        "am πμ قظ صباحا صباحًا ص öö dop dopoledne délelőtt पूर्वाह्न 上午 午前 오전 凌晨 早上 清晨 претпл дп үө priekšp priešpiet mañana manhã утра ранку rano "
            + "vormittags morgens matin mattina",
        "pm μμ بظ مساء مساءً م ös odp odpoledne délután अपराह्न 下午 午後 오후 晚上 傍晚 попл пп үх pēcp popiet tarde noche noite вечера вечора дня popołudniu "
            + "wieczorem nachmittags abends soir pomeriggio sera ptg");

    /// <summary>Words of another meaning, unless a full stop says that they are cut short: "em" is "in" in Portuguese, "du" is "of the" in French.</summary>
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Dotted =
        Load("vm ap de fm fh rn pd", "nm ip du em eh in md pop");

    /// <summary>Words of another meaning, unless they are in capitals: Vietnamese, Uzbek, Malay.</summary>
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Capitals = Load("SA TO PG", "CH TK PTG");

    /// <summary>Those that stand before their time.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Leading =
        "上午 午前 오전 凌晨 早上 清晨 下午 午後 오후 晚上 傍晚 öö ös délelőtt délután de du पूर्वाह्न अपराह्न".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a half of the day behind a time, with the words that lead to it ("de la tarde"), and moves behind it.</summary>
    /// <returns>Whether it is the second half; null where there is none, and the position stays.</returns>
    public static bool? ReadBehind(ReadOnlySpan<char> text, ref int position)
    {
        var i = SkipSpace(text, position);
        for (var joined = 0; joined <= 2; joined++)
        {
            var end = WordEnd(text, i);
            if (end == i)
                return null;
            if (Read(text, i, end, out var next) is { } afternoon)
            {
                position = next;
                return afternoon;
            }

            if (text[i..end] is not ("de" or "la" or "da" or "do" or "del" or "di" or "du" or "po" or "in" or "der"))
                return null;
            i = SkipSpace(text, end);
        }

        return null;
    }

    /// <summary>Reads a word before a time, which may hang on the day ("24日下午").</summary>
    /// <returns>Whether the time after it is in the second half of the day; null where the word does not say.</returns>
    public static bool? ReadBefore(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && text[start] is '日' or '일')
            start++;
        return Leading.Contains(text[start..end]) ? Read(text, start, end, out _) : null;
    }

    /// <summary>The hour of a clock of twenty-four hours.</summary>
    public static int Hour(int hour, bool? afternoon) => afternoon switch
    {
        true when hour < 12 => hour + 12,
        false when hour == 12 => 0,
        _ => hour,
    };

    private static bool? Read(ReadOnlySpan<char> text, int start, int end, out int next)
    {
        var dotted = end < text.Length && text[end] == '.';
        next = dotted ? end + 1 : end;
        var word = text[start..end];
        // "p.m.", "p. m.", "μ.μ.": two letters in two words
        if (word.Length == 1 && SkipSpace(text, next) is var second && WordEnd(text, second) == second + 1
            && FindLetters(word[0], text[second], dotted) is { } abbreviated)
        {
            next = second + 1 < text.Length && text[second + 1] == '.' ? second + 2 : second + 1;
            return abbreviated;
        }

        if (Words.TryGetValue(word, out var afternoon) || (dotted && Dotted.TryGetValue(word, out afternoon)))
            return afternoon;
        return Capitals.TryGetValue(word, out afternoon) && !word.ContainsAnyInRange('a', 'z') ? afternoon : null;
    }

    private static bool? FindLetters(char first, char second, bool dotted)
    {
        ReadOnlySpan<char> letters = [first, second];
        return Words.TryGetValue(letters, out var afternoon) || (dotted && Dotted.TryGetValue(letters, out afternoon)) ? afternoon : null;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && (char.IsLetter(text[i]) || (char.GetUnicodeCategory(text[i])
            is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)))
        {
            i++;
        }

        return i;
    }

    private static FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> Load(string mornings, string afternoons) =>
        mornings.Split(' ').Select(word => (word, false)).Concat(afternoons.Split(' ').Select(word => (word, true)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
