using Aggregator.Configuration;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Fetching;

/// <summary>The bounds of the schedule as the settings and a feed's owner have them.</summary>
internal static class PollingSettings
{
    public static PollingOptions For(AggregatorOptions options, FeedDefinition definition) => new()
    {
        MinInterval = TimeSpan.FromMinutes(options.MinIntervalMinutes),
        MaxInterval = TimeSpan.FromMinutes(options.MaxIntervalMinutes),
        FirstInterval = TimeSpan.FromMinutes(options.FirstIntervalMinutes),
        ConditionalFloor = TimeSpan.FromMinutes(options.CourtesyMinutes),
        UnconditionalFloor = TimeSpan.FromMinutes(options.UnconditionalCourtesyMinutes),
        OwnerInterval = definition.Interval,
        // Checked when they were written down; what is wrong in the database all the same is passed over.
        FixedTimeAfter = FixedTimes.Parse(definition.Cron, definition.CronZone, out _) is { } times ? times.After : null,
        Quiet = QuietText.Parse(definition.QuietHours ?? options.QuietHours, out _),
    };
}
