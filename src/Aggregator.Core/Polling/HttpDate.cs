using System.Globalization;

namespace Aggregator.Polling;

/// <summary>Reads the dates of HTTP headers, more leniently than RFC 9110 §5.6.7 writes them.</summary>
/// <remarks>
/// The weekday is ignored, because servers get it wrong and the framework then refuses the whole date. Taken are the three
/// forms of the RFC (IMF-fixdate, RFC 850, asctime) and numeric zones; everything else is null.
/// </remarks>
public static class HttpDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The instant in UTC; null for what is no date.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length is < 10 or > 64)
            return null;
        int day = 0, month = 0, year = -1;
        TimeSpan? time = null, zone = TimeSpan.Zero;
        foreach (var part in text.Split([' ', ',', '-', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Contains(':', StringComparison.Ordinal))
                time = TimeSpan.TryParseExact(part, [@"hh\:mm\:ss", @"h\:mm\:ss", @"hh\:mm"], CultureInfo.InvariantCulture, out var t) ? t : null;
            else if (part[0] == '+' || (time is not null && year >= 0 && part.Length == 4 && char.IsAsciiDigit(part[0])))
                zone = Zone(part, negative: part[0] != '+');
            else if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                _ = day == 0 ? day = number : year < 0 ? year = FullYear(number, part.Length) : 0;
            else if (month == 0 && part.Length >= 3)
                month = Array.IndexOf(Months, part[..3].ToLowerInvariant()) + 1;
        }

        return time is { } clock && zone is { } offset && month > 0 && year is >= 1 and <= 9998 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + clock - offset
            : null;
    }

    /// <summary>Two digits of RFC 850: a pivot at 70 keeps every date since the Unix epoch.</summary>
    private static int FullYear(int number, int digits) => digits > 2 ? number : number < 70 ? 2000 + number : 1900 + number;

    private static TimeSpan? Zone(string part, bool negative)
    {
        var digits = part.TrimStart('+');
        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 1400)
            return null;
        var zone = new TimeSpan(number / 100, number % 100, 0);
        return negative ? -zone : zone;
    }
}
