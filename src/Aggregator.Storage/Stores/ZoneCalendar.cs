namespace Aggregator.Stores;

/// <summary>Hours, days and weeks as a time zone has them, with its changes of the clock.</summary>
internal sealed class ZoneCalendar(TimeZoneInfo zone, TimelineInterval interval)
{
    /// <summary>Start of the interval that holds the instant.</summary>
    public DateTimeOffset Floor(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return interval switch
        {
            // An hour that comes twice in autumn is two intervals: they differ in their offset.
            TimelineInterval.Hour => new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, 0, 0, local.Offset),
            TimelineInterval.Day => Midnight(local.Date),
            _ => Midnight(local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7))),
        };
    }

    public DateTimeOffset Next(DateTimeOffset start) => interval switch
    {
        TimelineInterval.Hour => Floor(start.AddHours(1)) is var next && next > start ? next : Floor(start.AddHours(2)),
        TimelineInterval.Day => Midnight(start.Date.AddDays(1)),
        _ => Midnight(start.Date.AddDays(7)),
    };

    private DateTimeOffset Midnight(DateTime date) => ZoneTime.At(zone, date);
}

/// <summary>Times as the clocks of a zone show them.</summary>
public static class ZoneTime
{
    /// <summary>
    /// The instant at which the zone's clocks first show the time; where they skip it in spring, the first quarter of an hour that they show after it.
    /// </summary>
    /// <param name="shown">Its kind does not count.</param>
    public static DateTimeOffset At(TimeZoneInfo zone, DateTime shown)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
