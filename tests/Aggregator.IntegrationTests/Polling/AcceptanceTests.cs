using System.Globalization;
using System.IO.Compression;
using System.Net;
using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>The nineteen behaviours by which publishers tell a polite subscriber (fetching.md, "Nineteen behaviours"), each under its number.</summary>
public sealed class AcceptanceTests
{
    private const string Monday = "Mon, 02 Mar 2026 10:00:00 GMT";

    [Fact]
    public async Task Acceptance01_the_first_fetch_has_no_validators()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\"", $"Last-Modified: {Monday}"));
        await web.AddAsync("/feed");
        await web.TickAsync();
        var first = Assert.Single(web.Log).Request;
        Assert.Equal((null, null, null), (first["If-None-Match"], first["If-Modified-Since"], first["A-IM"]));
    }

    [Theory]
    [InlineData("\"strong\"", Monday)]
    [InlineData("W/\"weak\"", "Saturday, 02-Mar-26 10:00:00 GMT")]
    [InlineData("w/\"v1\"-gzip", "Sun, 02 Mar 2026 10:00:00 +0000")]
    [InlineData("unquoted", "yesterday")]
    public async Task Acceptance02_the_second_fetch_has_both_validators_byte_for_byte(string etag, string lastModified)
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), $"ETag: {etag}", $"Last-Modified: {lastModified}"));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(1));
        var second = web.Log[1].Request;
        Assert.Equal((etag, lastModified), (second["If-None-Match"], second["If-Modified-Since"]));
    }

    [Fact]
    public async Task Acceptance03_conditional_polls_come_at_least_an_hour_apart()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(minutesApart: 10), $"ETag: \"{web.Time.GetUtcNow().Ticks}\""));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(3));
        Assert.True(web.Log.Count > 20, $"{web.Log.Count} polls");
        Assert.All(web.Gaps, gap => Assert.True(gap >= TimeSpan.FromHours(1), gap.ToString()));
    }

    [Fact]
    public async Task Acceptance04_unconditional_polls_come_at_least_a_day_apart()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(minutesApart: 200)));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(10));
        Assert.InRange(web.Log.Count, 8, 11);
        Assert.All(web.Gaps, gap => Assert.True(gap >= TimeSpan.FromDays(1), gap.ToString()));
    }

    [Theory]
    [InlineData("Cache-Control: max-age=86400")]
    [InlineData("Expires: {0}")]
    public async Task Acceptance05_a_freshness_of_a_day_is_obeyed(string header)
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\"", In(web, header, TimeSpan.FromDays(1))));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(5));
        Assert.InRange(web.Log.Count, 4, 6);
        Assert.All(web.Gaps, gap => Assert.True(gap >= TimeSpan.FromDays(1), gap.ToString()));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 7200")]
    [InlineData("429 Too Many Requests", "Retry-After: {0}")]
    [InlineData("503 Unavailable", "Retry-After: 7200")]
    [InlineData("503 Unavailable", "Retry-After: {0}")]
    public async Task Acceptance06_a_retry_after_is_obeyed_in_both_forms(string status, string header)
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => web!.Log.Count == 1
            ? RawServer.Answer(status, "", In(web, header, TimeSpan.FromHours(2)))
            : RawServer.Answer("200 OK", web.Lively(), "ETag: \"v\""));
        var id = await web.AddAsync("/feed");
        await web.TickAsync();
        Assert.StartsWith("retry-after 7200 s", (await web.StateAsync(id)).NextPollReason, StringComparison.Ordinal);
        await web.LiveAsync(TimeSpan.FromHours(5));
        Assert.InRange(web.Log[1].At - web.Log[0].At, TimeSpan.FromHours(2), TimeSpan.FromHours(2.5));
    }

    [Fact]
    public async Task Acceptance07_the_same_body_with_new_validators_replaces_them()
    {
        var version = 0;
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", "<rss version=\"2.0\"><channel><title>T</title></channel></rss>", $"ETag: \"v{++version}\"", $"Last-Modified: Mon, 02 Mar 2026 10:00:0{version} GMT"));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromHours(30));
        Assert.True(version >= 2);
        Assert.Equal([null, .. Enumerable.Range(1, version - 1).Select(v => $"\"v{v}\"")], web.Log.Select(l => l.Request["If-None-Match"]));
        Assert.Equal([null, .. Enumerable.Range(1, version - 1).Select(v => $"Mon, 02 Mar 2026 10:00:0{v} GMT")], web.Log.Select(l => l.Request["If-Modified-Since"]));
        var last = await web.LastFetchAsync(id);
        Assert.Equal((FetchFate.NotModified, 200, true), (last.Fate, last.Status, last.ValidatorsChanged));
    }

    [Fact]
    public async Task Acceptance08_a_new_etag_beside_the_same_last_modified_replaces_the_old_one()
    {
        var version = 0;
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), $"ETag: \"v{++version}\"", $"Last-Modified: {Monday}"));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromHours(6));
        Assert.True(version > 2);
        Assert.Equal([null, .. Enumerable.Range(1, version - 1).Select(v => $"\"v{v}\"")], web.Log.Select(l => l.Request["If-None-Match"]));
        Assert.All(web.Log.Skip(1), l => Assert.Equal(Monday, l.Request["If-Modified-Since"]));
    }

    [Fact]
    public async Task Acceptance09_no_cookie_no_referer_and_no_query_of_our_own()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => request.Path == "/feed?format=rss"
            ? RawServer.Answer("302 Found", "", "Location: /next", "Set-Cookie: id=1; Path=/")
            : RawServer.Answer("200 OK", web!.Lively(), "Set-Cookie: id=2; Path=/"));
        await web.AddAsync("/feed?format=rss");
        await web.LiveAsync(TimeSpan.FromDays(2));
        Assert.True(web.Log.Count >= 4);
        Assert.All(web.Log, l => Assert.Contains(l.Request.Path, new[] { "/feed?format=rss", "/next" }));
        Assert.All(web.Log, l => Assert.Equal((null, null, null, null), (l.Request["Cookie"], l.Request["Referer"], l.Request["Cache-Control"], l.Request["Pragma"])));
    }

    [Fact]
    public async Task Acceptance10_a_301_chain_with_a_302_in_it_is_followed_and_never_stored()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => request.Path switch
        {
            "/feed" => RawServer.Answer("301 Moved", "", "Location: /middle"),
            "/middle" => RawServer.Answer("302 Found", "", "Location: /new"),
            _ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\""),
        });
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(14));
        Assert.Equal(web.Log.Count(l => l.Request.Path == "/new"), web.Log.Count(l => l.Request.Path == "/feed"));
        Assert.Equal(web.Server.Url("/feed").AbsoluteUri, (await web.Store.GetFeedAsync(id, default))!.CurrentUrl);
    }

    [Fact]
    public async Task Acceptance11_five_restarts_within_a_minute_cause_no_fetch()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\""));
        await web.AddAsync("/a");
        await web.AddAsync("/b");
        await web.TickAsync();
        Assert.Equal(2, web.Log.Count);
        for (var i = 0; i < 5; i++)
        {
            web.Time.Advance(TimeSpan.FromSeconds(12));
            await web.RestartAsync();
            await web.TickAsync();
        }

        Assert.Equal(2, web.Log.Count);
    }

    [Fact]
    public async Task Acceptance12_a_410_ends_all_fetching()
    {
        await using var web = new PollingFixture(_ => RawServer.Answer("410 Gone"));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(60));
        await web.RestartAsync();
        await web.LiveAsync(TimeSpan.FromDays(60));
        Assert.Single(web.Log);
        Assert.True((await web.StateAsync(id)).Gone);
    }

    [Fact]
    public async Task Acceptance13_two_feeds_of_one_host_never_overlap()
    {
        int inside = 0, most = 0;
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(async (_, stream, stop) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            await stream.WriteAsync(RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\""), stop);
        });
        for (var i = 0; i < 10; i++)
            await web.AddAsync($"/{i}");
        await web.TickAsync();
        Assert.Equal((10, 1), (web.Log.Count, most));
    }

    [Fact]
    public async Task Acceptance14_a_429_on_one_feed_delays_the_other_feeds_of_its_host()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => web!.Log.Count == 1
            ? RawServer.Answer("429 Too Many Requests", "", "Retry-After: 7200")
            : RawServer.Answer("200 OK", web.Lively(), "ETag: \"v\""));
        await web.AddAsync("/a");
        await web.TickAsync();
        var other = await web.AddAsync("/b");
        await web.TickAsync();
        Assert.Single(web.Log);
        Assert.StartsWith("host asked to back off until", (await web.StateAsync(other)).NextPollReason, StringComparison.Ordinal);
        Assert.Empty(await web.Store.GetHistoryAsync(other, 50, default));
        await web.LiveAsync(TimeSpan.FromHours(3));
        Assert.Equal(["/a", "/a", "/b"], web.Log.Select(l => l.Request.Path).Order());
        Assert.All(web.Log.Skip(1), l => Assert.True(l.At - web.Log[0].At >= TimeSpan.FromHours(2)));
    }

    [Fact]
    public async Task Acceptance15_a_gzip_bomb_is_cut_at_ten_mebibytes()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(new byte[50_000_000]);
        var bomb = packed.ToArray();
        await using var web = new PollingFixture(_ => RawServer.Answer("200 OK", bomb, "Content-Encoding: gzip", "ETag: \"bomb\""));
        var id = await web.AddAsync("/feed");
        await web.TickAsync();
        var fetch = await web.LastFetchAsync(id);
        Assert.Equal((FetchFate.TooLarge, "larger than 10485760 bytes"), (fetch.Fate, fetch.Error));
        Assert.Null((await web.StateAsync(id)).ETag);
    }

    [Fact]
    public async Task Acceptance16_a_name_that_is_rebound_to_loopback_is_refused()
    {
        await using var web = new PollingFixture(
            _ => RawServer.Answer("302 Found", "", "Location: http://rebound.example/secret"),
            resolve: (host, _) => Task.FromResult<IPAddress[]>([host == "rebound.example" ? IPAddress.Loopback : IPAddress.None]));
        long direct = await web.AddAsync("http://rebound.example/feed"), redirected = await web.AddAsync("/feed");
        await web.TickAsync();
        Assert.Equal("/feed", Assert.Single(web.Log).Request.Path);
        foreach (var id in new[] { direct, redirected })
        {
            var fetch = await web.LastFetchAsync(id);
            Assert.Equal((FetchFate.Refused, "rebound.example leads to 127.0.0.1, which is not on the public internet"), (fetch.Fate, fetch.Error));
        }
    }

    [Fact]
    public async Task Acceptance17_the_longer_max_age_of_a_304_moves_the_next_poll()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => request["If-None-Match"] is null
            ? RawServer.Answer("200 OK", web!.Lively(), "ETag: \"v\"", "Cache-Control: max-age=3600")
            : RawServer.Answer("304 Not Modified", "", "Cache-Control: max-age=36000"));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(3));
        Assert.InRange(web.Log.Count, 4, 9);
        Assert.True(web.Gaps.First() < TimeSpan.FromHours(2));
        Assert.All(web.Gaps.Skip(1), gap => Assert.True(gap >= TimeSpan.FromHours(10), gap.ToString()));
        Assert.StartsWith("cache-control 36000 s", (await web.StateAsync(id)).NextPollReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acceptance18_the_body_of_a_226_is_merged_and_nothing_is_taken_away()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => (request["A-IM"], request["If-None-Match"]) switch
        {
            ("feed", "\"b\"") => RawServer.Answer("304 Not Modified"),
            ("feed", "\"a\"") => RawServer.Answer("226 IM Used", web!.Rss(("four", 1)), "IM: feed", "ETag: \"b\""),
            _ => RawServer.Answer("200 OK", web!.Rss(("one", 300), ("two", 200), ("three", 100)), "ETag: \"a\""),
        });
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(2));
        Assert.Equal([null, "\"a\"", "\"b\""], web.Log.Take(3).Select(l => l.Request["If-None-Match"]));
        Assert.Equal(4, await web.KnownAsync(id, "one", "two", "three", "four"));
        Assert.Equal(0, (await web.StateAsync(id)).EstimatedLoss);
    }

    [Fact]
    public async Task Acceptance19_a_crash_between_fetch_and_store_loses_no_entry()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(async (request, stream, stop) =>
        {
            if (web!.Log.Count == 2)
                await web.Store.DisposeAsync();
            var answer = request["If-None-Match"] == "\"new\"" ? RawServer.Answer("304 Not Modified")
                : web.Log.Count == 1 ? RawServer.Answer("200 OK", web.Rss(("one", 60)), "ETag: \"old\"")
                : RawServer.Answer("200 OK", web.Rss(("two", 1), ("one", 60)), "ETag: \"new\"");
            await stream.WriteAsync(answer, stop);
        });
        var id = await web.AddAsync("/feed");
        await web.TickAsync();
        web.Time.Advance(TimeSpan.FromDays(2));
        await Assert.ThrowsAnyAsync<Exception>(web.TickAsync);
        await web.RestartAsync();
        await web.TickAsync();
        Assert.Equal([null, "\"old\"", "\"old\""], web.Log.Select(l => l.Request["If-None-Match"]));
        Assert.Equal(2, await web.KnownAsync(id, "one", "two"));
        Assert.Equal("\"new\"", (await web.StateAsync(id)).ETag);
    }

    private static string In(PollingFixture web, string header, TimeSpan span) => string.Format(CultureInfo.InvariantCulture, header, web.Time.GetUtcNow().Add(span).ToString("R"));
}
