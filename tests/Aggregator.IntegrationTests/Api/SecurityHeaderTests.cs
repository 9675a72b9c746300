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
        await AssertCarriesAsync(service, address);
    }

    [Fact]
    public async Task So_does_every_route_that_there_is()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        Assert.True(service.Routes.Count > 25, string.Join(' ', service.Routes));
        foreach (var address in service.Routes)
            await AssertCarriesAsync(service, address);
    }

    private static async Task AssertCarriesAsync(TestService service, string address)
    {
        // Some answers never end.
        using var answer = await service.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("script-src", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Contains("camera=()", answer.Headers.GetValues("Permissions-Policy").Single());
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
