namespace Aggregator.Api;

public sealed class SecurityHeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/feeds")]
    [InlineData("/docs/api")]
    [InlineData("/feed.atom")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles?nonsense=1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/export")]
    [InlineData("/healthz/live")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/icon.svg")]
    public async Task Every_answer_carries_them(string address)
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        using var answer = await service.Client.GetAsync(address);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("script-src", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
