using Aggregator.Polling;
using Aggregator.Stores;

namespace Aggregator.Scheduling;

/// <summary>
/// Notices that the machine's clock was set. What is due is written down as a time of day: when the clock goes back, feeds that were polled "in the
/// future" would sleep until then, so they are made due at once. When it goes forward everything is due, which needs no help.
/// </summary>
internal sealed partial class ClockGuard(IFeedStore feeds, TimeProvider time, ILogger<ClockGuard> logger)
{
    // Time services correct by seconds at most; a minute is a person, a suspended machine or a broken battery.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private (DateTimeOffset Clock, long Timestamp)? _last;

    /// <summary>Compares the clock with the time that has really passed since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        var (now, timestamp) = (time.GetUtcNow(), time.GetTimestamp());
        var jump = _last is { } last ? now - last.Clock - time.GetElapsedTime(last.Timestamp, timestamp) : TimeSpan.Zero;
        var first = _last is null;
        _last = (now, timestamp);
        if (jump.Duration() > Tolerance)
            LogJump(logger, jump, now);
        if (first || jump < -Tolerance)
            await WakeAsync(now, cancellation);
    }

    private async Task WakeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var feed in await feeds.ListFeedsAsync(cancellation))
        {
            if (!feed.State.Gone && feed.State.NextPollAt < PollingPolicy.Never && feed.State.LastPolledAt > now + Tolerance)
                await feeds.ScheduleFeedAsync(feed.Id, now, "the clock was set back", cancellation);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The clock jumped by {Jump} to {Now}; the schedule goes on from there")]
    private static partial void LogJump(ILogger logger, TimeSpan jump, DateTimeOffset now);
}
