using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Polling;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>A fixed time that was just written down counts from now on, and not from the poll after the next (fetching.md rule 26).</summary>
internal static class FixedTimeWish
{
    public static async Task BringForwardAsync(IFeedStore store, AggregatorOptions options, Feed feed, DateTimeOffset now, CancellationToken cancellation)
    {
        if (feed.Definition.Cron is null || feed.Removed || feed.State.Gone)
            return;
        var state = PollingPolicy.BringForward(feed.State, PollingSettings.For(options, feed.Definition), now, jitter: 0);
        if (state.NextPollAt < feed.State.NextPollAt)
            await store.ScheduleFeedAsync(feed.Id, state.NextPollAt, state.NextPollReason ?? "", cancellation);
    }
}
