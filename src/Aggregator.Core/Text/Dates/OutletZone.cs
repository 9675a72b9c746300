namespace Aggregator.Text.Dates;

/// <summary>The zone of an outlet's clocks.</summary>
/// <param name="Winter">What its clocks are ahead of UTC outside summer time.</param>
/// <param name="HasSummer">Whether they go an hour ahead from the last Sunday of March to that of October, 01:00 UTC each, as in the European Union.</param>
internal readonly record struct OutletZone(TimeSpan Winter, bool HasSummer)
{
    /// <summary>The same instant as these clocks show it.</summary>
    public DateTimeOffset Show(DateTimeOffset instant) => instant.ToOffset(OffsetAt(instant.UtcDateTime));

    /// <summary>The instant at which these clocks show the time.</summary>
    public DateTimeOffset Read(DateTime shown) => new(shown, OffsetAt(shown - Winter));

    private TimeSpan OffsetAt(DateTime utc) =>
        HasSummer && utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10) ? Winter + TimeSpan.FromHours(1) : Winter;

    /// <summary>01:00 on the last Sunday of a month of 31 days.</summary>
    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
