using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.WebSub;

public class LeaseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);

    private static readonly HubSubscription Asked = new() { Token = "t", FeedId = 1, Hub = "https://hub.example/", Topic = "https://news.example/f", Awaiting = HubIntent.Subscribe, Failures = 3, Note = "x" };

    [Theory]
    [InlineData(1000L, 1000, 800)]
    [InlineData(null, 864_000, 691_200)]
    [InlineData(0L, 864_000, 691_200)]
    [InlineData(long.MaxValue, 2_592_000, 2_073_600)]
    public void Renews_at_four_fifths_of_the_lease(long? granted, int lease, int renewal)
    {
        var verified = LeaseRules.Verified(Asked, granted, Now);

        Assert.Equal((Now.AddSeconds(lease), Now.AddSeconds(renewal)), (verified.ActiveUntil, verified.DueAt));
        Assert.Equal((HubIntent.None, 0, null), (verified.Awaiting, verified.Failures, verified.Note));
    }

    [Fact]
    public void Asks_again_ever_more_seldom_up_to_once_a_day() =>
        Assert.Equal([5, 10, 20, 1440, 1440], new[] { 1, 2, 3, 10, 100 }.Select(failures => LeaseRules.Retry(failures).TotalMinutes));

    [Theory]
    [InlineData(true, FetchFate.NotModified, 1, 24)]
    [InlineData(true, FetchFate.Updated, 23, 24)]
    [InlineData(true, FetchFate.Updated, 30, null)]
    [InlineData(false, FetchFate.Updated, 1, null)]
    [InlineData(true, FetchFate.HttpError, 1, null)]
    public void Polls_a_pushed_feed_daily_at_most_and_never_sooner_than_its_schedule(bool pushed, FetchFate last, int scheduledHours, int? expectedHours)
    {
        var feed = new Feed
        {
            Id = 1,
            Definition = new FeedDefinition("https://news.example/f", "News", "EV"),
            CurrentUrl = "https://news.example/f",
            State = new FeedState { LastPolledAt = Now, LastFate = last, NextPollAt = Now.AddHours(scheduledHours) },
        };

        Assert.Equal(expectedHours is { } hours ? Now.AddHours(hours) : null, LeaseRules.NextPoll(feed, pushed));
    }
}
