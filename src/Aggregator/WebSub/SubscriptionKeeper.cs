using Aggregator.Configuration;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.WebSub;

/// <summary>Keeps a subscription for every feed that names a hub and itself, renews it in time, and ends it when the feed goes.</summary>
internal sealed partial class SubscriptionKeeper(
    IFeedStore feeds, IHubStore store, HubClient hubs, AggregatorOptions options, TimeProvider time, ILogger<SubscriptionKeeper> logger)
{
    // A push that found its feed's schedule at a day away must not leave it there when the hub is gone.
    private static readonly TimeSpan AfterLapse = TimeSpan.FromHours(1);

    /// <summary>Does what is due; called about once a minute.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var known = (await feeds.ListFeedsAsync(cancellation)).ToDictionary(feed => feed.Id);
        var subscriptions = await store.ListHubSubscriptionsAsync(cancellation);
        foreach (var subscription in subscriptions)
            await KeepAsync(subscription, known.GetValueOrDefault(subscription.FeedId), cancellation);
        var had = subscriptions.ToLookup(subscription => subscription.FeedId);
        foreach (var feed in known.Values.Where(IsFollowed))
        {
            if (!had[feed.Id].Any(subscription => IsOf(subscription, feed)))
                await AskAsync(New(feed), HubIntent.Subscribe, cancellation);
            await SlowDownAsync(feed, had[feed.Id], cancellation);
        }
    }

    private async Task KeepAsync(HubSubscription subscription, Feed? feed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var wanted = feed is not null && IsFollowed(feed) && IsOf(subscription, feed);
        if (subscription is { Awaiting: HubIntent.Unsubscribe, Failures: >= LeaseRules.MostFarewells } or { ActiveUntil: null, Awaiting: HubIntent.None }
            && !wanted)
        {
            await store.DeleteHubSubscriptionAsync(subscription.Token, cancellation);
        }
        else if (!wanted && (subscription.Awaiting != HubIntent.Unsubscribe || subscription.DueAt <= now))
        {
            await AskAsync(Counted(subscription, HubIntent.Unsubscribe), HubIntent.Unsubscribe, cancellation);
        }
        else if (wanted && (subscription.DueAt <= now || subscription.Awaiting == HubIntent.Unsubscribe))
        {
            await AskAsync(Counted(subscription, HubIntent.Subscribe), HubIntent.Subscribe, cancellation);
        }

        if (wanted && subscription.ActiveUntil <= now)
            await LapseAsync(subscription, feed!, cancellation);
    }

    // Stored before it is sent: the hub may verify before it answers.
    private async Task AskAsync(HubSubscription subscription, HubIntent intent, CancellationToken cancellation)
    {
        var asked = subscription with { Awaiting = intent, DueAt = time.GetUtcNow() + LeaseRules.Unverified(subscription.Failures) };
        await store.SaveHubSubscriptionAsync(asked, cancellation);
        if (await hubs.AskAsync(asked, intent, Callback.Address(options.PublicUrl!, asked.Token), cancellation) is not { } refusal)
            return;
        LogRefused(logger, asked.Hub, asked.Topic, refusal);
        var failures = asked.Failures + 1;
        if (await store.GetHubSubscriptionAsync(asked.Token, cancellation) is { } current && current.Awaiting == intent)
        {
            await store.SaveHubSubscriptionAsync(current with { Failures = failures, DueAt = time.GetUtcNow() + LeaseRules.Retry(failures), Note = refusal },
                cancellation);
        }
    }

    // Still awaiting what it is asked again: the hub took the request and never verified it.
    private static HubSubscription Counted(HubSubscription subscription, HubIntent intent) =>
        subscription.Awaiting != intent
            ? subscription with { Failures = 0 }
            : subscription.Note is null
            ? subscription with { Failures = subscription.Failures + 1 }
            : subscription with { Note = null };

    private async Task LapseAsync(HubSubscription subscription, Feed feed, CancellationToken cancellation)
    {
        var current = await store.GetHubSubscriptionAsync(subscription.Token, cancellation);
        if (current is null || current.IsActive(time.GetUtcNow()))
            return;
        LogLapsed(logger, current.Hub, current.Topic);
        await store.SaveHubSubscriptionAsync(current with { ActiveUntil = null }, cancellation);
        await PollAgainAsync(feeds, feed, time.GetUtcNow(), "the hub's lease has ended", cancellation);
    }

    /// <summary>Brings a poll that was put off for a hub's sake forward.</summary>
    public static async Task PollAgainAsync(IFeedStore feeds, Feed feed, DateTimeOffset now, string reason, CancellationToken cancellation)
    {
        var earliest = feed.State.LastPolledAt + AfterLapse is { } next && next > now ? next : now;
        if (feed.State.LastFate is FetchFate.Updated or FetchFate.NotModified && earliest < feed.State.NextPollAt)
            await feeds.ScheduleFeedAsync(feed.Id, earliest, reason, cancellation);
    }

    private async Task SlowDownAsync(Feed feed, IEnumerable<HubSubscription> subscriptions, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // Fixed times of its owner are not put off for a hub's sake.
        if (feed.Definition.Cron is null && LeaseRules.NextPoll(feed, subscriptions.Any(s => IsOf(s, feed) && s.IsActive(now))) is { } next)
        {
            await feeds.ScheduleFeedAsync(feed.Id, next,
                $"{feed.State.NextPollReason}; its hub pushes, so it is polled once in {LeaseRules.Net.TotalHours:0} h", cancellation);
        }
    }

    private HubSubscription New(Feed feed) => new()
    {
        Token = Callback.NewToken(),
        FeedId = feed.Id,
        Hub = feed.State.Hub!,
        Topic = feed.State.Topic!,
        Secret = Uri.TryCreate(feed.State.Hub, UriKind.Absolute, out var hub) && hubs.TakesSecret(hub) ? Callback.NewSecret() : null,
    };

    private static bool IsFollowed(Feed feed) => feed is { Removed: false, Definition.Disabled: false, State: { Gone: false, Hub: not null, Topic: not null } };

    private static bool IsOf(HubSubscription subscription, Feed feed) => subscription.Hub == feed.State.Hub && subscription.Topic == feed.State.Topic;

    [LoggerMessage(LogLevel.Warning, "{Hub} did not take the request for {Topic}: {Refusal}")]
    private static partial void LogRefused(ILogger logger, string hub, string topic, string refusal);

    [LoggerMessage(LogLevel.Warning, "The lease at {Hub} for {Topic} has ended without renewal")]
    private static partial void LogLapsed(ILogger logger, string hub, string topic);
}
