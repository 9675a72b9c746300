using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Aggregator.Api;

/// <summary>What a page of another site can make a browser send, which has a key stored for Basic or none at all.</summary>
public sealed class CrossSiteTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    [InlineData("Sec-Fetch-Site", "none", HttpStatusCode.Created)]
    [InlineData("Origin", "https://other.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "own", HttpStatusCode.Created)]
    public async Task Only_our_own_pages_may_write(string field, string value, HttpStatusCode expected)
    {
        await using var service = await TestService.StartAsync();
        using var request = Write(new AuthenticationHeaderValue("Bearer", await service.MakeKeyAsync()));
        request.Headers.Add(field, value == "own" ? service.Address.GetLeftPart(UriPartial.Authority) : value);
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_key_that_a_browser_keeps_for_Basic_does_not_write()
    {
        await using var service = await TestService.StartAsync();
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes("anyone:" + await service.MakeKeyAsync()));
        using var request = Write(new AuthenticationHeaderValue("Basic", pair));
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(service.Store.Feeds);
    }

    [Theory]
    [InlineData("/api/v1/feeds", "text/plain")]
    [InlineData("/api/v1/feeds", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/opml", "text/plain")]
    [InlineData("/api/v1/opml", "text/plain; charset=utf-8")]
    [InlineData("/api/v1/opml", "application/x-www-form-urlencoded")]
    [InlineData("/api/v1/opml", "multipart/form-data; boundary=x")]
    public async Task What_a_form_can_send_is_no_write(string address, string type)
    {
        await using var service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent("{\"url\":\"https://one.example/feed\"}"u8.ToArray()),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await service.MakeKeyAsync());
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(service.Store.Feeds);
    }

    private static HttpRequestMessage Write(AuthenticationHeaderValue key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feeds") { Content = JsonContent.Create(new { url = "https://one.example/feed" }) };
        request.Headers.Authorization = key;
        return request;
    }
}
