using System.Globalization;

namespace Aggregator.Polling;

/// <summary>
/// Hours of each day in which feeds are not polled, by the clocks of a zone. Clocks decide and not durations: an hour that spring leaves out makes the quiet
/// shorter, one that comes twice in autumn is quiet both times.
/// </summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="To">The first minute that is not quiet any more; before <paramref name="From"/> where the hours go over midnight.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    /// <summary>Such as <c>quiet hours 23:00-06:00 Europe/Berlin</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"quiet hours {From:HH:mm}-{To:HH:mm} {Zone.Id}");

    public bool Holds(DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime).IsBetween(From, To);

    /// <summary>The first moment from <paramref name="at"/> on that is not quiet.</summary>
    public DateTimeOffset After(DateTimeOffset at)
    {
        while (Holds(at))
            at = NextEnd(at);
        return at;
    }

    private DateTimeOffset NextEnd(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var end = local.Date + To.ToTimeSpan();
        if (end <= local)
            end = end.AddDays(1);
        // Left out by the clocks: the quiet ends where they go on. No zone changes by other than whole quarters.
        while (Zone.IsInvalidTime(end))
            end = end.AddMinutes(15);
        if (!Zone.IsAmbiguousTime(end))
            return new DateTimeOffset(end, Zone.GetUtcOffset(end)).ToUniversalTime();
        var offsets = Zone.GetAmbiguousTimeOffsets(end);
        var first = new DateTimeOffset(end, offsets.Max()).ToUniversalTime();
        return first > at ? first : new DateTimeOffset(end, offsets.Min()).ToUniversalTime();
    }
}
