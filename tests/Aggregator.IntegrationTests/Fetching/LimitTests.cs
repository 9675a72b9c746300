using System.IO.Compression;
using System.Text;
using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Fetching;

public sealed class LimitTests
{
    [Fact]
    public async Task A_gzip_bomb_is_cut_at_ten_mebibytes()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
                gzip.Write(zeros);
        }

        await using var web = new FetchingFixture(_ => RawServer.Answer("200 OK", packed.ToArray(), "Content-Encoding: gzip", "ETag: \"bomb\""));
        var failed = Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed"));
        Assert.Equal((FetchFate.TooLarge, "larger than 10485760 bytes"), (failed.Fate, failed.Message));
    }

    [Fact]
    public async Task A_body_that_claims_too_much_is_refused_at_its_header()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n<rss>"u8.ToArray(), stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        await using var web = new FetchingFixture(server);
        Assert.Equal(FetchFate.TooLarge, Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed")).Fate);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_at_the_limit()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
            for (var more = new byte[65536]; ;)
                await stream.WriteAsync(more, stop);
        });
        await using var web = new FetchingFixture(server, o => o.MaxFeedBytes = 1 << 20);
        Assert.Equal(FetchFate.TooLarge, Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed")).Fate);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n<rss/>")]
    [InlineData("SSH-2.0-OpenSSH_9\r\n")]
    [InlineData("")]
    public async Task Broken_answers_are_errors_and_no_short_success(string answer)
    {
        await using var web = new FetchingFixture(_ => Encoding.Latin1.GetBytes(answer));
        Assert.Equal(FetchFate.NetworkError, Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed")).Fate);
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
            var line = Encoding.ASCII.GetBytes($"X-Pad: {new string('a', 1000)}\r\n");
            while (true)
                await stream.WriteAsync(line, stop);
        });
        await using var web = new FetchingFixture(server);
        Assert.Equal(FetchFate.TooLarge, Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed")).Fate);
    }

    [Theory]
    [InlineData("", 10, "no answer within 10 s")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>", 30, "not complete within 30 s")]
    public async Task A_server_that_falls_silent_is_left_when_its_time_is_up(string start, int seconds, string message)
    {
        var begun = new TaskCompletionSource();
        await using var server = new RawServer(async (_, stream, stop) =>
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(start), stop);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        });
        await using var web = new FetchingFixture(server);
        var fetch = web.FeedAsync("/feed");
        await begun.Task;
        if (start.Length > 0)
            await web.HeadersReadAsync();
        web.Time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.False(fetch.IsCompleted);
        web.Time.Advance(TimeSpan.FromSeconds(0.1));
        var failed = Assert.IsType<FeedFetchResult.Failed>(await fetch);
        Assert.Equal((FetchFate.Timeout, message), (failed.Fate, failed.Message));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, FetchFate.HttpError)]
    [InlineData(206, FetchFate.HttpError)]
    [InlineData(401, FetchFate.Forbidden)]
    [InlineData(403, FetchFate.Forbidden)]
    [InlineData(404, FetchFate.HttpError)]
    [InlineData(410, FetchFate.Gone)]
    [InlineData(429, FetchFate.RateLimited)]
    [InlineData(451, FetchFate.HttpError)]
    [InlineData(500, FetchFate.HttpError)]
    [InlineData(503, FetchFate.HttpError)]
    [InlineData(999, FetchFate.HttpError)]
    public async Task Every_status_has_its_fate(int status, FetchFate? fate)
    {
        await using var web = new FetchingFixture(_ => RawServer.Answer($"{status} X", status == 204 ? "" : "<rss/>"));
        var result = await web.FeedAsync("/feed");
        Assert.Equal((fate, status), ((result as FeedFetchResult.Failed)?.Fate, result.Status));
    }
}
