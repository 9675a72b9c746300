using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>A date read from text: what it says and how much of it.</summary>
internal readonly record struct ReadDate(DateTimeOffset Instant, DatePrecision Precision);

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
    public static ReadDate? Read(string? text, bool monthFirst = false)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = text.Trim();
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        return ReadNumber(text) ?? ReadWritten(DateTokens.Split(text), monthFirst);
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

    private static ReadDate? ReadWritten(List<DateToken> tokens, bool monthFirst)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (MatchDay(tokens, i, monthFirst, out var day, out var next))
                return DateClock.Complete(day, tokens, next);
        }

        return null;
    }

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
