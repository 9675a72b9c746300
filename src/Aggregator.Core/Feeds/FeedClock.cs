using Aggregator.Model;

namespace Aggregator.Feeds;

/// <summary>
/// Sets right the dates of a feed whose clock or zone is off. A date ahead of the time at which it was read is a fault of the feed, not news from
/// the future, so all its dates move together; what a single entry says of next week is left for the caller to clamp.
/// </summary>
public static class FeedClock
{
    // A publisher's clock may be this far ahead without meaning anything.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    // Zones span 26 hours (-12:00 to +14:00): a clock cannot be further ahead by its zone.
    private static readonly TimeSpan WidestZoneError = TimeSpan.FromHours(26);

    // Zones differ by half hours at the least, but for three that differ by 45 minutes.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The feed with its dates moved back by the least whole half hours that leave none in the future, and the problem <c>clock-ahead</c>; or the
    /// feed itself when nothing speaks for a wrong clock: at least two entries ahead, or one whose date has no zone.
    /// </summary>
    public static ParsedFeed SetRight(ParsedFeed feed, DateTimeOffset seenAt)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var ahead = feed.Entries.Select(Newest).OfType<ClaimedDate>().Where(d => IsAhead(d, seenAt)).ToList();
        if (ahead.Count == 0 || (ahead.Count == 1 && ahead[0].Precision == DatePrecision.Full))
            return feed;
        var most = ahead.Max(d => d.Instant) - seenAt;
        var shift = Step * Math.Ceiling(most / Step);
        return feed with
        {
            Updated = Moved(feed.Updated, shift, seenAt),
            Entries = [.. feed.Entries.Select(e => e with { Published = Moved(e.Published, shift, seenAt), Updated = Moved(e.Updated, shift, seenAt) })],
            Problems = [.. feed.Problems,
                new FeedProblem("clock-ahead", $"dates are ahead by up to {most.TotalMinutes:0} minutes; moved back by {shift.TotalMinutes:0}")],
        };
    }

    private static ClaimedDate? Newest(ParsedEntry entry) =>
        entry.Published is null ? entry.Updated : entry.Updated is null || entry.Updated.Instant < entry.Published.Instant ? entry.Published : entry.Updated;

    private static bool IsAhead(ClaimedDate date, DateTimeOffset seenAt) =>
        date.Precision is DatePrecision.Full or DatePrecision.NoZone && date.Instant - seenAt > Tolerance && date.Instant - seenAt <= WidestZoneError;

    // A day has no clock, and what is ahead by more than a zone is another fault.
    private static ClaimedDate? Moved(ClaimedDate? date, TimeSpan shift, DateTimeOffset seenAt) =>
        date is null || date.Precision is DatePrecision.Day or DatePrecision.Month || date.Instant - seenAt > WidestZoneError
            ? date
            : date with { Instant = date.Instant - DateTimeOffset.MinValue > shift ? date.Instant - shift : date.Instant };
}
