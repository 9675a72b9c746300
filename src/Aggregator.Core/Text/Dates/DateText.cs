using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>A date read from text: what it says and how much of it.</summary>
internal readonly record struct ReadDate(DateTimeOffset Instant, DatePrecision Precision);

/// <summary>A date with the place where it stands in its text.</summary>
internal readonly record struct FoundDate(ReadDate Date, int Start, int End);

/// <summary>
/// Reads dates as pages write them: ISO 8601 in its sloppy forms, RFC 2822, and the written dates of many languages (<c>3. März 2024</c>,
/// <c>March 3rd, 2024</c>, <c>2024年3月3日</c>, <c>03/04/2024</c>). The first date in the text counts.
/// </summary>
internal static class DateText
{
    /// <summary>Dates before the web's first news sites are mistakes (epoch zero, year 1) or the subject of the text.</summary>
    private const int FirstYear = 1990;

    /// <summary>Written dates stand near the start of the text they are looked for in; past this it is prose.</summary>
    private const int MaxLength = 300;

    /// <param name="monthFirst">Whether <c>03/04/2024</c> means the fourth of March.</param>
    public static ReadDate? Read(string? text, bool monthFirst = false) => ReadAll(text, monthFirst, 1) is [{ Date: var first }, ..] ? first : null;

    /// <summary>The dates of a line, in order, each with the places where it begins and ends.</summary>
    /// <param name="most">How many of them are wanted.</param>
    public static IReadOnlyList<FoundDate> ReadAll(string? text, bool monthFirst, int most = 4)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        if (ReadNumber(text.Trim()) is { } number)
            return [new FoundDate(number, 0, text.Length)];
        var tokens = DateTokens.Split(text);
        List<FoundDate> dates = [];
        var free = 0;
        for (var i = 0; i < tokens.Count && dates.Count < most; i++)
        {
            if (tokens[i].Start < free || Match(text, tokens, i, monthFirst, free) is not { } date)
                continue;
            dates.Add(date);
            free = date.End;
        }

