using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Scheduling;
using Aggregator.Stores;
using Aggregator.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.EndToEnd;

/// <summary>A clock that is set back by a day or forward by a year: nothing is lost, doubled or put to sleep, and it is said once.</summary>
public class ClockTests
{
    [Theory]
    [InlineData(-1, Engines.Sqlite)]
    [InlineData(365, Engines.Sqlite)]
    [InlineData(-1, Engines.LiteDb)]
    [InlineData(365, Engines.LiteDb)]
    public async Task A_clock_that_jumps_does_no_damage_and_polling_goes_on(int days, string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        var clock = new ShiftedClock();
        await using var store = await Engines.OpenAsync(engine, folder.File("data"), clock);
        var said = new List<string>();
        await using var services = Build(store, site, clock, said);
        var urls = NewsSite.Fill(site, feeds: 3, items: 4);
        await store.SyncFeedsAsync([.. urls.Select(url => new FeedDefinition(url, url, "Test"))], _ => clock.GetUtcNow(), CancellationToken.None);
        var guard = services.GetRequiredService<ClockGuard>();
        await guard.LookAsync(CancellationToken.None);
        await services.GetRequiredService<OnePass>().RunAsync(null, CancellationToken.None);
        var before = await ArticlesAsync(store);
        Assert.Equal(12, before.Count);

        clock.Shift = TimeSpan.FromDays(days);
        await guard.LookAsync(CancellationToken.None);
        await guard.LookAsync(CancellationToken.None);
        NewsSite.Fill(site, feeds: 3, items: 5);
        await services.GetRequiredService<OnePass>().RunAsync(null, CancellationToken.None);

        var after = await ArticlesAsync(store);
        Assert.Equal(15, after.Count);
        Assert.All(before, article => Assert.Contains(article, after));
        await Engines.AssertCountsAsync(store);
        Assert.Single(said, line => line.Contains("The clock jumped by", StringComparison.Ordinal));
        Assert.All(await store.ListFeedsAsync(CancellationToken.None), feed => Assert.InRange(feed.State.NextPollAt, clock.GetUtcNow(), clock.GetUtcNow().AddDays(2)));
    }

    private static ServiceProvider Build(IStore store, LoopbackSite site, TimeProvider clock, List<string> said) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(new Listener(said)))
        .AddMetrics()
        .AddPipeline(new AggregatorOptions { AllowHosts = { site.Authority }, FeedHostDelay = 0, PageHostDelay = 0, HostConcurrency = 4 }, store)
        .AddSingleton(clock)
        .BuildServiceProvider();

    private static async Task<List<string>> ArticlesAsync(IStore store)
    {
        var rows = new List<string>();
        await foreach (var row in store.ExportAsync(ArticleFilter.All, CancellationToken.None))
            rows.Add($"{row.Id} {row.Url} {row.Published.Instant:O} {row.Sequence}");
        return rows;
    }

    /// <summary>The machine's clock, set wrong by so much. Time itself passes as ever.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }

    private sealed class Listener(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
