using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>Feeds that break, die, fall silent or lose entries (fetching.md rules 10, 12 and 13).</summary>
public sealed class FeedHealthTests
{
    [Fact]
    public async Task A_dead_feed_is_asked_once_a_day_and_listed_as_dead_after_thirty_days()
    {
        await using var web = new PollingFixture(_ => RawServer.Answer("500 Broken"));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(29));
        Assert.Equal(FeedTroubleKind.Failing, FeedTrouble.Of(await web.StateAsync(id), web.Time.GetUtcNow())!.Kind);
        await web.LiveAsync(TimeSpan.FromDays(3));
        var trouble = FeedTrouble.Of(await web.StateAsync(id), web.Time.GetUtcNow())!;
        Assert.Equal(FeedTroubleKind.Dead, trouble.Kind);
        Assert.Contains("500: server error; failing since 2026-03-02 12:00Z", trouble.Why, StringComparison.Ordinal);
        Assert.All(web.Gaps.TakeLast(20), gap => Assert.InRange(gap, TimeSpan.FromHours(21), TimeSpan.FromHours(27)));
    }

    [Theory]
    [InlineData("403 Forbidden", "X-Nothing: here", "403: forbidden")]
    [InlineData("503 Unavailable", "cf-mitigated: challenge", "503: blocked by a browser challenge")]
    public async Task A_refusal_is_counted_apart_and_answered_with_the_same_honest_name(string status, string header, string why)
    {
        await using var web = new PollingFixture(_ => RawServer.Answer(status, "", header));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(2));
        var fetch = await web.LastFetchAsync(id);
        Assert.Equal((FetchFate.Forbidden, why), (fetch.Fate, fetch.Error));
        Assert.Single(web.Log.Select(l => l.Request["User-Agent"]).Distinct());
        Assert.InRange(web.Log.Count, 3, 7);
    }

    [Fact]
    public async Task A_poll_without_overlap_is_recorded_as_a_loss_and_brings_the_next_one_nearer()
    {
        var batch = 0;
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ =>
        {
            batch++;
            return RawServer.Answer("200 OK", web!.Rss(Enumerable.Range(0, 10).Select(i => ($"{batch}-{i}", i * 5))), $"ETag: \"{batch}\"");
        });
        var id = await web.AddAsync("/feed");
        await web.TickAsync();
        Assert.Equal(0, (await web.StateAsync(id)).EstimatedLoss);
        web.Time.Advance(TimeSpan.FromDays(2));
        await web.TickAsync();
        var state = await web.StateAsync(id);
        Assert.Equal(10, state.EstimatedLoss);
        Assert.True(state.Rhythm < TimeSpan.FromMinutes(60), $"{state.Rhythm}");
    }

    [Fact]
    public async Task A_feed_that_is_gone_may_be_tried_again_by_hand_and_comes_back()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => web!.Log.Count == 1 ? RawServer.Answer("410 Gone") : RawServer.Answer("200 OK", web.Lively(), "ETag: \"v\""));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(31));
        Assert.Single(web.Log);
        await web.Store.ScheduleFeedAsync(id, web.Time.GetUtcNow(), "asked for by hand", default);
        await web.LiveAsync(TimeSpan.FromDays(1));
        Assert.True(web.Log.Count > 2);
        Assert.False((await web.StateAsync(id)).Gone);
    }
}
