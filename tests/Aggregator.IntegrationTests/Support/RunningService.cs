using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Stores;
using Microsoft.AspNetCore.Builder;

namespace Aggregator.Support;

/// <summary>The real service with its real database, on a free port of this process.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly IStore _store;
    private readonly WebApplication _app;

    private RunningService(IStore store, WebApplication app)
    {
        _store = store;
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(ServiceHost.AddressOf(app)) };
    }

    public HttpClient Client { get; }

    public IStore Store => _store;

    public static async Task<RunningService> StartAsync(TemporaryFolder folder, string feedsJson, string allowedHost, string engine = Engines.Sqlite)
    {
        var feeds = folder.File("feeds.json");
        await File.WriteAllTextAsync(feeds, feedsJson);
        var settings = new CommandLineSettings([], new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Aggregator:Feeds"] = feeds,
            ["Aggregator:Data"] = folder.File("data"),
            ["Aggregator:Store"] = engine,
            ["Aggregator:AllowHosts:0"] = allowedHost,
            ["Aggregator:FeedHostDelay"] = "0",
            ["Aggregator:PageHostDelay"] = "0",
            ["Logging:LogLevel:Default"] = "None",
            ["Logging:LogLevel:Aggregator"] = "None",
        });
        var found = Startup.Check(settings, FeedsNeeded.Yes) ?? throw new InvalidOperationException("The test's settings are wrong.");
        var store = await StoreFactory.OpenAsync(found.Options, CancellationToken.None);
        var startup = new Startup(found.Configuration, found.Options, found.Feeds, store, settings);
        var app = ServiceHost.Build(startup);
        await ServiceHost.StartAsync(app, startup, CancellationToken.None);
        return new RunningService(store, app);
    }

    /// <summary>Asks until the answer holds what is waited for; the service signals nothing to the outside, so it is asked. Fails after a minute.</summary>
    public async Task<JsonElement> GetWhenAsync(string path, Func<JsonElement, bool> ready)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var answer = await Client.GetFromJsonAsync<JsonElement>(path, patience.Token);
            if (ready(answer))
                return answer;
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Looks into the store until it shows what is waited for. Fails after a minute.</summary>
    public async Task WhenAsync(Func<IStore, Task<bool>> ready)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await ready(Store))
            await timer.WaitForNextTickAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }
}
