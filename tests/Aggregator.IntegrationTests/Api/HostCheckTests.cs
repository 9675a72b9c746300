using System.Net;
using Aggregator.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Api;

public sealed class HostCheckTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:5080")]
    [InlineData("news.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:5080")]
    [InlineData("public.example")]
    [InlineData("proxy.example:8443")]
    public async Task Answers_to_names_of_this_machine_and_to_those_that_the_owner_gave(string host)
    {
        await using var service = await Start();
        using var answer = await Get(service, "/feed.atom", host);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("rebound.example")]
    [InlineData("rebound.example:80")]
    [InlineData("localhost.rebound.example")]
    [InlineData("notlocalhost")]
    [InlineData("127.0.0.1.rebound.example")]
    [InlineData("10.0.0.1")]
    public async Task Refuses_other_names_on_this_machine_before_any_cache(string host)
    {
        await using var service = await Start();
        foreach (var path in new[] { "/", "/feed.atom", "/feed.atom", "/api/v1/articles", "/metrics", "/openapi/v1.json" })
        {
            using var warm = await Get(service, path, "localhost");
            using var answer = await Get(service, path, host);
            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    private static Task<TestService> Start() => TestService.StartAsync(
        options => options.FeedFreshness = TimeSpan.FromHours(1),
        services => services.AddSingleton(new AggregatorOptions { PublicUrl = "https://public.example/news", AllowedHosts = { "proxy.example" } }));

    private static async Task<HttpResponseMessage> Get(TestService service, string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return await service.Client.SendAsync(request);
    }
}