        return dates;
    }

    /// <summary>The date whose day begins with the token, with the time behind it, within it (<c>Nov 24 17:30:00 EST 2026</c>) or before it.</summary>
    /// <param name="free">Where the text is that no earlier date has taken.</param>
    private static FoundDate? Match(string text, List<DateToken> tokens, int i, bool monthFirst, int free)
    {
        if (MatchYearLast(text, tokens, i) is { } inside)
            return inside;
        if (!MatchDay(tokens, i, monthFirst, out var day, out var next))
            return null;
        var (start, end) = (tokens[i].Start, tokens[next - 1].End);
        var behind = DateClock.ReadBehind(text, end);
        var before = ReadBefore(text, tokens, i, free);
        // A time between two dates belongs to the second where the first has its own before it, or where a bar and a label stand between.
        if (behind is { } clock && !((clock.Parted || before is not null) && IsBeforeDate(tokens, clock.End, monthFirst)))
            return clock.Parted ? new FoundDate(Midnight(day), start, end) : new FoundDate(clock.On(day), start, clock.End);
        return before is { } earlier ? new FoundDate(earlier.Clock.On(day), earlier.Start, end) : new FoundDate(Midnight(day), start, end);
    }

    private static ReadDate Midnight(DateTime day) => new(new DateTimeOffset(day, TimeSpan.Zero), DatePrecision.Day);

    /// <summary>Whether a day follows at once, with a word or two between at most.</summary>
    private static bool IsBeforeDate(List<DateToken> tokens, int position, bool monthFirst)
    {
        var words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Start < position)
                continue;
            if (MatchDay(tokens, i, monthFirst, out _, out _))
                return true;
            if (tokens[i].IsNumber || ++words > 2)
                return false;
        }

        return false;
    }

    /// <summary>A time that ends where the day begins, but for a word or two ("on", "am", a weekday).</summary>
    private static (ClockTime Clock, int Start)? ReadBefore(string text, List<DateToken> tokens, int day, int free)
    {
        for (var i = day - 1; i >= 0 && i >= day - 8 && tokens[i].Start >= free; i--)
        {
            if (!tokens[i].IsNumber || (i > 0 && tokens[i - 1].IsNumber && tokens[i].Joined) || DateClock.ReadAt(text, tokens[i].Start) is not { } clock)
                continue;
            var between = tokens.Skip(i).Take(day - i).Count(t => t.Start >= clock.End);
            return between <= 2 && clock.End <= tokens[day].Start ? (clock, tokens[i].Start) : null;
        }

        return null;
    }

    /// <summary><c>Tue Nov 24 17:30:00 EST 2026</c>, as C and Java write a date.</summary>
    private static FoundDate? MatchYearLast(string text, List<DateToken> tokens, int i)
    {
        if (i + 3 >= tokens.Count || tokens[i].Month == 0 || !tokens[i + 1].IsDay || DateClock.ReadAt(text, tokens[i + 2].Start) is not { } clock)
            return null;
        for (var last = i + 3; last < tokens.Count; last++)
        {
            if (tokens[last].Start >= clock.End)
            {
                return tokens[last].IsYear && Make(tokens[last].Value, tokens[i].Month, tokens[i + 1].Value, out var day)
                    ? new FoundDate(clock.On(day), tokens[i].Start, tokens[last].End)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Unix time, in seconds or milliseconds, or eight digits <c>20240303</c>.</summary>
    private static ReadDate? ReadNumber(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return text.Length switch
        {
            8 => Day((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)),
            10 => Within(DateTimeOffset.FromUnixTimeSeconds(number)),
            13 => Within(DateTimeOffset.FromUnixTimeMilliseconds(number)),
            14 => Day((int)(number / 10000000000), (int)(number / 100000000 % 100), (int)(number / 1000000 % 100)),
            _ => null,
        };
    }

    private static ReadDate? Within(DateTimeOffset instant) =>
        instant.Year >= FirstYear && instant.Year < 2100 ? new ReadDate(instant, DatePrecision.Full) : null;

    private static bool MatchDay(List<DateToken> tokens, int i, bool monthFirst, out DateTime day, out int next)
    {
        day = default;
        next = i + 3;
        if (i + 2 >= tokens.Count)
            return false;
        var (a, b, c) = (tokens[i], tokens[i + 1], tokens[i + 2]);
        if (a.IsYear && b.Month > 0 && c.IsDay)
            return Make(a.Value, b.Month, c.Value, out day);
        if (a.IsYear && b.IsNumber && c.IsNumber && b.Digits <= 2 && c.Digits <= 2)
            return Make(a.Value, b.Value, c.Value, out day);
        if (a.IsDay && b.Month > 0 && c.IsYear)
            return Make(c.Value, b.Month, a.Value, out day);
        if (a.Month > 0 && b.IsDay && c.IsYear)
            return Make(c.Value, a.Month, b.Value, out day);
        if (a.IsDay && b.Month > 0 && c is { IsNumber: true, Digits: 2 } && c.Joined)
            return Make(2000 + c.Value, b.Month, a.Value, out day);
        if (a is { IsNumber: true, Digits: <= 2 }
            && b is { IsNumber: true, Digits: <= 2, Joined: true }
            && c.Joined
            && (c.IsYear || c is { IsNumber: true, Digits: 2 } && b.Separator == '.'))
        {
            var year = c.IsYear ? c.Value : 2000 + c.Value;
            var first = monthFirst && b.Separator != '.';
            return first
                ? Make(year, a.Value, b.Value, out day) || Make(year, b.Value, a.Value, out day)
                : Make(year, b.Value, a.Value, out day) || (b.Separator != '.' && Make(year, a.Value, b.Value, out day));
        }

        return false;
    }

    private static bool Make(int year, int month, int day, out DateTime date)
    {
        date = default;
        if (year is < FirstYear or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    private static ReadDate? Day(int year, int month, int day) =>
        Make(year, month, day, out var date) ? new ReadDate(new DateTimeOffset(date, TimeSpan.Zero), DatePrecision.Day) : null;
}
