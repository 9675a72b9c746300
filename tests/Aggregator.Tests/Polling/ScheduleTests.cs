using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new();
    private static readonly FeedState Hourly = new() { ETag = "\"a\"", Rhythm = TimeSpan.FromMinutes(10), LastSuccessAt = Now, Failures = 1 };
    private static readonly PollObservation Timeout = new() { Fate = FetchFate.Timeout };

    [Theory]
    [InlineData(0, 180)]
    [InlineData(1, 198)]
    [InlineData(-1, 162)]
    [InlineData(-7, 162)]
    [InlineData(7, 198)]
    public void An_own_rhythm_is_moved_by_a_tenth_to_both_sides(double jitter, double minutes) =>
        Assert.Equal(minutes, Wait(Hourly with { Rhythm = TimeSpan.FromHours(3) }, new(), jitter), 6);

    [Theory]
    [InlineData(0, 60)]
    [InlineData(1, 66)]
    [InlineData(-1, 66)]
    [InlineData(-0.5, 63)]
    public void A_floor_is_moved_upward_only(double jitter, double minutes) => Assert.Equal(minutes, Wait(Hourly, new(), jitter), 6);

    [Fact]
    public void A_feed_of_which_nothing_is_known_has_the_first_interval() =>
        Assert.Equal(60, Wait(new(), new() { Ttl = 1 }), 6);

    [Theory]
    [InlineData(true, null, 60)]
    [InlineData(true, 90.0, 60)]
    [InlineData(true, 30.0, 30)]
    [InlineData(true, 2.0, 10)]
    [InlineData(false, null, 1440)]
    [InlineData(false, 3000.0, 1440)]
    [InlineData(false, 120.0, 120)]
    [InlineData(false, 20.0, 60)]
    public void Courtesy_ends_where_entries_would_be_lost_but_not_below_its_own_least(bool validators, double? safe, double minutes) =>
        Assert.Equal(minutes, Wait(Hourly with { ETag = validators ? "\"a\"" : null }, new() { SafeMinutes = safe }), 6);

    [Fact]
    public void Freshness_and_ttl_invite_and_an_update_period_does_not()
    {
        Assert.Equal(30, Wait(Hourly, new() { Fresh = 1800 }), 6);
        Assert.Equal(20, Wait(Hourly, new() { Ttl = 20 }), 6);
        Assert.Equal(60, Wait(Hourly, new() { Update = 20 }), 6);
        Assert.Equal(90, Wait(Hourly, new() { Ttl = 20, Update = 90 }), 6);
        Assert.Equal(60, Wait(Hourly, new() { Fresh = 0, Ttl = 0 }), 6);
        Assert.Equal(1440, Wait(Hourly, new() { Ttl = 100_000 }), 6);
    }

    [Fact]
    public void An_owner_takes_the_place_of_courtesy() =>
        Assert.Equal(20, (Schedule.AfterSuccess(Hourly, new(), Options with { OwnerInterval = TimeSpan.FromMinutes(20) }, Now, 0).At - Now).TotalMinutes, 6);

    [Fact]
    public void Reasons_stand_in_the_order_of_their_waits()
    {
        Assert.Equal("courtesy 3600 s; own rhythm 600 s", Schedule.AfterSuccess(Hourly, new(), Options, Now, 0).Reason);
        Assert.Equal("own rhythm 600 s; expires 60 s", Schedule.AfterSuccess(Hourly, new() { Fresh = 60, FreshSource = "expires" }, Options, Now, 0).Reason);
        Assert.Equal("courtesy without validators 86400 s; own rhythm 600 s", Schedule.AfterSuccess(Hourly with { ETag = null }, new(), Options, Now, 0).Reason);
    }

    [Fact]
    public void A_time_to_be_skipped_is_named_and_left_a_little_after_its_end()
    {
        var (at, reason) = Schedule.AfterSuccess(Hourly, new() { SkipHours = [13] }, Options, Now, 1);
        Assert.Equal(Now.AddHours(2).AddMinutes(5.5), at);
        Assert.StartsWith("not before 2026-03-02 14:00Z by skipHours or skipDays; ", reason, StringComparison.Ordinal);
        Assert.Equal(Now.AddHours(2), Schedule.AfterSuccess(Hourly with { Rhythm = TimeSpan.FromHours(2) }, new() { SkipHours = [13] }, Options, Now, 0).At);
    }

    [Fact]
    public void Three_days_of_skipping_are_obeyed_and_more_are_not()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 0, 5, 0, TimeSpan.Zero), Skipping(1, 2, 3));
        Assert.Equal(Now.AddHours(1), Skipping(1, 2, 3, 4));

        static DateTimeOffset Skipping(params int[] days) => Schedule.AfterSuccess(Hourly, new() { SkipDays = days }, Options, Now, 0).At;
    }

    [Fact]
    public void A_feed_that_never_answered_is_tried_again_without_courtesy()
    {
        var (at, reason) = Schedule.AfterFailure(Hourly with { LastSuccessAt = null, Rhythm = TimeSpan.FromHours(10) }, Timeout, new(), Options, Now, 0);
        Assert.Equal(Now.AddMinutes(15), at);
        Assert.Equal("back-off after 1 failure 900 s", reason);
    }

    [Fact]
    public void One_that_did_answer_keeps_its_rhythm_and_courtesy()
    {
        Assert.Equal("courtesy 3600 s; back-off after 1 failure 900 s", Failed(Hourly, new()));
        Assert.Equal("back-off after 2 failures 72000 s; courtesy 3600 s", Failed(Hourly with { Rhythm = TimeSpan.FromHours(10), Failures = 2 }, new()));
        Assert.Equal("back-off after 1 failure 900 s; ttl 60 s", Failed(Hourly, new() { Ttl = 1 }));
        Assert.Equal("courtesy 3600 s; back-off after 1 failure 900 s", Failed(Hourly, new() { Fresh = 7200 }));
    }

    [Fact]
    public void A_stated_wait_takes_the_place_of_the_back_off() =>
        Assert.Equal("retry-after 7200 s; courtesy 3600 s; own rhythm 600 s",
            Schedule.AfterFailure(Hourly, Timeout with { RetryAfter = TimeSpan.FromHours(2) }, new(), Options, Now, 0).Reason);

    private static string Failed(FeedState state, PollMemory memory) => Schedule.AfterFailure(state, Timeout, memory, Options, Now, 0).Reason;

    private static double Wait(FeedState state, PollMemory memory, double jitter = 0) =>
        (Schedule.AfterSuccess(state, memory, Options, Now, jitter).At - Now).TotalMinutes;
}
