using System.Text;

namespace Aggregator.Fetching;

public sealed class ConditionalRequestTests
{
    public static TheoryData<string?, string?> Validators => new()
    {
        { "\"strong\"", "Mon, 02 Mar 2026 10:00:00 GMT" },
        { "W/\"weak\"", null },
        { "w/\"lower\"", null },
        { "unquoted:1/2", null },
        { "\"half", null },
        { "\"v1\"-gzip", null },
        { "\"\"", null },
        { "\"caf\u00E9\"", null },
        { null, "Saturday, 02-Mar-26 10:00:00 GMT" },
        { null, "Sun, 02 Mar 2026 10:00:00 GMT" },
        { null, "Mon, 02 Mar 2026 10:00:00 +0000" },
        { null, "2026-03-02T10:00:00Z" },
        { null, "yesterday" },
        { "\"both\"", "1793588645" },
    };

    [Fact]
    public async Task The_first_fetch_has_no_validators()
    {
        await using var web = new FetchingFixture(_ => Support.RawServer.Answer("200 OK", "<rss/>"));
        var fetched = Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/feed"));
        Assert.False(fetched.Conditional);
        Assert.Null(web.Server.Requests[0]["If-None-Match"]);
        Assert.Null(web.Server.Requests[0]["If-Modified-Since"]);
        Assert.Null(web.Server.Requests[0]["A-IM"]);
    }

    [Theory]
    [MemberData(nameof(Validators))]
    public async Task The_second_fetch_sends_both_validators_byte_for_byte(string? etag, string? lastModified)
    {
        List<string> headers = [];
        if (etag is not null)
            headers.Add("ETag: " + etag);
        if (lastModified is not null)
            headers.Add("Last-Modified: " + lastModified);
        await using var web = new FetchingFixture(request =>
            request["If-None-Match"] == etag && request["If-Modified-Since"] == lastModified
                ? Support.RawServer.Answer("304 Not Modified")
                : Support.RawServer.Answer("200 OK", "<rss/>", [.. headers]));
        var first = Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/feed"));
        Assert.Equal((etag, lastModified), (first.ETag, first.LastModified));
        var second = Assert.IsType<FeedFetchResult.NotModified>(await web.FeedAsync("/feed", first.ETag, first.LastModified));
        Assert.True(second.Conditional);
        Assert.Null(second.ETag);
    }

    [Fact]
    public async Task Validators_go_to_no_other_address_than_the_one_they_came_from()
    {
        await using var web = new FetchingFixture(request => request.Path switch
        {
            "/old" => Support.RawServer.Answer("302 Found", "", "Location: /new"),
            _ => Support.RawServer.Answer("200 OK", "<rss/>", "ETag: \"n\""),
        });
        await web.FeedAsync("/old", "\"secret\"", "Mon, 02 Mar 2026 10:00:00 GMT");
        Assert.Equal(["\"secret\"", null], web.Server.Requests.Select(r => r["If-None-Match"]));
        Assert.Equal(["Mon, 02 Mar 2026 10:00:00 GMT", null], web.Server.Requests.Select(r => r["If-Modified-Since"]));
        var request = new FeedFetchRequest(web.Server.Url("/old"), "\"n\"", null, web.Server.Url("/new").AbsoluteUri);
        Assert.True((await web.Services.Feeds.FetchAsync(request, default)).Conditional);
        Assert.Equal([null, "\"n\""], web.Server.Requests.Skip(2).Select(r => r["If-None-Match"]));
    }

    [Fact]
    public async Task A_304_to_a_question_without_validators_is_an_error()
    {
        await using var web = new FetchingFixture(_ => Support.RawServer.Answer("304 Not Modified"));
        var failed = Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed"));
        Assert.Equal((Model.FetchFate.HttpError, 304), (failed.Fate, failed.Status));
    }

    [Fact]
    public async Task The_freshness_of_a_304_is_read()
    {
        await using var web = new FetchingFixture(_ => Support.RawServer.Answer("304 Not Modified", "", "Cache-Control: max-age=7200;public", "ETag: \"b\"", "Age: 60"));
        var unchanged = Assert.IsType<FeedFetchResult.NotModified>(await web.FeedAsync("/feed", "\"a\""));
        Assert.Equal((TimeSpan.FromSeconds(7140), "\"b\""), (unchanged.Freshness.Lifetime, unchanged.ETag));
    }

    [Fact]
    public async Task A_delta_is_asked_for_with_a_validator_only_and_told_apart()
    {
        await using var web = new FetchingFixture(request => request["A-IM"] == "feed"
            ? Support.RawServer.Answer("226 IM Used", "<rss/>", "IM: feed", "ETag: \"b\"")
            : Support.RawServer.Answer("200 OK", "<rss/>", "ETag: \"a\""));
        Assert.False(Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/feed")).IsDelta);
        var delta = Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/feed", "\"a\""));
        Assert.True(delta.IsDelta);
        Assert.Equal("\"b\"", delta.ETag);
    }

    [Fact]
    public async Task Empty_and_over_long_validators_are_not_kept()
    {
        await using var web = new FetchingFixture(_ => Support.RawServer.Answer("200 OK", "<rss/>", $"ETag: \"{new string('a', 65536)}\"", "Last-Modified:"));
        var fetched = Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/feed"));
        Assert.Equal((null, null), (fetched.ETag, fetched.LastModified));
    }

    [Fact]
    public async Task Requests_carry_an_honest_name_and_nothing_that_tracks()
    {
        await using var web = new FetchingFixture(request => request.Path == "/feed"
            ? Support.RawServer.Answer("302 Found", "", "Location: /next", "Set-Cookie: id=1; Path=/")
            : Support.RawServer.Answer("200 OK", "<rss/>", "Set-Cookie: id=2; Path=/"));
        using var activity = new System.Diagnostics.Activity("fetch").Start();
        await web.FeedAsync("/feed");
        await web.FeedAsync("/feed");
        Assert.Equal(["/feed", "/next", "/feed", "/next"], web.Server.Requests.Select(r => r.Path));
        foreach (var request in web.Server.Requests)
        {
            Assert.StartsWith("Aggregator/", request["User-Agent"]);
            Assert.Contains("(+https://", request["User-Agent"]);
            Assert.Equal("gzip, br", request["Accept-Encoding"]);
            Assert.StartsWith("application/atom+xml", request["Accept"]);
            string[] names = [.. request.Headers.Select(h => h[..h.IndexOf(':')].ToLowerInvariant()).Order()];
            Assert.Equal(["accept", "accept-encoding", "host", "user-agent"], names);
        }
    }

    [Fact]
    public async Task Link_headers_name_hub_and_topic()
    {
        await using var web = new FetchingFixture(_ => Support.RawServer.Answer("200 OK", Encoding.UTF8.GetBytes("<rss/>"), "Link: <https://hub.example/>; rel=hub", "Link: </feed>; rel=self"));
        var fetched = Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/feed"));
        Assert.Equal(("https://hub.example/", web.Server.Url("/feed").AbsoluteUri), (fetched.Hub, fetched.Self));
    }
}
