using System.Net;
using Aggregator.Stores;

namespace Aggregator.WebSub;

/// <summary>W3C WebSub, sections 4 and 5: finding the hub, asking it, its verification.</summary>
public class SubscriptionTests
{
    [Fact]
    public async Task Asks_the_hub_of_the_Link_header_first_with_the_feeds_own_address()
    {
        await using var hub = await WebSubFixture.StartAsync();
        await hub.KeepAsync();

        var subscription = await hub.SubscriptionAsync();
        var asked = Assert.Single(hub.Asked);
        Assert.EndsWith("/other-hub", subscription.Hub);
        Assert.Equal(("subscribe", hub.Topic), (asked["hub.mode"], asked["hub.topic"]));
        Assert.Equal($"https://news.example/websub/{subscription.Token}", asked["hub.callback"]);
        Assert.True(subscription.Token.Length >= 43, "256 bits");
        Assert.Equal(subscription.Secret, asked["hub.secret"]);
        Assert.InRange(asked["hub.secret"].Length, 32, 199);
    }

    [Fact]
    public async Task Takes_the_hub_from_the_document_where_no_header_names_one()
    {
        await using var hub = await WebSubFixture.StartAsync(hubInHeader: false);
        await hub.KeepAsync();

        Assert.EndsWith("/hub", (await hub.SubscriptionAsync()).Hub);
    }

    [Fact]
    public async Task Asks_once_while_it_waits_for_the_verification()
    {
        await using var hub = await WebSubFixture.StartAsync();
        await hub.KeepAsync();
        await hub.KeepAsync();

        Assert.Single(hub.Asked);
    }

    [Fact]
    public async Task Echoes_the_challenge_of_what_it_asked_for_once()
    {
        await using var hub = await WebSubFixture.StartAsync();
        var subscription = await hub.SubscribeAsync(lease: 1000);

        Assert.Equal(hub.Time.GetUtcNow().AddSeconds(1000), subscription.ActiveUntil);
        using var again = await hub.VerifyAsync(subscription.Token, "subscribe", hub.Topic, "c");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Theory]
    [InlineData("subscribe", "https://other.example/", null)]
    [InlineData("unsubscribe", null, null)]
    [InlineData("publish", null, null)]
    [InlineData("subscribe", null, "another-token")]
    public async Task Does_not_confirm_what_it_did_not_ask_for(string mode, string? topic, string? token)
    {
        await using var hub = await WebSubFixture.StartAsync();
        await hub.KeepAsync();
        using var answer = await hub.VerifyAsync(token ?? (await hub.SubscriptionAsync()).Token, mode, topic ?? hub.Topic, "c");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await hub.SubscriptionAsync()).ActiveUntil);
    }

    [Fact]
    public async Task Leaves_a_hub_that_denies_alone_for_a_week()
    {
        await using var hub = await WebSubFixture.StartAsync();
        await hub.SubscribeAsync();
        using var answer = await hub.Client.GetAsync($"/websub/{(await hub.SubscriptionAsync()).Token}?hub.mode=denied&hub.topic={Uri.EscapeDataString(hub.Topic)}&hub.reason=closed");
        await hub.KeepAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((null, "the hub denied: closed"), ((await hub.SubscriptionAsync()).ActiveUntil, (await hub.SubscriptionAsync()).Note));
        Assert.Single(hub.Asked);
        hub.Time.Advance(TimeSpan.FromDays(7));
        await hub.KeepAsync();
        Assert.Equal(2, hub.Asked.Count);
    }

    [Fact]
    public async Task Renews_at_four_fifths_of_the_lease_with_the_same_address()
    {
        await using var hub = await WebSubFixture.StartAsync();
        var subscription = await hub.SubscribeAsync(lease: 1000);
        hub.Time.Advance(TimeSpan.FromSeconds(799));
        await hub.KeepAsync();
        Assert.Single(hub.Asked);
        hub.Time.Advance(TimeSpan.FromSeconds(1));
        await hub.KeepAsync();

        Assert.Equal(2, hub.Asked.Count);
        Assert.True((await hub.SubscriptionAsync()).IsActive(hub.Time.GetUtcNow()));
        using var answer = await hub.VerifyAsync(subscription.Token, "subscribe", hub.Topic, "c", 1000);
        Assert.Equal(hub.Time.GetUtcNow().AddSeconds(1000), (await hub.SubscriptionAsync()).ActiveUntil);
    }

    [Fact]
    public async Task Asks_a_hub_that_fails_again_after_a_growing_wait()
    {
        await using var hub = await WebSubFixture.StartAsync();
        hub.HubStatus = 500;
        foreach (var minutes in new[] { 0, 5, 10 })
        {
            hub.Time.Advance(TimeSpan.FromMinutes(minutes));
            await hub.KeepAsync();
        }

        Assert.Equal(3, hub.Asked.Count);
        Assert.Equal(hub.Time.GetUtcNow().AddMinutes(20), (await hub.SubscriptionAsync()).DueAt);
        Assert.Contains("500", (await hub.SubscriptionAsync()).Note);
    }

    [Fact]
    public async Task Unsubscribes_when_the_feed_is_removed()
    {
        await using var hub = await WebSubFixture.StartAsync();
        var subscription = await hub.SubscribeAsync();
        await hub.Store.RemoveFeedAsync(hub.Feed.Id, CancellationToken.None);
        await hub.KeepAsync();

        Assert.Equal("unsubscribe", hub.Asked.Last()["hub.mode"]);
        Assert.Equal(HubIntent.Unsubscribe, (await hub.SubscriptionAsync()).Awaiting);
        using var answer = await hub.VerifyAsync(subscription.Token, "unsubscribe", hub.Topic, "bye");
        Assert.Equal("bye", await answer.Content.ReadAsStringAsync());
        Assert.Empty(await hub.Store.ListHubSubscriptionsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Gives_up_a_hub_that_does_not_let_go_after_three_farewells()
    {
        await using var hub = await WebSubFixture.StartAsync();
        await hub.SubscribeAsync();
        await hub.Store.RemoveFeedAsync(hub.Feed.Id, CancellationToken.None);
        hub.HubStatus = 500;
        for (var i = 0; i < 5; i++)
        {
            await hub.KeepAsync();
            hub.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(3, hub.Asked.Count(a => a["hub.mode"] == "unsubscribe"));
        Assert.Empty(await hub.Store.ListHubSubscriptionsAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.2")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::1]")]
    [InlineData("169.254.169.254")]
    public async Task Does_not_speak_to_a_hub_inside_the_house(string host)
    {
        await using var hub = await WebSubFixture.StartAsync(hubHost: host);
        await hub.KeepAsync();

        Assert.Empty(hub.Asked);
        Assert.Contains("not on the public internet", (await hub.SubscriptionAsync()).Note, StringComparison.Ordinal);
    }
}
