using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Feeds;

/// <summary>
/// Sets right the dates of a feed whose clock or zone is off, and says so in their source. A clock is off for all entries alike: dates that are announced,
/// of events or of posts to come, lie ahead beside others that are right, and are left for the caller to clamp.
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
    /// feed itself when its clock may be right: unless more than half of its dates are ahead, none so far that only an announcement can be meant, and none
    /// of the others so near that it would have been written ahead as well.
    /// </summary>
    public static ParsedFeed SetRight(ParsedFeed feed, DateTimeOffset seenAt)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var ages = feed.Entries.Select(Newest).OfType<ClaimedDate>().Where(HasClock).Select(d => d.Instant - seenAt).ToList();
        var ahead = ages.Where(a => a > Tolerance).ToList();
        if (ahead.Count * 2 <= ages.Count || ahead.Count == 0 || ahead.Max() > WidestZoneError)
            return feed;
        // One entry is no bulk; only that its date has no zone speaks for a wrong one.
        if (ahead.Count == 1 && feed.Entries.Select(Newest).OfType<ClaimedDate>().Any(d => d.Precision == DatePrecision.Full && d.Instant - seenAt > Tolerance))
            return feed;
        var most = ahead.Max();
        var shift = Step * Math.Ceiling(most / Step);
        if (ages.Any(a => a <= Tolerance && -a < shift))
            return feed;
        var minutes = shift.TotalMinutes.ToString("0", CultureInfo.InvariantCulture);
        return feed with
        {
            Updated = Moved(feed.Updated),
            Entries = [.. feed.Entries.Select(e => e with { Published = Moved(e.Published), Updated = Moved(e.Updated) })],
            Problems = [.. feed.Problems,
                new FeedProblem("clock-ahead", $"dates are ahead by up to {most.TotalMinutes:0} minutes; moved back by {minutes}")],
        };

        ClaimedDate? Moved(ClaimedDate? date) => date is null || !HasClock(date) || date.Instant - DateTimeOffset.MinValue <= shift
            ? date
            : date with { Instant = date.Instant - shift, Source = $"{date.Source} (feed's clock ahead, moved back {minutes} min)" };
    }

    private static ClaimedDate? Newest(ParsedEntry entry) =>
        entry.Published is null ? entry.Updated : entry.Updated is null || entry.Updated.Instant < entry.Published.Instant ? entry.Published : entry.Updated;

    private static bool HasClock(ClaimedDate date) => date.Precision is DatePrecision.Full or DatePrecision.NoZone;
}
