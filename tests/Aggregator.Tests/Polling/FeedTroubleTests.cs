using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class FeedTroubleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_feed_that_answers_and_publishes_is_in_no_trouble() => Assert.Null(FeedTrouble.Of(Read(every: TimeSpan.FromHours(3)), Now.AddDays(1)));

    [Fact]
    public void A_feed_that_fails_says_why_and_since_when()
    {
        var state = PollingPolicy.Next(Read(TimeSpan.FromHours(3)), new() { Fate = FetchFate.HttpError, Status = 404, Error = "404: not found" }, new(), Now.AddHours(1), 0).State;
        Assert.Equal(new(FeedTroubleKind.Failing, "404: not found; failing since 2026-03-02 13:00Z, 1 failure in a row, last read 2026-03-02"), FeedTrouble.Of(state, Now.AddHours(2)));
        state = PollingPolicy.Next(state, new() { Fate = FetchFate.Timeout, Error = "no answer within 10 s" }, new(), Now.AddDays(31), 0).State;
        var dead = FeedTrouble.Of(state, Now.AddDays(31))!;
        Assert.Equal(FeedTroubleKind.Dead, dead.Kind);
        Assert.StartsWith("no answer within 10 s; failing since 2026-03-02 13:00Z", dead.Why, StringComparison.Ordinal);
        Assert.Null(FeedTrouble.Of(PollingPolicy.Next(state, Document(TimeSpan.FromHours(3), Now.AddDays(31)), new(), Now.AddDays(31), 0).State, Now.AddDays(31)));
    }

    [Theory]
    [InlineData(3, 13, false)]
    [InlineData(3, 15, true)]
    [InlineData(24 * 7, 50, false)]
    [InlineData(24 * 7, 60, true)]
    [InlineData(24 * 60, 400, false)]
    public void A_feed_is_silent_when_it_has_paused_far_longer_than_it_used_to(int hoursApart, int days, bool silent)
    {
        var state = Read(TimeSpan.FromHours(hoursApart));
        var trouble = FeedTrouble.Of(state, Now.AddDays(days));
        Assert.Equal(silent ? FeedTroubleKind.Silent : null, trouble?.Kind);
        if (silent)
            Assert.Contains("the newest entry is of 2026-03-02", trouble!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_was_added_long_after_its_death_is_silent_from_the_first_poll_on()
    {
        var state = PollingPolicy.Next(new(), Document(TimeSpan.FromDays(2), Now.AddYears(-2)), new(), Now, 0).State;
        Assert.Equal(FeedTroubleKind.Silent, FeedTrouble.Of(state, Now)!.Kind);
    }

    [Fact]
    public void One_old_entry_that_stays_for_ever_makes_no_slow_feed() =>
        Assert.Equal(1.0 / 24, FeedTrouble.UsualGap([Now.AddYears(-9), .. Enumerable.Range(0, 9).Select(i => Now.AddHours(-i))])!.Value, 3);

    [Fact]
    public void A_feed_that_is_gone_says_so()
    {
        var state = PollingPolicy.Next(Read(TimeSpan.FromHours(3)), new() { Fate = FetchFate.Gone, Status = 410, Error = "410: gone for good" }, new(), Now, 0).State;
        Assert.Equal(new(FeedTroubleKind.Gone, "410 gone; last polled 2026-03-02"), FeedTrouble.Of(state, Now));
    }

    [Theory]
    [InlineData(29.99, FeedTroubleKind.Failing)]
    [InlineData(30, FeedTroubleKind.Dead)]
    public void A_feed_that_failed_for_thirty_days_is_dead(double days, FeedTroubleKind kind)
    {
        Assert.Equal(kind, FeedTrouble.Of(new() { FailingSince = Now }, Now.AddDays(days))!.Kind);
        Assert.Equal(kind, FeedTrouble.Of(new() { Failures = 1, LastSuccessAt = Now }, Now.AddDays(days))!.Kind);
    }

    [Theory]
    [InlineData(1, 13.99, false)]
    [InlineData(1, 14, true)]
    [InlineData(2, 15.99, false)]
    [InlineData(2, 16, true)]
    [InlineData(null, 29.99, false)]
    [InlineData(null, 30, true)]
    public void Silence_begins_after_eight_usual_gaps_or_two_weeks_and_without_dates_after_thirty_days(int? gap, double days, bool silent)
    {
        var state = new FeedState { LastSuccessAt = Now, LastNewAt = Now, PollMemory = new PollMemory { UsualGap = gap }.Write() };
        Assert.Equal(silent, FeedTrouble.Of(state, Now.AddDays(days)) is not null);
    }

    [Theory]
    [InlineData(1, "used to publish every 1 days")]
    [InlineData(2.5, "used to publish every 2.5 days")]
    [InlineData(0.25, "used to publish 4 entries a day")]
    public void A_silent_feed_says_how_often_it_used_to_publish(double gap, string usual) =>
        Assert.EndsWith(usual, FeedTrouble.Of(new() { LastSuccessAt = Now, LastNewAt = Now, PollMemory = new PollMemory { UsualGap = gap }.Write() }, Now.AddDays(99))!.Why, StringComparison.Ordinal);

    [Fact]
    public void Four_dates_show_a_gap_and_three_or_equal_ones_do_not()
    {
        Assert.Equal(2, FeedTrouble.UsualGap([Now, Now.AddDays(2), Now.AddDays(4), Now.AddDays(6)]));
        Assert.Null(FeedTrouble.UsualGap([Now, Now.AddDays(2), Now.AddDays(4)]));
        Assert.Null(FeedTrouble.UsualGap([Now, Now, Now, Now]));
    }

    private static FeedState Read(TimeSpan every) => PollingPolicy.Next(new(), Document(every, Now), new(), Now, 0).State;

    private static PollObservation Document(TimeSpan every, DateTimeOffset newest) => new()
    {
        Fate = FetchFate.Updated,
        Status = 200,
        ETag = "\"a\"",
        FinalUrl = "https://news.example/feed",
        Hints = PublisherHints.None,
        Entries = 10,
        EntryDates = [.. Enumerable.Range(0, 10).Select(i => newest - (every * i))],
    };
}
