using System.Text.Json;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.Api;

/// <summary>The API on a real Kestrel at a free loopback port, over a store in memory unless another is given.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestService(WebApplication app, FakeStore store)
    {
        _app = app;
        Store = store;
        Address = new Uri(app.Urls.Single());
        Client = NewClient();
    }

    /// <summary>Every address that GET serves, with its parameters filled in.</summary>
    public IReadOnlyList<string> Routes =>
    [
        .. ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(endpoint => "/" + System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText ?? "", @"\{[^}]*\}", "1").TrimStart('/')).Distinct().Order(StringComparer.Ordinal),
    ];

    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public Uri Address { get; }

    public FakeStore Store { get; }

    /// <summary>Does not follow redirects and does not decompress.</summary>
    public HttpClient Client { get; }

    public static async Task<TestService> StartAsync(Action<ApiOptions>? configure = null, Action<IServiceCollection>? services = null, IStore? store = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var fake = new FakeStore();
        builder.Services.AddStore((object?)store ?? fake);
        builder.Services.AddSingleton<PipelineSignals>();
        builder.Services.AddSingleton<TimeProvider>(new FixedClock());
        builder.Services.AddAggregatorApi();
        builder.Services.Configure<ApiOptions>(options =>
        {
            // Tests look at once at what they have just stored.
            options.FeedFreshness = TimeSpan.Zero;
            configure?.Invoke(options);
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapAggregatorApi();
        await app.StartAsync();
        return new TestService(app, fake);
    }

    public HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>An id as stores make them: its upper bits are the seconds of its time.</summary>
    public static long IdAt(DateTimeOffset time, int number = 0) => (time.ToUnixTimeSeconds() * 4096) + number;

    /// <summary>Adds an article; minutes are counted back from <see cref="Now"/>.</summary>
    public ArticleRow Add(string title, int minutesAgo, string outlet = "one.example", ArticleRow? inStoryOf = null, string? text = null)
    {
        var at = Now.AddMinutes(-minutesAgo);
        var id = IdAt(at);
        return Store.Put(new ArticleRow
        {
            Id = id,
            Url = $"https://{outlet}/{Uri.EscapeDataString(title.ToLowerInvariant().Replace(' ', '-'))}",
            Title = title,
            Outlet = outlet,
            Authors = ["Ada Writer"],
            Published = new ClaimedDate(at, DatePrecision.Full, "rss:pubDate"),
            Seen = at,
            Changed = at,
            Language = "en",
            Summary = $"In short: {title}.",
            Text = text ?? $"The long text about {title}.\nIts second paragraph.",
            ContentHtml = text is null ? $"<p>The long text about {title}.</p><p>Its second paragraph.</p>" : "",
            WordCount = 9,
            ReadFate = ReadFate.Extracted,
            StoryId = inStoryOf?.StoryId ?? id,
            Topics = ["electric vehicles"],
            Names = [new Tag("company", "Tesla", 2)],
            Categories = ["EV"],
            Sightings = 1,
            Sequence = 0,
        });
    }

    public async Task<JsonElement> GetJsonAsync(string address) => JsonDocument.Parse(await Client.GetStringAsync(address)).RootElement;

    public async Task<string> MakeKeyAsync(bool canWrite = true)
    {
        var key = Access.ApiKeys.Create();
        await Store.AddApiKeyAsync(new ApiKey(canWrite ? "writer" : "reader", Access.ApiKeys.HashOf(key), canWrite, Now), CancellationToken.None);
        return key;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
