using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Aggregator.Api;

public sealed class LimitTests
{
    [Fact]
    public async Task A_client_that_asks_too_much_is_told_when_to_come_back()
    {
        await using var service = await TestService.StartAsync(options => (options.LimitLoopback, options.RequestBurst, options.RequestsPerMinute) = (true, 3, 60));
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 10; i++)
            answers.Add(await service.Client.GetAsync("/healthz/live"));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        await ApiTests.ProblemOf(refused, HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.True(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK) >= 3);
    }

    [Fact]
    public async Task A_query_that_runs_too_long_ends_with_503()
    {
        await using var service = await TestService.StartAsync(options => options.QueryTimeout = TimeSpan.FromMilliseconds(50));
        service.Store.Hangs = true;
        using var answer = await service.Client.GetAsync("/api/v1/articles?q=battery");
        Assert.Contains("took", (await ApiTests.ProblemOf(answer, HttpStatusCode.ServiceUnavailable)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var service = await TestService.StartAsync();
        // Asks before it sends and waits for the answer however long it takes; else the connection is cut while it is still sending.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await service.MakeKeyAsync());
        using var content = new StringContent("{\"title\":\"" + new string('x', 5 << 20) + "\"}", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feeds") { Content = content };
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(service.Store.Feeds);
    }
}
