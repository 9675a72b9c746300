using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>Fixed times and quiet hours of a feed's owner, as its publisher sees them (fetching.md rules 26 and 27).</summary>
public sealed class FixedTimeTests
{
    [Fact]
    public async Task A_feed_is_polled_at_its_fixed_time_on_both_sides_of_a_change_of_the_clocks()
    {
        await using var web = Web();
        // Berlin's clocks go ahead on 29 March 2026: 06:30 is 05:30 UTC before and 04:30 UTC after it.
        web.Time.Advance(new DateTimeOffset(2026, 3, 26, 12, 0, 0, TimeSpan.Zero) - web.Time.GetUtcNow());
        await web.AddAsync("/feed", wish: feed => feed with { Cron = "30 6 * * *", CronZone = "Europe/Berlin", Interval = TimeSpan.FromHours(10) });

        await web.LiveAsync(TimeSpan.FromDays(6));

        var mornings = web.Log.Where(l => l.At.Hour is 4 or 5).Select(l => l.At).ToList();
        Assert.Equal([(27, 5), (28, 5), (29, 4), (30, 4), (31, 4), (1, 4)], mornings.Select(at => (at.Day, at.Hour)));
        Assert.All(mornings, at => Assert.InRange(at.Minute, 30, 31));
    }

    [Fact]
    public async Task The_reason_of_the_next_poll_names_the_fixed_time()
    {
        await using var web = Web();
        var id = await web.AddAsync("/feed", wish: feed => feed with { Cron = "0 15 * * *", CronZone = "Europe/Berlin", Interval = TimeSpan.FromHours(1) });
        await web.TickAsync();

        var state = await web.StateAsync(id);
        Assert.StartsWith("fixed time 15:00 Europe/Berlin; ", state.NextPollReason, StringComparison.Ordinal);
        Assert.InRange(state.NextPollAt, web.Time.GetUtcNow().Date.AddHours(14), web.Time.GetUtcNow().Date.AddHours(14).AddMinutes(1));
    }

    // The machine was off for three days and a half, over a change of the clocks: four fixed times were missed, one poll makes up for all.
    [Theory]
    [InlineData(3, 27)]
    [InlineData(10, 23)]
    public async Task After_downtime_one_poll_makes_up_for_all_fixed_times_that_were_missed(int month, int day)
    {
        await using var web = Web();
        web.Time.Advance(new DateTimeOffset(2026, month, day, 12, 0, 0, TimeSpan.Zero) - web.Time.GetUtcNow());
        var id = await web.AddAsync("/feed", wish: feed => feed with { Cron = "30 2 * * *", CronZone = "Europe/Berlin", Interval = TimeSpan.FromHours(20) });
        await web.TickAsync();
        web.Time.Advance(TimeSpan.FromHours(84));
        await web.RestartAsync();

        for (var tick = 0; tick < 100; tick++)
        {
            await web.TickAsync();
            web.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(2, web.Log.Count);
        Assert.True((await web.StateAsync(id)).NextPollAt > web.Time.GetUtcNow());
    }

    [Fact]
    public async Task Fixed_times_never_come_closer_than_courtesy()
    {
        await using var web = Web();
        await web.AddAsync("/feed", wish: feed => feed with { Cron = "*/5 * * * *", Interval = TimeSpan.FromHours(1) });

        await web.LiveAsync(TimeSpan.FromHours(12));

        Assert.InRange(web.Log.Count, 8, 13);
        Assert.All(web.Gaps, gap => Assert.True(gap >= TimeSpan.FromHours(1), $"{gap}"));
    }

    [Fact]
    public async Task No_feed_is_polled_in_quiet_hours_whatever_made_it_due()
    {
        await using var web = Web(options => options.QuietHours = "23:00-06:00 Europe/Berlin");
        web.Time.Advance(new DateTimeOffset(2026, 3, 27, 22, 30, 0, TimeSpan.Zero) - web.Time.GetUtcNow());
        var quiet = await web.AddAsync("/quiet");
        await web.AddAsync("/loud", wish: feed => feed with { QuietHours = "none" });

        await web.TickAsync();
        Assert.Equal("/loud", Assert.Single(web.Log).Request.Path);
        Assert.Equal("quiet hours 23:00-06:00 Europe/Berlin", (await web.StateAsync(quiet)).NextPollReason);
        await web.LiveAsync(TimeSpan.FromDays(4));

        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var hours = web.Log.Where(l => l.Request.Path == "/quiet").Select(l => TimeZoneInfo.ConvertTime(l.At, berlin).Hour).ToList();
        Assert.NotEmpty(hours);
        Assert.All(hours, hour => Assert.InRange(hour, 6, 22));
    }

    [Fact]
    public async Task What_a_person_asks_for_is_polled_at_any_hour()
    {
        await using var web = Web(options => options.QuietHours = "00:00-23:59");
        var id = await web.AddAsync("/feed");
        await web.TickAsync();
        Assert.Empty(web.Log);

        await web.PassAsync([id]);
        Assert.Single(web.Log);
        await web.Store.ScheduleFeedAsync(id, web.Time.GetUtcNow(), FeedState.AskedFor, default);
        await web.TickAsync();
        Assert.Equal(2, web.Log.Count);
    }

    [Fact]
    public async Task A_feed_is_read_by_the_reader_that_it_names_and_the_others_by_that_of_the_settings()
    {
        // Only our own reader mends a bare ampersand.
        await using var web = new PollingFixture(
            _ => RawServer.Answer("200 OK", "<rss version='2.0'><channel><title>A & B</title><item><title>1</title></item></channel></rss>"),
            options => options.Reader = FeedReaderKind.CodeHollow);
        var own = await web.AddAsync("/own", wish: feed => feed with { Reader = FeedReaderKind.Own });
        var set = await web.AddAsync("/set");
        await web.TickAsync();

        Assert.Equal(FetchFate.Updated, (await web.LastFetchAsync(own)).Fate);
        var refused = await web.LastFetchAsync(set);
        Assert.Equal(FetchFate.NotAFeed, refused.Fate);
        Assert.Contains("CodeHollow.FeedReader reads well-formed documents only", refused.Error);
    }

    private static PollingFixture Web(Action<Configuration.AggregatorOptions>? configure = null) => new(
        _ => RawServer.Answer("200 OK", "<rss version='2.0'><channel><title>T</title><item><title>1</title><guid>1</guid></item></channel></rss>", "ETag: \"1\""),
        configure);
}
