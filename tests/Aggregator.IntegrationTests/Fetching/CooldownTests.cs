using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Fetching;

public sealed class CooldownTests
{
    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 120", 120)]
    [InlineData("429 Too Many Requests", "Retry-After: Mon, 02 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("503 Unavailable", "Retry-After: 600", 600)]
    [InlineData("429 Too Many Requests", "Retry-After: 31536000", 86400)]
    [InlineData("429 Too Many Requests", "Retry-After: soon", 600)]
    [InlineData("429 Too Many Requests", "Retry-After: -1", 600)]
    [InlineData("429 Too Many Requests", "Retry-After: Mon, 01 Jan 2001 00:00:00 GMT", 600)]
    [InlineData("503 Unavailable", "X-Nothing: here", 600)]
    public async Task A_host_that_asks_for_peace_gets_it_for_all_its_feeds(string status, string header, int seconds)
    {
        await using var web = new FetchingFixture(request => request.Path == "/a" ? RawServer.Answer(status, "slow", header) : RawServer.Answer("200 OK", "<rss/>"));
        await web.FeedAsync("/a");
        Assert.Equal(web.Time.GetUtcNow().AddSeconds(seconds), web.Services.Gates.CoolingUntil(web.Server.Url("/b")));
        var held = Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/b"));
        Assert.True(held.NotSent);
        Assert.Equal((FetchFate.RateLimited, TimeSpan.FromSeconds(seconds)), (held.Fate, held.RetryAfter!.Value));
        Assert.Single(web.Server.Requests);
        web.Time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/b"));
    }

    [Fact]
    public async Task Visitors_who_wait_at_the_door_turn_round_when_the_one_inside_is_sent_away()
    {
        var release = new TaskCompletionSource();
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await release.Task;
            await stream.WriteAsync(RawServer.Answer("429 Too Many Requests", "", "Retry-After: 600"), stop);
        });
        await using var web = new FetchingFixture(server, o => o.HostConcurrency = 1);
        List<Task<FeedFetchResult>> fetches = [.. Enumerable.Range(0, 5).Select(i => web.FeedAsync($"/{i}"))];
        release.SetResult();
        var results = await Task.WhenAll(fetches);
        Assert.Single(server.Requests);
        Assert.Equal(4, results.Count(r => r is FeedFetchResult.Failed { NotSent: true }));
    }

    [Fact]
    public async Task Two_feeds_of_one_host_never_overlap()
    {
        int inside = 0, most = 0;
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            await stream.WriteAsync(RawServer.Answer("200 OK", "<rss/>"), stop);
        });
        await using var web = new FetchingFixture(server, o => o.HostConcurrency = 1);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => web.FeedAsync($"/{i}")));
        Assert.Equal((20, 1), (server.Requests.Count, most));
    }
}
