using Aggregator.Model;

namespace Aggregator.Polling;

public sealed class PollingPolicyTests
{
    private const string Url = "https://news.example/feed";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new();

    private static readonly PollObservation Document = new()
    {
        Fate = FetchFate.Updated,
        Status = 200,
        FinalUrl = Url,
        ETag = "\"a\"",
        LastModified = "Mon, 02 Mar 2026 11:00:00 GMT",
        BodyHash = "h1",
        Hints = PublisherHints.None,
        Entries = 10,
        Known = 10,
        EntryDates = [.. Enumerable.Range(1, 10).Select(i => Now.AddHours(-i))],
    };

    /// <summary>Of a document so long that nothing leaves it unseen.</summary>
    private static readonly PollObservation Long = Document with { Entries = 200, Known = 200 };

    private static readonly PollObservation Unchanged = new() { Fate = FetchFate.NotModified, Status = 304, FinalUrl = Url };

    private static readonly PollObservation Error = new() { Fate = FetchFate.HttpError, Status = 500, Error = "500: server error" };

    [Fact]
    public void Keeps_validators_byte_for_byte_with_the_address_they_came_from()
    {
        var state = Poll(new(), Document with { ETag = "w/\"odd", LastModified = "Saturday, 02-Mar-26" });
        Assert.Equal(("w/\"odd", "Saturday, 02-Mar-26", Url), (state.ETag, state.LastModified, state.ValidatorsUrl));
    }

    [Fact]
    public void Bears_dates_at_the_beginning_of_time() =>
        Assert.Equal(FetchFate.Updated, Poll(new(), Document with { EntryDates = [DateTimeOffset.MinValue, Now, DateTimeOffset.MaxValue] }).LastFate);

    [Fact]
    public void Replaces_the_pair_on_a_200_also_when_the_body_is_the_same()
    {
        var state = Poll(Poll(new(), Document), Document with { Fate = FetchFate.NotModified, ETag = "\"b\"" });
        Assert.Equal(("\"b\"", Document.LastModified), (state.ETag, state.LastModified));
    }

    [Fact]
    public void Clears_a_validator_that_a_200_no_longer_carries()
    {
        var state = Poll(Poll(new(), Document), Document with { LastModified = null });
        Assert.Equal(("\"a\"", null), (state.ETag, state.LastModified));
        state = Poll(state, Document with { ETag = null, LastModified = null });
        Assert.Equal((null, null, null), (state.ETag, state.LastModified, state.ValidatorsUrl));
    }

    [Fact]
    public void Keeps_what_a_304_lacks_and_takes_what_it_carries()
    {
        var before = Poll(new(), Document);
        Assert.Equal(("\"a\"", Document.LastModified, Url), Validators(Poll(before, Unchanged)));
        Assert.Equal(("\"c\"", Document.LastModified, Url), Validators(Poll(before, Unchanged with { ETag = "\"c\"" })));
    }

    [Theory]
    [InlineData(FetchFate.HttpError, 500)]
    [InlineData(FetchFate.HttpError, 404)]
    [InlineData(FetchFate.Timeout, null)]
    [InlineData(FetchFate.NetworkError, 200)]
    [InlineData(FetchFate.NotAFeed, 200)]
    [InlineData(FetchFate.TooLarge, 200)]
    [InlineData(FetchFate.InternalError, 200)]
    [InlineData(FetchFate.RateLimited, 429)]
    public void Keeps_the_old_validators_when_a_fetch_fails(FetchFate fate, int? status)
    {
        var before = Poll(new(), Document);
        Assert.Equal(Validators(before), Validators(Poll(before, new() { Fate = fate, Status = status, ETag = "\"new\"", FinalUrl = Url, Error = "x" })));
    }

