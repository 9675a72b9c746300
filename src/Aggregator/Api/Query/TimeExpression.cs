using System.Globalization;
using Aggregator.Stores;

namespace Aggregator.Api.Query;

/// <summary>Reads a point in time: ISO 8601, or a span back from now.</summary>
internal static class TimeExpression
{
    public const string Allowed = "an ISO 8601 date or time (2026-11-22, 2026-11-22T08:00:00Z) or a span back from now (30m, 24h, 7d, 4w)";

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    // No newspaper is older, and the calendar has room on both sides for the zones, weeks and windows that are counted from a bound.
    private static readonly DateTimeOffset Earliest = new(1600, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// A time without an offset is that of the zone's clocks, a date is its midnight by them. Times before 1600 and after 9998 are taken as the first moment of
    /// 1600 and of 9999.
    /// </summary>
    /// <param name="zone">The zone of what names none; null for UTC.</param>
    /// <param name="isRelative">The value was a span, so that the same text means another time later.</param>
    public static bool TryParse(string text, DateTimeOffset now, TimeZoneInfo? zone, out DateTimeOffset at, out bool isRelative)
    {
        isRelative = false;
        // In an address, a plus sign that was not escaped arrives as a space: 08:00:00+02:00.
        var stamp = text.Length > 6 && text[^6] == ' ' && text.Contains('T', StringComparison.Ordinal) ? $"{text[..^6]}+{text[^5..]}" : text;
        // RoundtripKind keeps whether an offset was written.
        if (DateTime.TryParseExact(stamp, Forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var shown)
            && DateTimeOffset.TryParseExact(
                stamp, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at))
        {
            if (shown.Kind == DateTimeKind.Unspecified && zone is not null && at > Earliest && at < Latest)
                at = ZoneTime.At(zone, shown).ToUniversalTime();
            at = at < Earliest ? Earliest : at > Latest ? Latest : at;
            return true;
        }

        isRelative = TryParseSpan(text, out var span) && span <= now - DateTimeOffset.UnixEpoch;
        at = isRelative ? now - span : default;
        return isRelative;
    }

    /// <summary>A span of time: 30m, 24h, 7d, 4w.</summary>
    public static bool TryParseSpan(string text, out TimeSpan span)
    {
        span = default;
        // Six digits: more would overflow a span of weeks.
        if (text.Length is < 2 or > 7 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        TimeSpan? unit = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        if (unit is null)
            return false;
        span = unit.Value * number;
        return true;
    }
}
