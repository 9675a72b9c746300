using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>Hosts that ask to back off or have a rate of their own, over restarts (fetching.md rules 11, 12, 14 and 16).</summary>
public sealed class HostPauseTests
{
    [Fact]
    public async Task A_restart_forgets_no_cool_down()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => web!.Log.Count == 1 ? RawServer.Answer("429 Too Many Requests", "", "Retry-After: 7200") : RawServer.Answer("200 OK", web.Lively()));
        await web.AddAsync("/a");
        await web.TickAsync();
        await web.RestartAsync();
        await web.AddAsync("/b");
        await web.LiveAsync(TimeSpan.FromMinutes(119));
        Assert.Single(web.Log);
        await web.LiveAsync(TimeSpan.FromHours(1));
        Assert.Equal(3, web.Log.Count);
    }

    [Fact]
    public async Task A_restart_does_not_begin_the_doubling_anew_and_a_good_answer_does()
    {
        var well = false;
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => well ? RawServer.Answer("200 OK", web!.Lively()) : RawServer.Answer("503 Unavailable"));
        List<double> minutes = [];
        for (var i = 0; i < 4; i++)
        {
            await web.AddAsync($"/{i}");
            await web.TickAsync();
            var pause = Assert.Single(await web.Store.ListHostPausesAsync(default));
            minutes.Add((pause.Until - web.Time.GetUtcNow()).TotalMinutes);
            await web.RestartAsync();
            web.Time.Advance(pause.Until - web.Time.GetUtcNow());
        }

        Assert.Equal([10, 20, 40, 80], minutes);
        well = true;
        await web.AddAsync("/well");
        await web.TickAsync();
        Assert.Empty(await web.Store.ListHostPausesAsync(default));
    }

    [Fact]
    public async Task Feeds_of_a_host_with_a_rate_of_its_own_get_a_slot_each_and_hold_up_nobody()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\""), o => o.HostDelays["127.0.0.1"] = 60);
        List<long> ids = [];
        for (var i = 0; i < 5; i++)
            ids.Add(await web.AddAsync($"/{i}"));
        await web.TickAsync();
        Assert.Single(web.Log);
        var reasons = await Task.WhenAll(ids.Select(async id => (await web.StateAsync(id)).NextPollReason));
        Assert.Equal(["host slot 60 s", "host slot 120 s", "host slot 180 s", "host slot 240 s"], reasons.Where(r => r!.StartsWith("host slot", StringComparison.Ordinal)).Order(StringComparer.Ordinal).OrderBy(r => r!.Length));
        await web.LiveAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(5, web.Log.Count);
        Assert.All(web.Gaps, gap => Assert.True(gap >= TimeSpan.FromSeconds(60), gap.ToString()));
    }

    [Fact]
    public async Task A_restart_does_not_hurry_a_host_with_a_rate_of_its_own()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\""), o => o.HostDelays["127.0.0.1"] = 60);
        for (var i = 0; i < 3; i++)
        {
            await web.AddAsync($"/{i}");
            await web.TickAsync();
            await web.RestartAsync();
        }

        Assert.Single(web.Log);
    }

    [Fact]
    public async Task A_poll_that_was_put_off_leaves_no_trace_in_the_history()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("503 Unavailable", "", "Retry-After: 600"));
        long first = await web.AddAsync("/a"), second = await web.AddAsync("/b");
        await web.TickAsync();
        Assert.Equal(1, (await web.Store.GetHistoryAsync(first, 50, default)).Count + (await web.Store.GetHistoryAsync(second, 50, default)).Count);
    }
}