    [Fact]
    public void Leaves_an_hour_between_conditional_polls_of_a_publisher_who_says_nothing()
    {
        foreach (var jitter in new[] { -1, -0.5, 0, 0.5, 1 })
        {
            var state = PollingPolicy.Next(Busy(), Long, Options, Now, jitter).State;
            Assert.InRange(state.NextPollAt - Now, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));
            Assert.Contains("courtesy 3600 s", state.NextPollReason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Comes_as_often_as_the_publisher_states_but_not_sooner()
    {
        var state = Poll(Busy(), Long with { Freshness = new(TimeSpan.FromMinutes(30), "cache-control") });
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(33));
        Assert.StartsWith("cache-control 1800 s; own rhythm", state.NextPollReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_a_day_between_polls_that_cannot_be_conditional()
    {
        var state = Poll(new(), Document with { ETag = null, LastModified = null, EntryDates = [Now.AddDays(-9), Now.AddDays(-1)] });
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromHours(24), TimeSpan.FromHours(27));
    }

    [Fact]
    public void Comes_sooner_than_courtesy_allows_where_entries_would_be_lost()
    {
        var fast = Document with { ETag = null, LastModified = null, EntryDates = [.. Enumerable.Range(1, 20).Select(i => Now.AddMinutes(-15 * i))], Entries = 20, Known = 0 };
        var state = Poll(new(), fast);
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromHours(1), TimeSpan.FromHours(4));
    }

    [Fact]
    public void Obeys_a_freshness_of_a_day_and_cuts_one_of_ten_years()
    {
        Assert.InRange(Poll(Busy(), Long with { Freshness = new(TimeSpan.FromDays(1), "cache-control") }).NextPollAt - Now, TimeSpan.FromDays(1), TimeSpan.FromDays(1.1));
        Assert.InRange(Poll(Busy(), Long with { Freshness = new(TimeSpan.FromDays(3650), "cache-control") }).NextPollAt - Now, TimeSpan.FromDays(1), TimeSpan.FromDays(1.1));
    }

    [Fact]
    public void A_304_moves_the_next_poll_by_its_own_freshness_and_keeps_the_stored_one_where_it_has_none()
    {
        var before = Poll(Busy(), Long with { Freshness = new(TimeSpan.FromMinutes(30), "cache-control") });
        Assert.InRange(Poll(before, Unchanged with { Freshness = new(TimeSpan.FromHours(6), "cache-control") }).NextPollAt - Now, TimeSpan.FromHours(6), TimeSpan.FromHours(7));
        Assert.StartsWith("cache-control 1800 s", Poll(before, Unchanged).NextPollReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Hints_of_the_document_only_lengthen_and_outlive_a_304()
    {
        var hinted = Long with { Hints = new(TimeSpan.FromMinutes(180), TimeSpan.FromHours(1), [], []) };
        var state = Poll(Poll(Busy(), hinted), Unchanged);
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromHours(3), TimeSpan.FromHours(3.5));
        Assert.Contains("ttl 10800 s", state.NextPollReason, StringComparison.Ordinal);
        Assert.Contains("update period 3600 s", state.NextPollReason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_period_is_no_invitation_to_come_more_often()
    {
        var state = Poll(Busy(), Long with { Hints = new(null, TimeSpan.FromMinutes(15), [], []) });
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));
    }

    [Fact]
    public void Stays_away_in_hours_and_on_days_to_be_skipped()
    {
        var hours = Poll(Busy(), Long with { Hints = new(null, null, [13, 14, 15], []) });
        Assert.InRange(hours.NextPollAt, Now.AddHours(4), Now.AddHours(4.2));
        var days = Poll(Busy(), Long with { Hints = new(null, null, [], [DayOfWeek.Monday, DayOfWeek.Tuesday]) });
        Assert.InRange(days.NextPollAt, Now.Date.AddDays(2), Now.Date.AddDays(2).AddHours(0.2));
        Assert.Contains("skipDays", days.NextPollReason, StringComparison.Ordinal);
        var always = Poll(Busy(), Long with { Hints = new(null, null, [.. Enumerable.Range(0, 24)], []) });
        Assert.InRange(always.NextPollAt, Now, Now.AddHours(2));
    }

    [Fact]
    public void Owners_may_ask_for_more()
    {
        var state = PollingPolicy.Next(Busy(), Long, Options with { OwnerInterval = TimeSpan.FromMinutes(20) }, Now, 0).State;
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(22));
    }

    [Fact]
    public void Reads_a_feed_once_in_full_after_eight_days_of_304()
    {
        var state = Poll(new(), Document);
        for (var day = 1; day < 8; day++)
        {
            state = PollingPolicy.Next(state, Unchanged, Options, Now.AddDays(day), 0).State;
            Assert.Equal(SentValidators.Both, PollingPolicy.Send(state, Options, Now.AddDays(day)));
        }

        state = PollingPolicy.Next(state, Unchanged, Options, Now.AddDays(8), 0).State;
        Assert.Equal(SentValidators.None, PollingPolicy.Send(state, Options, Now.AddDays(8)));
        state = PollingPolicy.Next(state, Document, Options, Now.AddDays(8), 0).State;
        Assert.Equal(SentValidators.Both, PollingPolicy.Send(state, Options, Now.AddDays(9)));
    }

    [Fact]
    public void A_full_read_that_fails_is_not_tried_again_within_the_day()
    {
        var state = PollingPolicy.Next(Poll(new(), Document), Unchanged, Options, Now.AddDays(8), 0).State;
        state = PollingPolicy.Next(state, Error, Options, Now.AddDays(8), 0).State;
        Assert.Equal(SentValidators.Both, PollingPolicy.Send(state, Options, Now.AddDays(8.1)));
        state = PollingPolicy.Next(state, Unchanged, Options, Now.AddDays(8.1), 0).State;
        Assert.Equal(SentValidators.Both, PollingPolicy.Send(state, Options, Now.AddDays(8.2)));
        Assert.Equal(SentValidators.None, PollingPolicy.Send(state, Options, Now.AddDays(9.1)));
    }

    [Fact]
    public void Failures_double_the_wait_up_to_a_day_and_success_ends_them()
    {
        var state = Poll(Busy(), Long);
        List<double> hours = [];
        for (var i = 0; i < 8; i++)
        {
            state = Poll(state, Error);
            hours.Add((state.NextPollAt - Now).TotalHours);
        }

        Assert.Equal(hours.Order(), hours);
        Assert.True(hours[0] < 2 && hours[^1] is > 23.9 and < 24.1, string.Join(' ', hours));
        Assert.Equal(8, state.Failures);
        Assert.StartsWith("back-off after 8 failures", state.NextPollReason, StringComparison.Ordinal);
        state = Poll(state, Long);
        Assert.Equal(0, state.Failures);
        Assert.True(state.NextPollAt - Now < TimeSpan.FromHours(2));
    }

    [Fact]
    public void What_only_a_person_can_mend_is_asked_for_more_slowly()
    {
        var passing = Poll(new(), Error).NextPollAt - Now;
        var lasting = Poll(new(), Error with { Status = 404 }).NextPollAt - Now;
        Assert.True(lasting > passing, $"{lasting} > {passing}");
    }

    [Fact]
    public void A_retry_after_is_obeyed_and_counts_as_no_failure()
    {
        var state = Poll(Busy(), new() { Fate = FetchFate.RateLimited, Status = 429, RetryAfter = TimeSpan.FromHours(5), Error = "429" });
        Assert.InRange(state.NextPollAt - Now, TimeSpan.FromHours(5), TimeSpan.FromHours(5.6));
        Assert.Equal(0, state.Failures);
        Assert.StartsWith("retry-after 18000 s", state.NextPollReason, StringComparison.Ordinal);
        var soon = Poll(Busy(), new() { Fate = FetchFate.RateLimited, Status = 429, RetryAfter = TimeSpan.FromMinutes(1), Error = "429" });
        Assert.True(soon.NextPollAt - Now >= TimeSpan.FromHours(1));
    }

    [Fact]
    public void Gone_ends_a_feed_and_so_does_expired()
    {
        var gone = Poll(Busy(), new() { Fate = FetchFate.Gone, Status = 410, Error = "gone" });
        Assert.True(gone.Gone);
        Assert.Equal(PollingPolicy.Never, gone.NextPollAt);
        var expired = Poll(Busy(), Long with { Expired = true });
        Assert.True(expired.Gone);
        Assert.Equal("the feed says that it has ended", expired.NextPollReason);
    }

    [Fact]
    public void A_document_without_overlap_is_a_loss_and_shortens_the_rhythm()
    {
        var before = PollingPolicy.Next(new(), Document with { Known = 0 }, Options, Now.AddDays(-2), 0).State;
        var decision = PollingPolicy.Next(before, Document with { Known = 0 }, Options, Now, 0);
        Assert.Equal(10, decision.State.EstimatedLoss);
        var overlap = PollingPolicy.Next(before, Document with { Known = 5 }, Options, Now, 0).State;
        Assert.Equal(0, overlap.EstimatedLoss);
        Assert.True(decision.State.Rhythm < overlap.Rhythm);
    }

    [Fact]
    public void Neither_a_delta_nor_renamed_entries_nor_the_first_document_are_a_loss()
    {
        var before = PollingPolicy.Next(new(), Document with { Known = 0 }, Options, Now.AddDays(-2), 0).State;
        Assert.Equal(0, before.EstimatedLoss);
        Assert.Equal(0, Poll(before, Document with { Status = 226, Known = 0, IsDelta = true }).EstimatedLoss);
        Assert.Equal(0, Poll(before, Document with { Known = 0, EntryDates = [Now.AddDays(-5), Now] }).EstimatedLoss);
    }

    [Fact]
    public void A_feed_that_falls_silent_is_asked_ever_more_rarely_and_one_that_wakes_up_more_often()
    {
        var open = Options with { ConditionalFloor = TimeSpan.Zero };
        var state = PollingPolicy.Next(new(), Document with { Known = 0 }, open, Now, 0).State;
        var lively = state.Rhythm!.Value;
        var time = Now;
        for (var i = 0; i < 40; i++)
            state = PollingPolicy.Next(state, Unchanged, open, time = time.AddHours(12), 0).State;
        var silent = state.Rhythm!.Value;
        Assert.True(silent > 4 * lively, $"{silent} > 4 × {lively}");
        for (var i = 0; i < 10; i++)
        {
            time = time.AddHours(2);
            DateTimeOffset[] dates = [.. Enumerable.Range(0, 10).Select(k => time.AddMinutes(-20 * k))];
            state = PollingPolicy.Next(state, Document with { Known = 4, EntryDates = dates }, open, time, 0).State;
        }

        Assert.True(state.Rhythm < silent / 4, $"{state.Rhythm} < {silent} / 4");
    }

    [Fact]
    public void Learns_at_what_hours_a_feed_publishes()
    {
        var open = Options with { ConditionalFloor = TimeSpan.Zero };
        FeedState state = new();
        DateTimeOffset midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        for (var day = 0; day < 20; day++)
        {
            DateTimeOffset[] dates = [.. Enumerable.Range(0, 10).Select(i => midnight.AddDays(day).AddHours(8).AddMinutes(45 * i))];
            state = PollingPolicy.Next(state, Document with { Known = 0, EntryDates = dates }, open, midnight.AddDays(day).AddHours(17), 0).State;
        }

        var evening = PollingPolicy.Next(state, Unchanged, open, midnight.AddDays(19).AddHours(18), 0).State.Rhythm!.Value;
        var morning = PollingPolicy.Next(state, Unchanged, open, midnight.AddDays(20).AddHours(10), 0).State.Rhythm!.Value;
        Assert.True(evening > morning * 3, $"{evening} > 3 × {morning}");
    }

    [Fact]
    public void A_feed_without_dates_begins_with_the_first_interval()
    {
        var state = Poll(new(), Document with { EntryDates = [], Known = 0 });
        Assert.InRange(state.Rhythm!.Value, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(120));
    }

    [Fact]
    public void Survives_a_broken_memory()
    {
        var state = Poll(Busy() with { PollMemory = "{\"fresh\":" }, Unchanged);
        Assert.True(state.NextPollAt > Now);
        Assert.True(state.PollMemory!.Length < 2048);
    }

    [Fact]
    public void Jitter_spreads_feeds_that_would_march_in_step()
    {
        var fresh = Long with { Freshness = new(TimeSpan.FromMinutes(60), "cache-control") };
        var times = Enumerable.Range(-10, 21).Select(j => PollingPolicy.Next(Busy(), fresh, Options, Now, j / 10.0).State.NextPollAt).ToList();
        Assert.True(times.Max() - times.Min() >= TimeSpan.FromMinutes(5));
        Assert.True(times.Min() >= Now.AddMinutes(60));
    }

    [Fact]
    public void A_postponed_poll_keeps_everything_but_its_time()
    {
        var before = Busy();
        var after = PollingPolicy.Postpone(before, Now.AddMinutes(30), "host asked to back off", 0, Now);
        Assert.InRange(after.NextPollAt, Now.AddMinutes(30), Now.AddMinutes(33));
        Assert.Equal(before with { NextPollAt = after.NextPollAt, NextPollReason = "host asked to back off" }, after);
    }

    [Theory]
    [InlineData(-1, 30)]
    [InlineData(0, 31.5)]
    [InlineData(1, 33)]
    public void A_postponed_poll_is_spread_upward(double jitter, double minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), PollingPolicy.Postpone(new(), Now.AddMinutes(30), "host", jitter, Now).NextPollAt);

