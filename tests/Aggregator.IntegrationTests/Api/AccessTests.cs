using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Api;

public sealed class AccessTests
{
    private static readonly (string Method, string Address)[] Writes =
    [
        ("POST", "/api/v1/feeds"), ("PATCH", "/api/v1/feeds/1"), ("DELETE", "/api/v1/feeds/1"), ("POST", "/api/v1/feeds/1/refresh"), ("POST", "/api/v1/feeds/discover"),
        ("POST", "/api/v1/opml"), ("PUT", "/api/v1/queries/a"), ("DELETE", "/api/v1/queries/a"),
    ];

    public static TheoryData<string, string> AllWrites
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (method, address) in Writes)
                data.Add(method, address);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(AllWrites))]
    public async Task Refuses_every_write_without_a_known_writing_key(string method, string address)
    {
        await using var service = await TestService.StartAsync();
        service.Store.Feeds.Add(Feed(1));

        var withoutAny = await Send(service, method, address, null);
        var reader = await service.MakeKeyAsync(canWrite: false);
        await service.MakeKeyAsync();
        var none = await Send(service, method, address, null);
        var wrong = await Send(service, method, address, new AuthenticationHeaderValue("Bearer", Access.ApiKeys.Create()));
        var readOnly = await Send(service, method, address, new AuthenticationHeaderValue("Bearer", reader));

        Assert.Contains("aggregator keys add", (await ApiTests.ProblemOf(withoutAny, HttpStatusCode.Forbidden)).GetProperty("detail").GetString());
        await ApiTests.ProblemOf(none, HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.Single().Scheme);
        await ApiTests.ProblemOf(wrong, HttpStatusCode.Unauthorized);
        await ApiTests.ProblemOf(readOnly, HttpStatusCode.Forbidden);
        Assert.Equal([Feed(1)], service.Store.Feeds);
    }

    [Fact]
    public async Task Adds_changes_and_removes_a_feed()
    {
        await using var service = await StartWithKey();

        using var added = await service.Client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://one.example/feed", title = "One", category = "EV" });
        using var again = await service.Client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://one.example/feed" });
        using var changed = await service.Client.PatchAsJsonAsync("/api/v1/feeds/1", new { category = "Batteries", interval_minutes = 30 });
        using var removed = await service.Client.DeleteAsync("/api/v1/feeds/1");

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal("/api/v1/feeds/1", added.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        var feed = Assert.Single(service.Store.Feeds);
        Assert.True(feed.Removed);
        Assert.Equal(new FeedDefinition("https://one.example/feed", "One", "Batteries", TimeSpan.FromMinutes(30)), feed.Definition);
    }

    [Fact]
    public async Task A_feed_does_not_take_the_address_of_another()
    {
        await using var service = await StartWithKey();
        using var one = await service.Client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://one.example/feed" });
        using var two = await service.Client.PostAsJsonAsync("/api/v1/feeds", new { url = "https://two.example/feed" });

        using var changed = await service.Client.PatchAsJsonAsync("/api/v1/feeds/2", new { url = "https://one.example/feed" });

        await ApiTests.ProblemOf(changed, HttpStatusCode.Conflict);
        Assert.Equal("https://two.example/feed", service.Store.Feeds[1].Definition.Url);
    }

    [Theory]
    [InlineData("""{"url":"ftp://one.example/"}""", "url")]
    [InlineData("""{"url":"file:///etc/passwd"}""", "url")]
    [InlineData("""{"title":"no address"}""", "url")]
    [InlineData("""{"url":"https://one.example/","interval_minutes":0}""", "interval_minutes")]
    [InlineData("""{"url":"https://one.example/","colour":"red"}""", "colour")]
    [InlineData("""{"url":"https://one.example/","full_text":"sometimes"}""", "full_text")]
    [InlineData("""{"url":""", "body")]
    [InlineData("", "body")]
    public async Task Names_what_is_wrong_with_a_feed(string body, string named)
    {
        await using var service = await StartWithKey();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await service.Client.PostAsync("/api/v1/feeds", content);
        Assert.Contains(named, (await ApiTests.ProblemOf(answer, HttpStatusCode.BadRequest)).GetProperty("detail").GetString());
        Assert.Empty(service.Store.Feeds);
    }

    [Fact]
    public async Task Refreshes_a_feed_but_keeps_to_its_manners()
    {
        await using var service = await StartWithKey();
        service.Store.Feeds.AddRange(
        [
            Feed(1, new FeedState { LastPolledAt = TestService.Now.AddHours(-1), NextPollAt = TestService.Now.AddHours(1) }),
            Feed(2, new FeedState { LastPolledAt = TestService.Now.AddSeconds(-20) }),
            Feed(3, new FeedState { LastFate = FetchFate.RateLimited, NextPollAt = TestService.Now.AddMinutes(10) }),
            Feed(4, new FeedState { Gone = true }),
        ]);

        using var accepted = await service.Client.PostAsync("/api/v1/feeds/1/refresh", null);
        using var tooSoon = await service.Client.PostAsync("/api/v1/feeds/2/refresh", null);
        using var limited = await service.Client.PostAsync("/api/v1/feeds/3/refresh", null);
        using var gone = await service.Client.PostAsync("/api/v1/feeds/4/refresh", null);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(TestService.Now, service.Store.Feeds[0].State.NextPollAt);
        await ApiTests.ProblemOf(tooSoon, HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(40), tooSoon.Headers.RetryAfter!.Delta);
        Assert.Equal(TimeSpan.FromMinutes(10), limited.Headers.RetryAfter!.Delta);
        await ApiTests.ProblemOf(gone, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Finds_the_feeds_of_a_page()
    {
        await using var site = await LoopbackSite.StartAsync();
        var feed = NewsSite.Fill(site, feeds: 1, items: 3)[0];
        site.Serve("/", "text/html", $"<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"{feed}\"></head></html>");
        using var fetching = new FetchingServices(new AggregatorOptions { AllowHosts = { site.Authority }, FeedHostDelay = 0 }, host => host, TimeProvider.System);
        await using var service = await StartWithKey(services => services.AddSingleton(new FeedProbe(fetching.Feeds)));

        using var answer = await service.Client.PostAsJsonAsync("/api/v1/feeds/discover", new { url = site.Url("/") });

        Assert.Contains($"\"{feed}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Saves_a_query_only_when_it_is_one()
    {
        await using var service = await StartWithKey();
        using var saved = await service.Client.PutAsJsonAsync("/api/v1/queries/ev-news", new { query = "?topic=electric%20vehicles&copies=collapse", title = "EV" });
        using var wrong = await service.Client.PutAsJsonAsync("/api/v1/queries/other", new { query = "topics=electric" });
        using var badName = await service.Client.PutAsJsonAsync("/api/v1/queries/a.b", new { query = "q=a" });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        await ApiTests.ProblemOf(wrong, HttpStatusCode.BadRequest);
        await ApiTests.ProblemOf(badName, HttpStatusCode.BadRequest);
        Assert.Equal("ev-news", (await service.GetJsonAsync("/api/v1/queries"))[0].GetProperty("name").GetString());
        using var deleted = await service.Client.DeleteAsync("/api/v1/queries/ev-news");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task Asks_readers_for_a_key_where_the_owner_wants_it()
    {
        await using var service = await TestService.StartAsync(options => options.ReadersNeedKey = true);
        var key = await service.MakeKeyAsync(canWrite: false);
        using var without = await service.Client.GetAsync("/feed.atom");
        using var live = await service.Client.GetAsync("/healthz/live");
        using var basic = await Get(service, "/feed.atom", new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"anyone:{key}"))));
        using var bearer = await Get(service, "/api/v1/articles", new AuthenticationHeaderValue("Bearer", key));
        await ApiTests.ProblemOf(without, HttpStatusCode.Unauthorized);
        Assert.Equal("Basic", without.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, basic.StatusCode);
        Assert.True(basic.Headers.CacheControl!.Private);
        Assert.Equal(HttpStatusCode.OK, bearer.StatusCode);
    }

    private static Task<HttpResponseMessage> Get(TestService service, string address, AuthenticationHeaderValue key) => Send(service, "GET", address, key, body: false);

    private static async Task<HttpResponseMessage> Send(TestService service, string method, string address, AuthenticationHeaderValue? key, bool body = true)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body)
            request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        request.Headers.Authorization = key;
        return await service.Client.SendAsync(request);
    }

    private static async Task<TestService> StartWithKey(Action<IServiceCollection>? services = null)
    {
        var service = await TestService.StartAsync(services: services);
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await service.MakeKeyAsync());
        return service;
    }

    private static Feed Feed(long id, FeedState? state = null) => new()
    {
        Id = id,
        Definition = new FeedDefinition($"https://{id}.example/feed", $"Feed {id}", "EV"),
        CurrentUrl = $"https://{id}.example/feed",
        State = state ?? new FeedState(),
    };
}
