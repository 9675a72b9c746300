using System.Net;
using System.Net.Sockets;
using Aggregator.Model;
using Aggregator.Support;

namespace Aggregator.Fetching;

public sealed class SafeConnectTests
{
    [Theory]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://127.0.0.2:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://example.com@127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    public async Task A_redirect_into_the_house_is_refused_before_anything_is_sent(string target)
    {
        await using var inside = new RawServer(_ => RawServer.Answer("200 OK", "<rss/>"));
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, target, inside.Port);
        await using var web = new FetchingFixture(_ => RawServer.Answer("302 Found", "", "Location: " + url));
        var failed = Assert.IsType<FeedFetchResult.Failed>(await web.FeedAsync("/feed"));
        Assert.Equal(FetchFate.Refused, failed.Fate);
        Assert.NotEmpty(failed.Message);
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_name_that_leads_inside_is_refused_and_the_error_says_so(string address)
    {
        await using var web = new FetchingFixture(_ => RawServer.Answer("200 OK", "<rss/>"), resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));
        var failed = Assert.IsType<FeedFetchResult.Failed>(await web.Services.Feeds.FetchAsync(new(new Uri("http://rebind.example/feed")), default));
        Assert.Equal(FetchFate.Refused, failed.Fate);
        Assert.Contains("not on the public internet", failed.Message);
    }

    [Fact]
    public async Task A_name_that_resolves_differently_the_second_time_gains_nothing()
    {
        var outside = IPAddress.Parse("8.8.8.8");
        Queue<IPAddress[]> answers = new([[outside], [IPAddress.Loopback], [IPAddress.Loopback, outside, IPAddress.IPv6Loopback]]);
        List<string> dialled = [];
        var connect = new SafeConnect(new AllowedHosts([]), (_, _) => Task.FromResult(answers.Dequeue()), TimeSpan.FromSeconds(5), TimeProvider.System, (target, _) =>
        {
            // nobody is really called: the address that would be is all that is wanted
            dialled.Add(target.ToString());
            throw new SocketException((int)SocketError.ConnectionRefused);
        });
        using var http = SharedHttp.Create(connect, new FetchLimits());
        List<string> ends = [];
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://rebind.example/");
            var e = await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, default));
            ends.Add(e.InnerException!.GetType().Name);
        }

        Assert.Equal(["8.8.8.8:80", "8.8.8.8:80"], dialled);
        Assert.Equal([nameof(SocketException), nameof(RefusedAddressException), nameof(SocketException)], ends);
    }

    [Fact]
    public async Task The_name_is_resolved_once_per_connection_and_that_address_is_used()
    {
        var asked = 0;
        await using var web = new FetchingFixture(_ => RawServer.Answer("200 OK", "<rss/>"), o => o.AllowHosts.Add("intranet.example"), (_, _) =>
        {
            asked++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });
        var result = await web.Services.Feeds.FetchAsync(new(new Uri($"http://intranet.example:{web.Server.Port}/feed")), default);
        Assert.IsType<FeedFetchResult.Fetched>(result);
        Assert.Equal($"intranet.example:{web.Server.Port}", web.Server.Requests[0]["Host"]);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_page_and_its_robots_file_are_held_to_the_same_rule()
    {
        await using var web = new FetchingFixture(_ => RawServer.Answer("200 OK", "<rss/>"), resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var failed = Assert.IsType<PageFetchResult.Failed>(await web.Services.Pages.FetchAsync(new Uri("http://rebind.example/article"), default));
        Assert.Contains("not on the public internet", failed.Message);
        Assert.Empty(web.Server.Requests);
    }
}
