using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    private static readonly HubSubscription Subscription = new()
    {
        Token = "abc",
        FeedId = 7,
        Hub = "https://hub.example/",
        Topic = "https://a.example/feed.xml",
        Secret = "s",
        Awaiting = HubIntent.Subscribe,
        ActiveUntil = Make.Now.AddDays(10),
        DueAt = Make.Now.AddDays(8),
        Failures = 2,
        Note = "late",
    };

    [Fact]
    public async Task Keeps_subscriptions_at_hubs_over_a_restart()
    {
        await Store.SaveHubSubscriptionAsync(Subscription with { Failures = 9 }, None);
        await Store.SaveHubSubscriptionAsync(Subscription, None);
        await Store.SaveHubSubscriptionAsync(new HubSubscription { Token = "bare", FeedId = 8, Hub = "h", Topic = "t" }, None);
        await ReopenAsync();

        Assert.Equal(Subscription, await Store.GetHubSubscriptionAsync("abc", None));
        Assert.Equal(["bare", "abc"], (await Store.ListHubSubscriptionsAsync(None)).Select(s => s.Token));
        Assert.Null(await Store.GetHubSubscriptionAsync("other", None));
    }

    [Fact]
    public async Task Counts_pushes_without_touching_the_lease()
    {
        await Store.SaveHubSubscriptionAsync(Subscription, None);
        await Store.CountPushAsync("abc", Make.Now, None);
        await Store.CountPushAsync("abc", Make.Now.AddHours(1), None);

        Assert.Equal(Subscription with { Pushes = 2, LastPushAt = Make.Now.AddHours(1) }, await Store.GetHubSubscriptionAsync("abc", None));
    }

    [Fact]
    public async Task Forgets_a_subscription_once()
    {
        await Store.SaveHubSubscriptionAsync(Subscription, None);

        Assert.True(await Store.DeleteHubSubscriptionAsync("abc", None));
        Assert.False(await Store.DeleteHubSubscriptionAsync("abc", None));
    }
}
