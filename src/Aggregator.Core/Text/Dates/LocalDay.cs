using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>
/// Puts an instant that a page declares in UTC on the day that the page shows beside its headline: content systems write machine-readable dates in
/// UTC and visible ones in the outlet's own zone, and late in the evening these are two different days.
/// </summary>
internal static class LocalDay
{
    /// <summary>Whole hours; zones run from UTC-12 to UTC+14.</summary>
    private const int West = 12, East = 14;

    /// <summary>Minutes by which a shown time is rounded or late.</summary>
    private const double ClockTolerance = 2;

    /// <summary>
    /// The same instant in the nearest offset of whole hours in which it falls on the shown day; the date as it was where it has an offset of its
    /// own, where the days agree, or where no zone has that day.
    /// </summary>
    public static ClaimedDate Align(ClaimedDate declared, ReadDate? shown)
    {
        if (shown is not { } local || declared.Precision != DatePrecision.Full || declared.Instant.Offset != TimeSpan.Zero)
            return declared;
        var instant = declared.Instant;
        var hours = (local.Instant.Date - instant.Date).Days switch
        {
            -1 => -(instant.Hour + 1),
            1 => 24 - instant.Hour,
            _ => 0,
        };
        if (hours is 0 or < -West or > East)
            return declared;
        return declared with { Instant = instant.ToOffset(FromClock(instant, local) ?? TimeSpan.FromHours(hours)) };
    }

    /// <summary>
    /// The date by the outlet's own clocks: an instant that the page gives in UTC stays the same instant, a day or a time without a zone is read as theirs.
    /// Midnight UTC is a day that a content system filled up to an instant and stays.
    /// </summary>
    public static ClaimedDate Locate(ClaimedDate date, OutletZone? zone)
    {
        if (zone is not { } clocks)
            return date;
        if (date.Precision is DatePrecision.Day or DatePrecision.NoZone)
            return date with { Instant = clocks.Read(date.Instant.DateTime) };
        return MayShift(date) ? date with { Instant = clocks.Show(date.Instant) } : date;
    }

    /// <summary>Whether the shown day was over before the declared instant in every zone.</summary>
    public static bool IsBefore(ReadDate shown, ClaimedDate declared) => shown.Instant.Date < declared.Instant.UtcDateTime.AddHours(-West).Date;

    /// <summary>Midnight UTC is a day that a content system filled up to an instant; it has no other day in another zone.</summary>
    public static bool MayShift(ClaimedDate date) =>
        date.Precision == DatePrecision.Full && date.Instant.Offset == TimeSpan.Zero && date.Instant.TimeOfDay != TimeSpan.Zero;

    /// <summary>The offset that a shown time of day tells exactly; zones are whole quarters of an hour.</summary>
    private static TimeSpan? FromClock(DateTimeOffset instant, ReadDate local)
    {
        if (local.Precision == DatePrecision.Full)
            return Math.Abs((local.Instant - instant).TotalMinutes) <= ClockTolerance ? local.Instant.Offset : null;
        if (local.Precision != DatePrecision.NoZone)
            return null;
        var quarters = (local.Instant.UtcDateTime - instant.UtcDateTime).TotalMinutes / 15;
        var whole = Math.Round(quarters);
        return Math.Abs(quarters - whole) * 15 <= ClockTolerance && whole is not 0 and >= -West * 4 and <= East * 4 ? TimeSpan.FromMinutes(whole * 15) : null;
    }
}