    [Fact]
    public void Only_a_document_with_news_moves_the_time_of_the_last_ones()
    {
        var before = PollingPolicy.Next(new(), Document with { Known = 0 }, Options, Now.AddDays(-2), 0).State;
        Assert.Equal(Now.AddDays(-2), Poll(before, Document).LastNewAt);
        Assert.Equal(Now, Poll(before, Document with { Known = 9 }).LastNewAt);
    }

    [Fact]
    public void Only_a_whole_document_replaces_the_hash_of_the_last_one()
    {
        var before = Poll(new(), Document);
        Assert.Equal("h2", Poll(before, Document with { BodyHash = "h2" }).BodyHash);
        Assert.Equal("h1", Poll(before, Unchanged with { BodyHash = "h2" }).BodyHash);
        Assert.Equal("h1", Poll(before, Document with { BodyHash = "h2", Status = 226, IsDelta = true }).BodyHash);
        Assert.Equal("h1", Poll(before, Document with { BodyHash = null }).BodyHash);
    }

    [Fact]
    public void Only_an_unconditional_request_for_a_feed_with_validators_is_a_try_to_read_it_in_full()
    {
        var before = Poll(new(), Document);
        Assert.Null(PollMemory.Read(before.PollMemory).FullTriedAt);
        Assert.Null(PollMemory.Read(Poll(before, Error with { Conditional = true }).PollMemory).FullTriedAt);
        Assert.Equal(Now, PollMemory.Read(Poll(before, Error).PollMemory).FullTriedAt);
    }

    private static FeedState Poll(FeedState before, PollObservation seen) => PollingPolicy.Next(before, seen, Options, Now, 0).State;

    /// <summary>A feed of which the own rhythm alone would ask for minutes.</summary>
    private static FeedState Busy() => PollingPolicy.Next(
        new(), Document with { Entries = 200, Known = 0, EntryDates = [.. Enumerable.Range(1, 200).Select(i => Now.AddMinutes(-6 * i))] }, Options, Now.AddMinutes(-5), 0).State;

    private static (string?, string?, string?) Validators(FeedState state) => (state.ETag, state.LastModified, state.ValidatorsUrl);
}
