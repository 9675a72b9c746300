using Aggregator.Model;

namespace Aggregator.Feeds;

public class FeedClockTests
{
    private static readonly DateTimeOffset Now = Read.Utc(2026, 3, 3, 12);

    [Fact]
    public void Moves_all_dates_back_when_several_are_ahead()
    {
        var feed = FeedClock.SetRight(Of(DatePrecision.Full, 7.6, 5, -30), Now);

        Assert.Equal([-0.4, -3, -38], feed.Entries.Select(e => Math.Round((e.Published!.Instant - Now).TotalHours, 3)));
        Assert.Equal(["clock-ahead"], feed.Problems.Select(p => p.Code));
        Assert.All(feed.Entries, entry => Assert.Equal("rss:pubDate (feed's clock ahead, moved back 480 min)", entry.Published!.Source));
    }

    [Fact]
    public void Leaves_a_date_where_it_is_that_cannot_be_moved()
    {
        var feed = Of(DatePrecision.Full, 7.6, 5);
        var first = feed.Entries[0] with { Published = new ClaimedDate(DateTimeOffset.MinValue, DatePrecision.Full, "test") };
        Assert.Equal(DateTimeOffset.MinValue, FeedClock.SetRight(feed with { Entries = [.. feed.Entries, first] }, Now).Entries[^1].Published!.Instant);
    }

    [Fact]
    public void Moves_dates_without_a_zone_even_for_one_entry() => Assert.Equal(Now, FeedClock.SetRight(Of(DatePrecision.NoZone, 2), Now).Entries[0].Published!.Instant);

    [Theory]
    [InlineData(3.0, -1.0)]
    [InlineData(0.2, 0.1)]
    [InlineData(240.0, 300.0)]
    [InlineData(-1.0, -2.0)]
    [InlineData(3, 21, 120, 216, -1, -48)]
    [InlineData(12, 12, -1, -5)]
    [InlineData(12, 12, 12, -1)]
    [InlineData(5, 6, -30, -40)]
    [InlineData(1, 2, 40)]
    public void Leaves_a_feed_alone_whose_clock_may_be_right(params double[] hoursAhead)
    {
        var feed = Of(DatePrecision.Full, hoursAhead);

        Assert.Same(feed, FeedClock.SetRight(feed, Now));
    }

    [Fact]
    public void Leaves_a_day_alone_for_it_has_no_clock()
    {
        var feed = Of(DatePrecision.Day, 12, 12);

        Assert.Same(feed, FeedClock.SetRight(feed, Now));
    }

    private static ParsedFeed Of(DatePrecision precision, params double[] hoursAhead) => new()
    {
        Format = FeedFormat.Rss20,
        Entries = [.. hoursAhead.Select(h => new ParsedEntry { Published = new ClaimedDate(Now.AddHours(h), precision, "rss:pubDate") })],
    };
}
