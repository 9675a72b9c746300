using Aggregator.Model;

namespace Aggregator.Pipeline;

public class FeedClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    [Fact]
    public void Leaves_dates_of_the_past_alone()
    {
        var clock = Clock(-3, -1);

        Assert.Equal(Claim(-3), clock.Correct(Claim(-3)));
    }

    [Fact]
    public void A_single_future_date_becomes_the_time_it_was_first_seen()
    {
        var corrected = Clock(-3, -2, -1, 5).Correct(Claim(5));

        Assert.Equal(Now, corrected.Instant);
        Assert.Equal("first-seen (claim in the future)", corrected.Source);
    }

    [Fact]
    public void A_feed_whose_clock_is_ahead_is_moved_back_as_a_whole()
    {
        var clock = Clock(1, 2, 3);

        Assert.Equal([Now.AddHours(-2), Now.AddHours(-1), Now], new[] { 1, 2, 3 }.Select(h => clock.Correct(Claim(h)).Instant));
    }

    [Fact]
    public void Events_announced_for_next_month_are_no_clock_fault()
    {
        Assert.Equal(Now, Clock(700, 720).Correct(Claim(700)).Instant);
    }

    [Fact]
    public void A_missing_date_is_first_seen()
    {
        Assert.Equal(new ClaimedDate(Now, DatePrecision.Full, "first-seen"), Clock(-1).Correct(null));
    }

    private static FeedClock Clock(params int[] hours) => FeedClock.Of(
        new ParsedFeed { Format = FeedFormat.Rss20, Entries = [.. hours.Select(h => new ParsedEntry { Published = Claim(h) })] }, Now, Tolerance);

    private static ClaimedDate Claim(int hours) => new(Now.AddHours(hours), DatePrecision.Full, "rss:pubDate");
}
