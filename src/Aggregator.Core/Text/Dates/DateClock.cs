using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>A time of day as it is written, with its zone.</summary>
/// <param name="Offset">From UTC; null where none is written.</param>
/// <param name="Place">The place whose clocks are meant; null where none is named.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="Parted">A bar, a dash or the like and a longer word stand between it and the date before it: it is the time of something else.</param>
internal readonly record struct ClockTime(TimeSpan Time, TimeSpan? Offset, TimeZoneInfo? Place, int End, bool Parted)
{
    public ReadDate On(DateTime day)
    {
        // Midnight to the second is a day that a program filled up to a time.
        var precision = Time == TimeSpan.Zero ? DatePrecision.Day : Offset is null && Place is null ? DatePrecision.NoZone : DatePrecision.Full;
        return new ReadDate(new DateTimeOffset(day + Time, Offset ?? Place?.GetUtcOffset(day + Time) ?? TimeSpan.Zero), precision);
    }
}

/// <summary>Reads the time of day and the zone that stand beside a day.</summary>
internal static class DateClock
{
    /// <summary>Words between a day and its time ("at", "um", "à"): more than this many and the time belongs to something else.</summary>
    private const int MaxGap = 3;

    /// <summary>Letters of a word that names what a time is of ("updated"); those that lead to a time are shorter.</summary>
    private const int LabelLength = 4;

    /// <summary>The time that follows a day which ends at <paramref name="position"/>.</summary>
    public static ClockTime? ReadBehind(ReadOnlySpan<char> text, int position)
    {
        var (words, bar, label) = (0, false, false);
        bool? afternoon = null;
        while (position < text.Length)
        {
            if (char.IsDigit(text[position]))
                return ReadAt(text, position, afternoon) is { } clock ? clock with { Parted = label } : null;
            if (!char.IsLetter(text[position]))
            {
                bar |= text[position] is '|' or '/' or '•' or '·' or '-' or '–' or '—';
                position++;
                continue;
            }

            var start = position;
            while (position < text.Length && char.IsLetter(text[position]))
                position++;
            afternoon = HalvesOfDay.ReadBefore(text, start, position) ?? afternoon;
            label |= bar && position - start >= LabelLength;
            // "T", "à" and "日" part nothing
            if (position - start > 1 && ++words > MaxGap)
                return null;
        }

        return null;
    }

    /// <summary>
    /// The time that begins with the number at <paramref name="position"/>: <c>17:30</c>, <c>5.30 pm</c>, <c>17h30</c>, <c>5 pm</c>, <c>17시 30분</c>.
    /// </summary>
    /// <param name="afternoon">What stands before it says so.</param>
    public static ClockTime? ReadAt(ReadOnlySpan<char> text, int position, bool? afternoon = null)
    {
        var i = position;
        if (Number(text, ref i, 2) is not (>= 0 and <= 23 and var hour))
            return null;
        var (minute, second, sure) = (0, 0, true);
        // "17 h 30", "17 시 30 분"
        if (At(text, Space(text, i)) is 'h' or 'H' or '時' or '时' or '点' or '點' or '시')
            i = Space(text, i);
        switch (At(text, i))
        {
            case ':' or '：' or '.' when Two(text, i + 1) is { } minutes:
                // "17.30" alone may be a price
                (sure, minute) = (text[i] != '.', minutes);
                i += 3;
                if (At(text, i) == ':' && Two(text, i + 1) is { } seconds)
                    (second, i) = (seconds, Fraction(text, i + 3));
                break;
            case 'h' or 'H' when Two(text, Space(text, i + 1)) is { } after:
                (minute, i) = (after, Space(text, i + 1) + 2);
                break;
            case '時' or '时' or '点' or '點' or '시':
                i = Space(text, i + 1);
                if (Number(text, ref i, 2) is >= 0 and <= 59 and var minutesAfter && At(text, i) is '分' or '분')
                    (minute, i) = (minutesAfter, i + 1);
                break;
            default:
                sure = false;
                minute = -1;
                break;
        }

        // "5 pm" is a time, "5 Uhr" too, "5" is none; a half of the day makes no time of "17.305"
        if (char.IsDigit(At(text, i)))
            return null;
        var half = HalvesOfDay.ReadBehind(text, ref i);
        var oClock = Word(text, Space(text, i), out var end);
        if (oClock is "uhr" or "Uhr" or "UHR" or "hrs" or "Hrs" or "hs" or "น")
            (i, sure) = (end, true);
        if (!sure && half is null)
            return null;
        var time = new TimeSpan(HalvesOfDay.Hour(hour, half ?? afternoon), Math.Max(0, minute), second);
        var (offset, place) = WrittenZone.Read(text, ref i, half is not null, joinedOnly: second == 0);
        return new ClockTime(time, offset, place, i, Parted: false);
    }

    private static int Fraction(ReadOnlySpan<char> text, int i)
    {
        if (At(text, i) is not ('.' or ',') || !char.IsAsciiDigit(At(text, i + 1)))
            return i;
        i++;
        while (char.IsAsciiDigit(At(text, i)))
            i++;
        return i;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        while (char.IsLetter(At(text, end)))
            end++;
        return text[start..end];
    }

    private static int Space(ReadOnlySpan<char> text, int i)
    {
        while (char.IsWhiteSpace(At(text, i)))
            i++;
        return i;
    }

    private static int? Two(ReadOnlySpan<char> text, int i) =>
        char.IsDigit(At(text, i)) && char.IsDigit(At(text, i + 1)) && Number(text, ref i, 2) is >= 0 and <= 59 and var value ? value : null;

    private static int Number(ReadOnlySpan<char> text, ref int i, int most)
    {
        var (value, start) = (0, i);
        for (; i - start < most && char.IsDigit(At(text, i)); i++)
            value = (value * 10) + (int)char.GetNumericValue(text[i]);
        return i == start || char.IsDigit(At(text, i)) ? -1 : value;
    }

    private static char At(ReadOnlySpan<char> text, int i) => i >= 0 && i < text.Length ? text[i] : '\0';
}
