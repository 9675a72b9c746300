using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Fetching;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("/next", "/next")]
    [InlineData("next", "/next")]
    [InlineData("?page=2", "/start?page=2")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/a#part", "/a")]
    [InlineData("/%0d%0aX-Injected:%201", "/%0d%0aX-Injected:%201")]
    public async Task Targets_are_read_leniently(string location, string path)
    {
        await using var web = new FetchingFixture(request => request.Path == "/start" ? RawServer.Answer("302 Found", "", "Location: " + location) : RawServer.Answer("200 OK", "<rss/>"));
        Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/start"));
        Assert.Equal(path, web.Server.Requests[1].Path);
        Assert.Null(web.Server.Requests[1]["X-Injected"]);
    }

    [Fact]
    public async Task Unescaped_utf8_in_a_target_is_taken_as_such()
    {
        byte[] answer = [.. "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: /gr\u00FC\u00DFe\r\n\r\n"u8];
        await using var web = new FetchingFixture(request => request.Path == "/start" ? answer : RawServer.Answer("200 OK", "<rss/>"));
        Assert.IsType<FeedFetchResult.Fetched>(await web.FeedAsync("/start"));
        Assert.Equal("/gr%C3%BC%C3%9Fe", web.Server.Requests[1].Path);
    }

    [Fact]
    public async Task Every_hop_is_reported_with_its_status()
    {
        await using var web = new FetchingFixture(request => request.Path switch
        {
            "/a" => RawServer.Answer("301 Moved", "", "Location: /b"),
            "/b" => RawServer.Answer("302 Found", "", "Location: /c"),
            _ => RawServer.Answer("200 OK", "<rss/>"),
        });
        var result = await web.FeedAsync("/a");
        Assert.Equal([(301, "/a", "/b"), (302, "/b", "/c")], result.Redirects.Select(r => (r.Status, new Uri(r.From).AbsolutePath, new Uri(r.To).AbsolutePath)));
        Assert.Equal("/c", result.Url.AbsolutePath);
    }

    [Theory]
    [InlineData("Location: /start", FetchFate.TooManyRedirects, 6)]
    [InlineData("X-Nothing: here", FetchFate.HttpError, 1)]
    [InlineData("Location:", FetchFate.HttpError, 1)]
    [InlineData("Location: http://exa mple/", FetchFate.HttpError, 1)]
    [InlineData("Location: ftp://127.0.0.1/x", FetchFate.Refused, 1)]
    [InlineData("Location: file:///etc/passwd", FetchFate.Refused, 1)]
    [InlineData("Location: javascript:alert(1)", FetchFate.Refused, 1)]
    [InlineData("Location: data:text/xml,<rss/>", FetchFate.Refused, 1)]
    public async Task Loops_and_dead_ends_are_errors(string header, FetchFate fate, int requests)
    {
        await using var web = new FetchingFixture(_ => RawServer.Answer("301 Moved", "", header));
        var failed = Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/start"));
        Assert.Equal((fate, requests), (failed.Fate, web.Server.Requests.Count));
    }
}
