namespace Aggregator.WebSub;

/// <summary>W3C WebSub, section 7: what a hub delivers, and what it changes in the schedule.</summary>
public class PushTests
{
    [Fact]
    public async Task Takes_what_is_pushed_like_a_poll_and_leaves_validators_and_schedule_alone()
    {
        await using var hub = await WebSubFixture.StartAsync();
        var subscription = await hub.SubscribeAsync();
        var before = (await hub.FeedAsync()).State;
        hub.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(202, await hub.PushAsync(subscription.Token, subscription.Secret, "first", "second"));

        Assert.Equal(["first", "second"], await hub.TitlesAsync());
        Assert.Equal(before with { LastNewAt = hub.Time.GetUtcNow() }, (await hub.FeedAsync()).State);
        Assert.Equal(1, hub.Polls);
        Assert.Equal(1, (await hub.SubscriptionAsync()).Pushes);
        Assert.StartsWith("pushed by its hub", (await hub.Store.GetHistoryAsync(hub.Feed.Id, 1, CancellationToken.None))[0].NextPollReason);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Answers_well_to_a_wrong_signature_and_drops_the_body(string? secret)
    {
        await using var hub = await WebSubFixture.StartAsync();
        var subscription = await hub.SubscribeAsync();

        Assert.Equal(202, await hub.PushAsync(subscription.Token, secret, "forged"));

        Assert.Equal(["first"], await hub.TitlesAsync());
        Assert.Equal(0, (await hub.SubscriptionAsync()).Pushes);
    }

    [Fact]
    public async Task Tells_a_stranger_that_the_address_is_gone()
    {
        await using var hub = await WebSubFixture.StartAsync();

        Assert.Equal(410, await hub.PushAsync("guessed", "s", "forged"));
        Assert.Equal(["first"], await hub.TitlesAsync());
    }

    [Fact]
    public async Task Does_not_trust_a_body_without_a_secret_and_polls_in_its_place()
    {
        await using var hub = await WebSubFixture.StartAsync();
        var subscription = await hub.SubscribeAsync();
        await hub.Store.SaveHubSubscriptionAsync(subscription with { Secret = null }, CancellationToken.None);

        await hub.PushAsync(subscription.Token, null, "forged");

        Assert.Equal(["first"], await hub.TitlesAsync());
        Assert.Equal(hub.Time.GetUtcNow().AddMinutes(5), (await hub.FeedAsync()).State.NextPollAt);
    }

    [Fact]
    public async Task Polls_a_pushed_feed_once_a_day_and_sooner_again_when_the_lease_ends()
    {
        await using var hub = await WebSubFixture.StartAsync();
        await hub.SubscribeAsync(lease: 7200);
        await hub.KeepAsync();
        var slow = (await hub.FeedAsync()).State;
        Assert.Equal(slow.LastPolledAt + TimeSpan.FromDays(1), slow.NextPollAt);
        Assert.EndsWith("polled once in 24 h", slow.NextPollReason);

        hub.HubStatus = 500;
        hub.Time.Advance(TimeSpan.FromHours(3));
        await hub.KeepAsync();

        Assert.Equal((hub.Time.GetUtcNow(), "the hub's lease has ended"), ((await hub.FeedAsync()).State.NextPollAt, (await hub.FeedAsync()).State.NextPollReason));
    }
}
