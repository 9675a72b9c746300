using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>
/// Hosts that asked for peace are left in peace over a restart too. What each feed was told stands in its schedule; from it the rest of its host,
/// which only memory holds, is made anew.
/// </summary>
internal sealed class RestingHosts(IFeedStore feeds, HostGates gates, TimeProvider time)
{
    // A feed's own next poll may be far later than its host asked for; its neighbours are not held for longer than one usual interval.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public async Task RestoreAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var feed in await feeds.ListFeedsAsync(cancellation))
        {
            if (feed.Removed || feed.State is not { LastFate: FetchFate.RateLimited } state || state.NextPollAt <= now) continue;
            var left = state.NextPollAt - now;
            gates.Cool(new Uri(feed.CurrentUrl), left < Longest ? left : Longest);
        }
    }
}
