using System.Net;

namespace Aggregator.Api;

/// <summary>Merged feeds from the short way: the same answers as from the long one.</summary>
public sealed class ReadyFeedTests
{
    [Theory]
    [InlineData("GET", "", "", "")]
    [InlineData("GET", "Accept-Encoding", "gzip", "")]
    [InlineData("GET", "Accept-Encoding", "br", "")]
    [InlineData("HEAD", "", "", "")]
    [InlineData("GET", "", "", "If-None-Match")]
    [InlineData("GET", "", "", "If-Modified-Since")]
    [InlineData("GET", "A-IM", "feed", "If-None-Match")]
    public async Task Are_answered_as_the_first_time(string method, string name, string value, string condition)
    {
        await using var service = await TestService.StartAsync(options => options.FeedFreshness = TimeSpan.FromHours(1));
        service.Add("Plant opens", 60);
        using var first = await service.Client.GetAsync("/feed.atom");
        using var slow = await AskAsync(service, method, "/feed.atom?limit=50", name, value, condition, first);
        // The second request for this address finds it ready.
        using var ready = await service.Client.GetAsync("/feed.atom?limit=50");
        var lists = service.Store.Lists;

        using var fast = await AskAsync(service, method, "/feed.atom?limit=50", name, value, condition, ready);
        using var same = await AskAsync(service, method, "/feed.atom?limit=50", name, value, condition, ready);

        Assert.Equal(await FormAsync(same), await FormAsync(fast));
        Assert.Equal(lists, service.Store.Lists);
        Assert.Equal(condition.Length > 0 ? HttpStatusCode.NotModified : HttpStatusCode.OK, fast.StatusCode);
        if (condition.Length == 0)
            Assert.Equal(await FormAsync(slow), await FormAsync(fast));
    }

    [Fact]
    public async Task Are_bound_by_the_limits_of_clients()
    {
        await using var service = await TestService.StartAsync(options => (options.FeedFreshness, options.LimitLoopback, options.RequestBurst) = (TimeSpan.FromHours(1), true, 3));
        service.Add("Plant opens", 60);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await service.Client.GetAsync("/feed.atom");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], answers[..3]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private static async Task<HttpResponseMessage> AskAsync(TestService service, string method, string address, string name, string value, string condition, HttpResponseMessage known)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (name.Length > 0)
            request.Headers.TryAddWithoutValidation(name, value);
        if (condition == "If-None-Match")
            request.Headers.TryAddWithoutValidation(condition, known.Headers.ETag!.ToString());
        if (condition == "If-Modified-Since")
            request.Headers.TryAddWithoutValidation(condition, known.Content.Headers.LastModified!.Value.ToString("r"));
        return await service.Client.SendAsync(request);
    }

    private static async Task<string> FormAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal);
        return $"{answer.StatusCode}\n{string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"))}\n{Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())}";
    }
}
