using Aggregator.Support;

namespace Aggregator.Polling;

/// <summary>What fetching.md rules 3–8 ask of conditional requests beyond the acceptance tests, through stage and database.</summary>
public sealed class ValidatorTests
{
    public static TheoryData<string[], string?, string?> Shapes => new()
    {
        { ["ETag: \"strong\""], "\"strong\"", null },
        { ["ETag: W/\"weak\""], "W/\"weak\"", null },
        { ["ETag: w/\"lower\""], "w/\"lower\"", null },
        { ["ETag: unquoted"], "unquoted", null },
        { ["ETag: \"v1\"-gzip"], "\"v1\"-gzip", null },
        { ["ETag: \"\""], "\"\"", null },
        { ["Last-Modified: Sun, 02 Mar 2026 10:00:00 GMT"], null, "Sun, 02 Mar 2026 10:00:00 GMT" },
        { ["ETag: \"a\"", "Last-Modified: 1793588645"], "\"a\"", "1793588645" },
        { ["ETag:", "Last-Modified:"], null, null },
        { [], null, null },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Validators_of_every_shape_survive_database_and_restart(string[] headers, string? etag, string? lastModified)
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), headers));
        await web.AddAsync("/feed");
        await web.TickAsync();
        await web.RestartAsync();
        await web.LiveAsync(TimeSpan.FromHours(30));
        Assert.True(web.Log.Count >= 2);
        Assert.Equal((etag, lastModified), (web.Log[1].Request["If-None-Match"], web.Log[1].Request["If-Modified-Since"]));
    }

    [Fact]
    public async Task A_new_last_modified_beside_the_same_etag_replaces_the_old_one()
    {
        var version = 0;
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Lively(), "ETag: \"same\"", $"Last-Modified: v{++version}"));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromHours(5));
        Assert.Equal([null, .. Enumerable.Range(1, version - 1).Select(v => $"v{v}")], web.Log.Select(l => l.Request["If-Modified-Since"]));
    }

    [Fact]
    public async Task Another_body_under_the_same_etag_is_read()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => RawServer.Answer("200 OK", web!.Log.Count == 1 ? web.Rss(("one", 60)) : web.Rss(("two", 1), ("one", 60)), "ETag: \"same\""));
        var id = await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, await web.KnownAsync(id, "one", "two"));
    }

    [Theory]
    [InlineData("304 Not Modified", "\"old\"", false)]
    [InlineData("304 Not Modified|ETag: \"new\"", "\"new\"", true)]
    [InlineData("500 Broken|ETag: \"error\"", "\"old\"", false)]
    [InlineData("404 Not Found|ETag: \"error\"", "\"old\"", false)]
    public async Task A_304_changes_what_it_carries_and_an_error_nothing(string answer, string expected, bool changed)
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(_ => web!.Log.Count == 1
            ? RawServer.Answer("200 OK", web.Lively(), "ETag: \"old\"")
            : RawServer.Answer(answer.Split('|')[0], "", answer.Split('|')[1..]));
        var id = await web.AddAsync("/feed");
        await web.TickAsync();
        web.Time.Advance(TimeSpan.FromDays(1));
        await web.TickAsync();
        Assert.Equal((expected, changed), ((await web.StateAsync(id)).ETag, (await web.LastFetchAsync(id)).ValidatorsChanged));
        web.Time.Advance(TimeSpan.FromDays(2));
        await web.TickAsync();
        Assert.Equal([null, "\"old\"", expected], web.Log.Select(l => l.Request["If-None-Match"]));
    }

    [Fact]
    public async Task A_server_that_answers_304_for_ever_is_read_in_full_every_eight_days_and_not_more_often()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => request["If-None-Match"] is null
            ? RawServer.Answer("200 OK", web!.Rss(("now", 0), ($"{web.Time.GetUtcNow():MMdd}", 30)), "ETag: \"v\"")
            : RawServer.Answer("304 Not Modified"));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(25));
        List<(DateTimeOffset At, RawRequest Request)> full = [.. web.Log.Where(l => l.Request["If-None-Match"] is null)];
        Assert.InRange(full.Count, 3, 4);
        Assert.All(PollingFixture.GapsOf(full), gap => Assert.True(gap >= TimeSpan.FromDays(8), gap.ToString()));
    }

    [Fact]
    public async Task Where_both_validators_bring_the_whole_feed_again_the_date_alone_is_sent_from_then_on()
    {
        // WordPress wants both to match and never sees its tag again: a compressing proxy has made it weak.
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request =>
        {
            var (tag, date) = (request["If-None-Match"], request["If-Modified-Since"]);
            var fresh = tag is null ? date == "Fri, 27 Nov 2026 10:00:00 GMT" : date is null ? tag == "\"abc\"" : (tag, date) == ("\"abc\"", "Fri, 27 Nov 2026 10:00:00 GMT");
            return RawServer.Answer(fresh ? "304 Not Modified" : "200 OK", fresh ? "" : "<rss version='2.0'><channel><title>N</title><item><guid>1</guid></item></channel></rss>",
                "ETag: W/\"abc\"", "Last-Modified: Fri, 27 Nov 2026 10:00:00 GMT", "Cache-Control: max-age=3600");
        });
        var id = await web.AddAsync("/feed", TimeSpan.FromHours(1));
        await web.LiveAsync(TimeSpan.FromDays(3));
        await web.RestartAsync();
        await web.LiveAsync(TimeSpan.FromDays(3));

        Assert.True(web.Log.Count > 4);
        Assert.Equal((null, "W/\"abc\"", null), (web.Log[0].Request["If-None-Match"], web.Log[1].Request["If-None-Match"], web.Log[2].Request["If-None-Match"]));
        Assert.All(web.Log.Skip(2), asked => Assert.Equal((null, "Fri, 27 Nov 2026 10:00:00 GMT"), (asked.Request["If-None-Match"], asked.Request["If-Modified-Since"])));
        Assert.Equal(304, (await web.LastFetchAsync(id)).Status);
    }

    [Fact]
    public async Task A_feed_of_WordPress_is_read_in_full_once_a_day()
    {
        PollingFixture? web = null;
        await using var _ = web = new PollingFixture(request => request["If-None-Match"] is null
            ? RawServer.Answer("200 OK", web!.Rss(("one", 60)).Replace("<channel>", "<channel><generator>https://wordpress.org/?v=6.1.9</generator>", StringComparison.Ordinal), "ETag: \"v\"", "Cache-Control: max-age=3600")
            : RawServer.Answer("304 Not Modified"));
        await web.AddAsync("/feed");
        await web.LiveAsync(TimeSpan.FromDays(5));
        List<(DateTimeOffset At, RawRequest Request)> full = [.. web.Log.Where(l => l.Request["If-None-Match"] is null)];
        Assert.InRange(full.Count, 4, 6);
        Assert.All(PollingFixture.GapsOf(full), gap => Assert.True(gap >= TimeSpan.FromHours(24), gap.ToString()));
    }
}
