namespace Aggregator.Polling;

public sealed class SkipTimesTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset At = new(2026, 3, 2, 12, 30, 15, TimeSpan.Zero);

    [Fact]
    public void A_time_that_is_not_to_be_skipped_stays() => Assert.Equal(At, After([11, 13], [0, 2]));

    [Fact]
    public void A_skipped_hour_ends_at_the_full_hour() => Assert.Equal(new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.Zero), After([12], null));

    [Fact]
    public void A_skipped_day_ends_at_midnight_gmt() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), SkipTimes.After(At.ToOffset(TimeSpan.FromHours(9)), new() { SkipDays = [1] }, At.AddDays(3)));

    [Fact]
    public void A_feed_that_skips_every_hour_is_polled_all_the_same() => Assert.Equal(At, After([.. Enumerable.Range(0, 24)], null));

    [Fact]
    public void The_limit_itself_may_still_be_reached()
    {
        DateTimeOffset two = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
        var memory = new PollMemory { SkipHours = [12, 13] };
        Assert.Equal(two, SkipTimes.After(At, memory, two));
        Assert.Equal(At, SkipTimes.After(At, memory, two.AddSeconds(-1)));
    }

    private static DateTimeOffset After(int[]? hours, int[]? days) => SkipTimes.After(At, new() { SkipHours = hours, SkipDays = days }, At.AddDays(3));
}
