using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>Permanent redirects over weeks (fetching.md rule 9), and two listed feeds that prove to be one.</summary>
public sealed class RedirectMergeTests
{
    [Fact]
    public async Task A_permanent_redirect_is_taken_over_after_a_week_and_not_before()
    {
        PollingFixture? web = null;
        await using var _ = web = Moving(() => web!);
        var id = await web.AddAsync("/old");
        await web.LiveAsync(TimeSpan.FromDays(14));
        List<DateTimeOffset> old = [.. web.Log.Where(l => l.Request.Path == "/old").Select(l => l.At)];
        Assert.InRange(old[^1] - old[0], TimeSpan.FromDays(7), TimeSpan.FromDays(9));
        Assert.Equal("/new", web.Log[^1].Request.Path);
        Assert.Equal(web.Server.Url("/new").AbsoluteUri, (await web.Store.GetFeedAsync(id, default))!.CurrentUrl);
    }

    [Fact]
    public async Task A_redirect_to_a_login_page_is_not_taken_over()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => request.Path == "/old"
            ? RawServer.Answer("301 Moved", "", "Location: /login")
            : RawServer.Answer("200 OK", "<html><body><form>Log in</form></body></html>", "Content-Type: text/html"));
        var id = await web.AddAsync("/old");
        await web.LiveAsync(TimeSpan.FromDays(30));
        var feed = (await web.Store.GetFeedAsync(id, default))!;
        Assert.Equal((web.Server.Url("/old").AbsoluteUri, FetchFate.NotAFeed), (feed.CurrentUrl, feed.State.LastFate));
    }

    [Fact]
    public async Task A_feed_that_moves_to_another_listed_one_is_merged_with_it_and_nothing_is_lost()
    {
        PollingFixture? web = null;
        await using var _ = web = Moving(() => web!);
        var moved = await web.AddAsync("/old");
        await web.TickAsync();
        var before = web.LivelyEntries();
        web.Time.Advance(TimeSpan.FromDays(3)); // by now the first entries have left the document
        var target = await web.AddAsync("/new");
        await web.LiveAsync(TimeSpan.FromDays(12));

        var merged = (await web.Store.GetFeedAsync(moved, default))!;
        Assert.Equal(target, merged.MergedInto);
        Assert.Contains($"feed {target}", merged.State.NextPollReason, StringComparison.Ordinal);
        Assert.Equal(before.Length, await web.KnownAsync(moved, before));
        Assert.Equal(before.Length, await web.KnownAsync(target, before));

        var asked = web.Log.Count(l => l.Request.Path == "/old");
        await web.RestartAsync();
        await web.LiveAsync(TimeSpan.FromDays(5));
        Assert.Equal(asked, web.Log.Count(l => l.Request.Path == "/old"));
        List<TimeSpan> gaps = [.. PollingFixture.GapsOf([.. web.Log.TakeLast(20)])];
        Assert.All(gaps, gap => Assert.True(gap >= TimeSpan.FromHours(1), gap.ToString()));

        // when the target leaves the list, the feed that was merged into it is polled for itself again
        Assert.True(await web.Store.RemoveFeedAsync(target, default));
        Assert.Null((await web.Store.GetFeedAsync(moved, default))!.MergedInto);
        var polls = web.Log.Count;
        await web.LiveAsync(TimeSpan.FromDays(1));
        Assert.True(web.Log.Count > polls);
        Assert.Equal(FetchFate.Updated, (await web.LastFetchAsync(moved)).Fate);
    }

    [Fact]
    public async Task A_listed_feed_at_whose_address_another_one_is_polled_already_takes_it_over()
    {
        PollingFixture? web = null;
        await using var _ = web = Moving(() => web!);
        var moved = await web.AddAsync("/old");
        await web.LiveAsync(TimeSpan.FromDays(12));
        var target = await web.AddAsync("/new");
        Assert.Equal(target, (await web.Store.GetFeedAsync(moved, default))!.MergedInto);
    }

    private static PollingFixture Moving(Func<PollingFixture> web) => new(request => request.Path == "/old"
        ? RawServer.Answer("301 Moved", "", "Location: /new")
        : RawServer.Answer("200 OK", web().Lively(), $"ETag: \"{web().Time.GetUtcNow().Ticks}\""));
}
