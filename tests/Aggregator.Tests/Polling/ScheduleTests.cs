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

    // Now is 12:00.
    [Theory]
    [InlineData("13:30", 180, 0, "13:30:30", "fixed time 13:30; own rhythm 10800 s; courtesy 3600 s")]
    [InlineData("13:30", 180, 1, "13:31:00", "fixed time 13:30")]
    [InlineData("13:30", 180, -1, "13:30:00", "fixed time 13:30")]
    [InlineData("15:20", 180, 0, "15:20:30", "fixed time 15:20")] // a poll at 15:00 would forbid it
    [InlineData("16:20", 180, 0, "15:00:00", "own rhythm")]
    [InlineData("12:56", 180, 0, "13:00:00", "fixed time 12:56, put off by courtesy")]
    [InlineData("12:20", 180, 0, "15:00:00", "own rhythm")] // the next one is tomorrow
    public void A_fixed_time_adds_a_poll_where_courtesy_lets_it(string time, int rhythm, double jitter, string at, string reason)
    {
        var result = Schedule.AfterSuccess(Hourly with { Rhythm = TimeSpan.FromMinutes(rhythm) }, new(), Options with { FixedTimeAfter = Daily(time) }, Now, jitter);

        Assert.Equal(Now.Date + TimeSpan.Parse(at, null), result.At.DateTime);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_times_closer_than_courtesy_come_at_its_pace()
    {
        static FixedTime? EveryTenMinutes(DateTimeOffset at) => new(Now.AddMinutes((Math.Floor((at - Now).TotalMinutes / 10) + 1) * 10), "fixed time");

        var (at, _) = Schedule.AfterSuccess(Hourly with { Rhythm = TimeSpan.FromHours(9) }, new(), Options with { FixedTimeAfter = EveryTenMinutes }, Now, -1);
        Assert.Equal(70, (at - Now).TotalMinutes);
    }

    [Fact]
    public void A_feed_that_is_polled_once_a_day_keeps_to_its_fixed_time()
    {
        var state = Hourly with { ETag = null, Rhythm = TimeSpan.FromHours(24) };
        var options = Options with { FixedTimeAfter = Daily("06:30") };
        var at = Now;
        for (var day = 0; day < 60; day++)
            (at, _) = Schedule.AfterSuccess(state, new(), options, at.AddSeconds(2), 0.5);

        Assert.InRange(at.TimeOfDay, new TimeSpan(6, 30, 0), new TimeSpan(7, 0, 0));
        Assert.InRange((at - Now).TotalDays, 60, 61);
    }

    [Fact]
    public void A_fixed_time_waits_for_back_off_and_for_the_servers_own_word()
    {
        var options = Options with { FixedTimeAfter = Daily("12:20") };
        var failing = Hourly with { Failures = 3, Rhythm = TimeSpan.FromHours(9), LastSuccessAt = null };

        Assert.Equal(60, (Schedule.AfterFailure(failing, Timeout, new(), options, Now, 0).At - Now).TotalMinutes);
        Assert.True(Schedule.AfterFailure(failing, Timeout with { RetryAfter = TimeSpan.FromHours(2) }, new(), options, Now, 0).At >= Now.AddHours(2));
    }

    [Fact]
    public void What_falls_into_quiet_hours_comes_shortly_after_them_and_says_so()
    {
        var quiet = new QuietHours(new(12, 30), new(14, 0), TimeZoneInfo.Utc);
        var (at, reason) = Schedule.AfterSuccess(Hourly with { Rhythm = TimeSpan.FromHours(9) }, new(), Options with { Quiet = quiet, FixedTimeAfter = Daily("13:30") }, Now, -1);

        Assert.Equal(Now.AddHours(2), at);
        Assert.StartsWith("quiet hours 12:30-14:00 UTC; fixed time 13:30; ", reason, StringComparison.Ordinal);
        Assert.Equal(Now.AddHours(2).AddMinutes(10), PollingPolicy.KeepQuiet(Hourly, quiet, 1, Now.AddHours(1)).NextPollAt);
    }

    [Fact]
    public void A_fixed_time_that_is_written_down_later_brings_the_next_poll_forward_but_not_into_courtesy_or_failure()
    {
        var waiting = Hourly with { Failures = 0, LastPolledAt = Now.AddMinutes(-30), NextPollAt = Now.AddHours(9), NextPollReason = "own rhythm" };

        Assert.Equal("13:30", Brought(waiting, "13:30"));
        Assert.Equal("21:00", Brought(waiting, "12:10"));
        Assert.Equal("12:30", Brought(waiting, "12:28"));
        Assert.Equal("21:00", Brought(waiting with { Failures = 1 }, "13:30"));
        Assert.Equal("21:00", Brought(waiting, "22:30"));

        static string Brought(FeedState state, string time) =>
            PollingPolicy.BringForward(state, Options with { FixedTimeAfter = Daily(time) }, Now, -1).NextPollAt.ToString("HH:mm", null);
    }

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

    private static Func<DateTimeOffset, FixedTime?> Daily(string time) => after =>
    {
        var at = new DateTimeOffset(after.Date + TimeSpan.Parse(time, null), TimeSpan.Zero);
        return new FixedTime(at > after ? at : at.AddDays(1), "fixed time " + time);
    };

    private static string Failed(FeedState state, PollMemory memory) => Schedule.AfterFailure(state, Timeout, memory, Options, Now, 0).Reason;

    private static double Wait(FeedState state, PollMemory memory, double jitter = 0) =>
        (Schedule.AfterSuccess(state, memory, Options, Now, jitter).At - Now).TotalMinutes;
}
