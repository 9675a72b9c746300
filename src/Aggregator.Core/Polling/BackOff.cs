using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>How long to back off after failures in a row. Errors never end a feed: only 410 does.</summary>
internal static class BackOff
{
    /// <summary>First wait after what may pass by itself (timeouts, resets, 5xx); the own interval where that is longer.</summary>
    private static readonly TimeSpan Passing = TimeSpan.FromMinutes(15);

    /// <summary>First wait after what a person must mend (404, 403, not a feed, too large).</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(2);

    /// <param name="failures">Failures in a row, this one included, 1 or more.</param>
    public static TimeSpan Interval(PollObservation seen, int failures, TimeSpan own, PollingOptions options)
    {
        var first = IsPassing(seen) ? Passing : Lasting;
        if (own > first)
            first = own;
        // 2^11 times the shortest interval is over a week; more would overflow
        var factor = Math.Pow(2, Math.Min(failures, 12) - 1);
        return TimeSpan.FromTicks((long)Math.Min(first.Ticks * factor, options.MaxInterval.Ticks));
    }

    private static bool IsPassing(PollObservation seen) => seen.Fate switch
    {
        FetchFate.NetworkError or FetchFate.Timeout or FetchFate.InternalError or FetchFate.RateLimited => true,
        FetchFate.HttpError => seen.Status is >= 500 or 408 or 425,
        _ => false,
    };
}
