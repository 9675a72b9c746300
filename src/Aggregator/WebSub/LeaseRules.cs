using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.WebSub;

/// <summary>When to renew, to ask again and to poll beside a hub. Pure.</summary>
internal static class LeaseRules
{
    /// <summary>A feed whose hub pushes is polled this seldom, in case the hub has died (fetching.md rule 24).</summary>
    public static readonly TimeSpan Net = TimeSpan.FromDays(1);

    /// <summary>A hub verifies within seconds or minutes, whether it takes time to think or not; after this the request counts as lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>A hub that said no is asked again, but not soon: what it says of a topic seldom changes.</summary>
    public static readonly TimeSpan AfterDenial = TimeSpan.FromDays(7);

    /// <summary>Requests to unsubscribe before the lease is left to run out.</summary>
    public const int MostFarewells = 3;

    // Some hubs grant no lease, or one without an end; then it is renewed as if it were this.
    private static readonly TimeSpan UnstatedLease = TimeSpan.FromDays(10);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LastRetry = TimeSpan.FromDays(1);

    /// <summary>The subscription after the hub has verified it: leased, and due to be renewed at four fifths of the lease.</summary>
    public static HubSubscription Verified(HubSubscription subscription, long? leaseSeconds, DateTimeOffset now)
    {
        var lease = leaseSeconds is > 0 ? TimeSpan.FromSeconds(Math.Min(leaseSeconds.Value, LongestLease.TotalSeconds)) : UnstatedLease;
        return subscription with { Awaiting = HubIntent.None, ActiveUntil = now + lease, DueAt = now + (lease * 0.8), Failures = 0, Note = null };
    }

    public static HubSubscription Denied(HubSubscription subscription, string? reason, DateTimeOffset now) => subscription with
    {
        Awaiting = HubIntent.None,
        ActiveUntil = null,
        DueAt = now + AfterDenial,
        Note = $"the hub denied: {reason ?? "it gave no reason"}",
    };

    /// <summary>The wait after a number of failures in a row: 5 minutes, doubling, at most a day.</summary>
    public static TimeSpan Retry(int failures)
    {
        var wait = FirstRetry * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        return wait < LastRetry ? wait : LastRetry;
    }

    /// <summary>The wait for the verification of a request that comes after a number of failures.</summary>
    public static TimeSpan Unverified(int failures) => failures == 0 || Retry(failures) < Patience ? Patience : Retry(failures);

    /// <summary>
    /// When a feed is to be polled next in place of what its schedule says; null to leave the schedule. Only ever later while a hub pushes, and only
    /// for a feed whose last poll went well: failures have their own schedule.
    /// </summary>
    public static DateTimeOffset? NextPoll(Feed feed, bool pushed) =>
        pushed && feed.State is { LastFate: FetchFate.Updated or FetchFate.NotModified, LastPolledAt: { } last } && last + Net > feed.State.NextPollAt
            ? last + Net
            : null;
}
