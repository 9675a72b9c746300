using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Sqlite;
using Aggregator.Stores;
using Aggregator.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.WebSub;

/// <summary>
/// The subscriber with a real database and real HTTP on a clock that a test moves, and one loopback server that is publisher and hub at once. Nothing runs by
/// itself: the test polls, keeps subscriptions and handles pushes.
/// </summary>
internal sealed class WebSubFixture : IAsyncDisposable
{
    private const string PublicUrl = "https://news.example";

    private readonly TemporaryFolder _folder = new();
    private string? _hubHost;
    private WebApplication _site = null!;
    private WebApplication _service = null!;

    public ManualTime Time { get; } = new();

    public IStore Store { get; private set; } = null!;

    /// <summary>What the hub was asked, in order.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Asked { get; } = new();

    /// <summary>What the hub answers.</summary>
    public int HubStatus { get; set; } = 202;

    public int Polls;

    public Uri Site { get; private set; } = null!;

    public string Topic => new Uri(Site, "/self.xml").AbsoluteUri;

    public HttpClient Client { get; private set; } = null!;

    public Feed Feed { get; private set; } = null!;

    /// <param name="hubHost">The host that the Link header names for the hub, where it is another than the allowed one.</param>
    public static async Task<WebSubFixture> StartAsync(bool hubInHeader = true, string? hubHost = null)
    {
        var fixture = new WebSubFixture { _hubHost = hubHost };
        fixture._site = await ListenAsync(app => app.Run(context => fixture.AnswerAsync(context, hubInHeader)), _ => { });
        fixture.Site = Address(fixture._site);
        fixture.Store = await SqliteStore.OpenAsync(fixture._folder.File("data"), TimeProvider.System, CancellationToken.None);
        var options = new AggregatorOptions { WebSub = true, PublicUrl = PublicUrl, AllowHosts = { fixture.Site.Authority }, FeedHostDelay = 0 };
        fixture._service = await ListenAsync(
            app => app.MapWebSub(),
            services => services.AddPipeline(options, fixture.Store).AddSingleton<TimeProvider>(fixture.Time)
                .AddSingleton(HubClient.Over).AddSingleton<PushQueue>().AddSingleton<SubscriptionKeeper>().AddSingleton<PushStage>());
        fixture.Client = new HttpClient { BaseAddress = Address(fixture._service) };
        fixture.Feed = await fixture.Store.AddFeedAsync(new FeedDefinition(new Uri(fixture.Site, "/feed.xml").AbsoluteUri, "News", "EV"), fixture.Time.GetUtcNow(), CancellationToken.None);
        await fixture.PollAsync();
        return fixture;
    }

    public Task PollAsync() => Get<PollStage>().RunAsync([Feed.Id], CancellationToken.None);

    public Task KeepAsync() => Get<SubscriptionKeeper>().RunAsync(CancellationToken.None);

    public async Task<Feed> FeedAsync() => (await Store.GetFeedAsync(Feed.Id, CancellationToken.None))!;

    public async Task<HubSubscription> SubscriptionAsync() => Assert.Single(await Store.ListHubSubscriptionsAsync(CancellationToken.None));

    /// <summary>Polls, asks the hub and verifies as the hub would.</summary>
    public async Task<HubSubscription> SubscribeAsync(long lease = 864_000)
    {
        await KeepAsync();
        var subscription = await SubscriptionAsync();
        using var answer = await VerifyAsync(subscription.Token, "subscribe", Topic, "c", lease);
        Assert.Equal("c", await answer.Content.ReadAsStringAsync());
        return await SubscriptionAsync();
    }

    public Task<HttpResponseMessage> VerifyAsync(string token, string mode, string topic, string challenge, long lease = 864_000) =>
        Client.GetAsync($"/websub/{token}?hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge={challenge}&hub.lease_seconds={lease}");

    /// <summary>Pushes a document of the given items and does the work that follows.</summary>
    public async Task<int> PushAsync(string token, string? secret, params string[] items)
    {
        var body = Encoding.UTF8.GetBytes(Document(items));
        using var content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/rss+xml" } } };
        if (secret is not null)
            content.Headers.Add("X-Hub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        using var answer = await Client.PostAsync($"/websub/{token}", content);
        while (Get<PushQueue>().Reader.TryRead(out var push))
            await Get<PushStage>().HandleAsync(push, CancellationToken.None);
        return (int)answer.StatusCode;
    }

    public async Task<IReadOnlyList<string>> TitlesAsync()
    {
        var unassigned = await Store.ListUnassignedAsync(100, CancellationToken.None);
        return [.. unassigned.Select(a => a.Article.Title).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _service.DisposeAsync();
        await _site.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Dispose();
    }

    private T Get<T>()
        where T : notnull => _service.Services.GetRequiredService<T>();

    // An item without a link is its own text: it waits for assignment at once.
    private string Document(params string[] items) =>
        $"""<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title><atom:link rel="hub" href="/hub"/><atom:link rel="self" href="{Topic}"/>"""
        + string.Concat(items.Select(i => $"<item><guid isPermaLink=\"false\">{i}</guid><title>{i}</title><description>Text of {i}.</description></item>")) + "</channel></rss>";

    private async Task AnswerAsync(HttpContext context, bool hubInHeader)
    {
        if (context.Request.Method == "POST")
        {
            var form = await context.Request.ReadFormAsync();
            Asked.Enqueue(form.ToDictionary(f => f.Key, f => f.Value.ToString()));
            context.Response.StatusCode = HubStatus;
            return;
        }

        Interlocked.Increment(ref Polls);
        context.Response.Headers.ETag = "\"v1\"";
        if (hubInHeader)
            context.Response.Headers.Append("Link", $"<http://{_hubHost ?? Site.Authority}/other-hub>; rel=\"hub\", <{Topic}>; rel=\"self\"");
        context.Response.ContentType = "application/rss+xml";
        await context.Response.WriteAsync(Document("first"));
    }

    private static async Task<WebApplication> ListenAsync(Action<WebApplication> map, Action<IServiceCollection> add)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        add(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    private static Uri Address(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
