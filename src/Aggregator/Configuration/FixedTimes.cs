using System.Globalization;
using Aggregator.Polling;
using Quartz;

namespace Aggregator.Configuration;

/// <summary>The times at which a feed's owner wants it polled, as a cron expression of Quartz by the clocks of a zone.</summary>
internal sealed class FixedTimes
{
    private readonly CronExpression _expression;
    private readonly TimeZoneInfo _zone;

    private FixedTimes(CronExpression expression, TimeZoneInfo zone) => (_expression, _zone) = (expression.WithTimeZone(zone), zone);

    /// <summary>
    /// Reads five fields (minute, hour, day of the month, month, day of the week), such as <c>30 6 * * 1-5</c>.
    /// </summary>
    /// <param name="zone">The name of a time zone; null for UTC.</param>
    /// <param name="fault">What is wrong and what to write instead; null when nothing is.</param>
    public static FixedTimes? Parse(string? cron, string? zone, out string? fault)
    {
        fault = null;
        if (cron is null)
        {
            fault = zone is null ? null : "\"cron_zone\" says nothing without \"cron\"";
            return null;
        }

        if (Zones.Find(zone) is not { } clocks)
        {
            fault = $"\"cron_zone\" is no time zone that this machine knows: \"{zone}\"; write one such as \"Europe/Berlin\"";
            return null;
        }

        try
        {
            // Quartz's own form begins with seconds: read so, "30 6 * * *" would mean another thing, and six fields are refused here.
            var times = new FixedTimes(CronExpression.Parse(cron, CronFormat.Unix), clocks);
            // Quartz takes the 31st of February, which never comes; from any moment on the 29th does.
            if (times.After(DateTimeOffset.UnixEpoch) is not null)
                return times;
            fault = $"\"cron\" names a day that never comes: \"{cron}\"";
        }
        catch (FormatException e)
        {
            // Of another number of fields Quartz speaks in words for programmers.
            var why = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 5 ? $": {e.Message}" : "";
            fault = $"\"cron\" must be five fields (minute hour day month weekday) such as \"30 6 * * 1-5\", not \"{cron}\"{why}";
        }

        return null;
    }

    /// <summary>
    /// The first such time after <paramref name="at"/>; null when none comes. A time that the clocks leave out in spring is that at which they go on; one
    /// that comes twice in autumn counts at its first coming.
    /// </summary>
    public FixedTime? After(DateTimeOffset at)
    {
        var found = _expression.GetNextValidTimeAfter(at);
        // Quartz has "30 1,2,3 * * *" once and "30 1-3 * * *" twice (findings/quartz-range-comes-twice-in-autumn.sh): the spelling must not matter.
        while (found is { } again && IsSecondComing(again))
            found = _expression.GetNextValidTimeAfter(again);
        if (found is not { } next)
            return null;
        var shown = TimeZoneInfo.ConvertTime(next, _zone);
        return new FixedTime(next.ToUniversalTime(), string.Create(CultureInfo.InvariantCulture, $"fixed time {shown:HH:mm} {_zone.Id}"));
    }

    private bool IsSecondComing(DateTimeOffset at)
    {
        var shown = TimeZoneInfo.ConvertTime(at, _zone);
        return _zone.IsAmbiguousTime(shown.DateTime) && shown.Offset == _zone.GetAmbiguousTimeOffsets(shown.DateTime).Min();
    }
}
