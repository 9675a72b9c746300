using Aggregator.Model;

namespace Aggregator.Pipeline;

/// <summary>
/// Dates in the future, handled per feed: where most dated entries of a document lie ahead, the feed's clock is off and all its dates
/// are moved back by how far its newest one is ahead; a single future date is a wrong claim and becomes the time it was first seen.
/// </summary>
internal sealed record FeedClock(DateTimeOffset Now, TimeSpan Ahead, TimeSpan Tolerance)
{
    public static FeedClock Of(ParsedFeed feed, DateTimeOffset now, TimeSpan tolerance)
    {
        var dates = feed.Entries.Select(e => (e.Published ?? e.Updated)?.Instant).OfType<DateTimeOffset>().ToList();
        var future = dates.Count(d => d > now + tolerance);
        // A day is the furthest that a wrong zone or a missing one can move a date.
        var newest = dates.Count == 0 ? now : dates.Max();
        var clockIsOff = dates.Count >= 2 && future * 2 > dates.Count && newest - now <= TimeSpan.FromDays(1);
        return new FeedClock(now, clockIsOff ? newest - now : TimeSpan.Zero, tolerance);
    }

    /// <summary>The date to store for a claim: never null, never in the future, its source telling what was done to it.</summary>
    public ClaimedDate Correct(ClaimedDate? claim)
    {
        if (claim is null) return new ClaimedDate(Now, DatePrecision.Full, "first-seen");
        if (Ahead > TimeSpan.Zero) return claim with { Instant = claim.Instant - Ahead, Source = claim.Source + " (feed clock ahead)" };
        return claim.Instant > Now + Tolerance ? new ClaimedDate(Now, DatePrecision.Full, "first-seen (claim in the future)") : claim;
    }
}
