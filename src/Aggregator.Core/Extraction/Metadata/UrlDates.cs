using Aggregator.Model;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// The day that an address names: <c>/2024/05/31/</c>, <c>/2024-05/31/</c>, <c>/2024-05-31-slug</c>, <c>/20240531/</c>, <c>/31-05-2024-slug</c>.
/// </summary>
internal static class UrlDates
{
    /// <returns>A day, or a month where the address names no more.</returns>
    public static ReadDate? Read(Uri url)
    {
        var path = url.AbsolutePath;
        ReadDate? month = null;
        for (var i = 0; i + 4 <= path.Length; i++)
        {
            if (i > 0 && char.IsAsciiDigit(path[i - 1]))
                continue;
            if (Digits(path, i, 4) is not { } year || year is < 1990 or > 2100)
                continue;
            if ((ReadDay(path, i + 4, year) ?? ReadDayBefore(path, i, year)) is { } day)
                return day;
            month ??= ReadMonth(path, i, year);
        }

        return month;
    }

    private static ReadDate? ReadDay(string path, int i, int year)
    {
        var separated = i < path.Length && path[i] is '/' or '-' or '_' or '.';
        if (!separated)
        {
            // eight digits in a row: anything longer is an article number
            return Digits(path, i, 2) is { } m && Digits(path, i + 2, 2) is { } d && !IsDigit(path, i + 4) ? Date(year, m, d, DatePrecision.Day) : null;
        }

        var separator = path[i];
        var (month, next) = MonthAt(path, i + 1);
        if (month == 0 || next >= path.Length || (path[next] != separator && !EndsWithSlashedDay(path, next)))
            return null;
        var length = IsDigit(path, next + 2) ? 2 : 1;
        return Digits(path, next + 1, length) is { } day && !IsDigit(path, next + 1 + length) ? Date(year, month, day, DatePrecision.Day) : null;
    }

    /// <summary><c>/2024-05/31/</c>, from the slash before the day on; without the one behind it two digits may begin a headline.</summary>
    private static bool EndsWithSlashedDay(string path, int i) =>
        path[i] == '/' && IsDigit(path, i + 1) && IsDigit(path, i + 2) && i + 3 < path.Length && path[i + 3] == '/';

    /// <summary><c>31-05-2024</c>, <c>31.05.2024</c>: the year last means the day first; the American order is not met in addresses.</summary>
    private static ReadDate? ReadDayBefore(string path, int i, int year)
    {
        if (i < 6 || path[i - 1] is not ('-' or '.' or '_') || path[i - 4] != path[i - 1] || (i > 6 && IsDigit(path, i - 7)))
            return null;
        return Digits(path, i - 3, 2) is { } month && Digits(path, i - 6, 2) is { } day ? Date(year, month, day, DatePrecision.Day) : null;
    }

    /// <summary><c>/2024/05/slug</c>: only between slashes, as numbers joined by hyphens are anything.</summary>
    private static ReadDate? ReadMonth(string path, int i, int year)
    {
        if (i == 0 || path[i - 1] != '/' || i + 4 >= path.Length || path[i + 4] != '/')
            return null;
        var (month, next) = MonthAt(path, i + 5);
        return month > 0 && next < path.Length && path[next] == '/' ? Date(year, month, 1, DatePrecision.Month) : null;
    }

    private static (int Month, int Next) MonthAt(string path, int i)
    {
        if (IsDigit(path, i))
        {
            var length = IsDigit(path, i + 1) ? 2 : 1;
            return (Digits(path, i, length) ?? 0, i + length);
        }

        var end = i;
        while (end < path.Length && char.IsAsciiLetter(path[end]))
            end++;
        return (end - i is >= 3 and <= 9 ? MonthNames.Number(path.AsSpan(i, end - i)) : 0, end);
    }

    private static ReadDate? Date(int year, int month, int day, DatePrecision precision) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new ReadDate(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), precision)
            : null;

    private static bool IsDigit(string path, int i) => i < path.Length && char.IsAsciiDigit(path[i]);

    private static int? Digits(string path, int i, int count)
    {
        if (i + count > path.Length)
            return null;
        var value = 0;
        for (var end = i + count; i < end; i++)
        {
            if (!char.IsAsciiDigit(path[i]))
                return null;
            value = (value * 10) + (path[i] - '0');
        }

        return value;
    }
}
