using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Fetching;

public sealed class PageFetcherTests
{
    private static readonly byte[] Page = RawServer.Answer("200 OK", "<html>text</html>", "Content-Type: text/html; charset=utf-8");

    [Fact]
    public async Task Robots_is_asked_once_and_obeyed()
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("200 OK", "User-agent: *\nDisallow: /private") : Page);
        var fetched = Assert.IsType<PageFetchResult.Fetched>(await web.PageAsync("/article/1"));
        Assert.Equal(("text/html; charset=utf-8", "/article/1", false), (fetched.ContentType, fetched.Url.AbsolutePath, fetched.NoArchive));
        var disallowed = Assert.IsType<PageFetchResult.Disallowed>(await web.PageAsync("/private/2"));
        Assert.Contains("/private/2", disallowed.Reason);
        await web.PageAsync("/article/3");
        Assert.Equal(["/robots.txt", "/article/1", "/article/3"], web.Server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task Robots_is_asked_again_after_a_day()
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("200 OK", "", "Cache-Control: max-age=31536000") : Page);
        await web.PageAsync("/1");
        web.Time.Advance(TimeSpan.FromHours(23.9));
        await web.PageAsync("/2");
        Assert.Single(web.Server.Requests, r => r.Path == "/robots.txt");
        web.Time.Advance(TimeSpan.FromHours(0.2));
        await web.PageAsync("/3");
        Assert.Equal(2, web.Server.Requests.Count(r => r.Path == "/robots.txt"));
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("403 Forbidden")]
    [InlineData("410 Gone")]
    public async Task No_robots_file_allows_everything(string status)
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer(status, "Disallow: /") : Page);
        Assert.IsType<PageFetchResult.Fetched>(await web.PageAsync("/1"));
    }

    [Theory]
    [InlineData("500 Broken")]
    [InlineData("502 Bad Gateway")]
    public async Task A_robots_file_that_cannot_be_had_holds_pages_back_for_the_time_being(string status)
    {
        var broken = true;
        await using var web = new FetchingFixture(request => request.Path != "/robots.txt" ? Page : broken ? RawServer.Answer(status) : RawServer.Answer("404 Not Found"));
        var failed = Assert.IsType<PageFetchResult.Failed>(await web.PageAsync("/1"));
        Assert.Equal((ReadFate.Unreachable, true, TimeSpan.FromMinutes(10)), (failed.Fate, failed.Transient, failed.RetryAfter!.Value));
        broken = false;
        await web.PageAsync("/1");
        Assert.Single(web.Server.Requests);
        web.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<PageFetchResult.Fetched>(await web.PageAsync("/1"));
    }

    [Fact]
    public async Task A_redirect_is_held_against_robots_too()
    {
        await using var web = new FetchingFixture(request => request.Path switch
        {
            "/robots.txt" => RawServer.Answer("200 OK", "User-agent: Aggregator\nDisallow: /private"),
            "/open" => RawServer.Answer("302 Found", "", "Location: /private"),
            _ => Page,
        });
        Assert.IsType<PageFetchResult.Disallowed>(await web.PageAsync("/open"));
        Assert.DoesNotContain(web.Server.Requests, r => r.Path == "/private");
    }

    [Fact]
    public async Task A_long_robots_file_is_read_as_far_as_the_standard_asks()
    {
        var file = "User-agent: *\nDisallow: /private\n" + string.Concat(Enumerable.Repeat("# " + new string('x', 1000) + "\n", 1000));
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("200 OK", file) : Page);
        Assert.IsType<PageFetchResult.Disallowed>(await web.PageAsync("/private"));
        Assert.IsType<PageFetchResult.Fetched>(await web.PageAsync("/open"));
    }

    [Theory]
    [InlineData("404 Not Found", ReadFate.Unreachable, false)]
    [InlineData("410 Gone", ReadFate.Unreachable, false)]
    [InlineData("500 Broken", ReadFate.Unreachable, true)]
    [InlineData("429 Too Many Requests", ReadFate.Unreachable, true)]
    public async Task Failures_say_whether_to_try_again(string status, ReadFate fate, bool transient)
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("404 Not Found") : RawServer.Answer(status));
        var failed = Assert.IsType<PageFetchResult.Failed>(await web.PageAsync("/1"));
        Assert.Equal((fate, transient), (failed.Fate, failed.Transient));
    }

    [Fact]
    public async Task A_picture_is_not_downloaded_as_a_page()
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("404 Not Found") : RawServer.Answer("200 OK", "x", "Content-Type: image/png"));
        Assert.Equal(ReadFate.NotAnArticle, Assert.IsType<PageFetchResult.Failed>(await web.PageAsync("/1")).Fate);
    }

    [Fact]
    public async Task The_wish_not_to_be_archived_is_passed_on()
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("404 Not Found") : RawServer.Answer("200 OK", "x", "X-Robots-Tag: otherbot: noindex", "X-Robots-Tag: noarchive"));
        Assert.True(Assert.IsType<PageFetchResult.Fetched>(await web.PageAsync("/1")).NoArchive);
    }

    [Fact]
    public async Task Many_pages_of_one_host_share_one_robots_request()
    {
        await using var web = new FetchingFixture(request => request.Path == "/robots.txt" ? RawServer.Answer("404 Not Found") : Page, o => o.HostConcurrency = 16);
        var pages = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => web.PageAsync($"/{i}")));
        Assert.All(pages, p => Assert.IsType<PageFetchResult.Fetched>(p));
        Assert.Equal(101, web.Server.Requests.Count);
    }
}
