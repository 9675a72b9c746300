using System.Globalization;
using System.Net;
using System.Text;
using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Sqlite;
using Aggregator.Stores;
using Aggregator.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Polling;

/// <summary>
/// The real poll stage over a real database against one raw server, on a clock that only the test moves: what a publisher sees in the log. A restart closes
/// everything but the files and opens it anew.
/// </summary>
internal sealed class PollingFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AggregatorOptions _options;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>>? _resolve;
    private readonly PipelineMetrics _metrics = new();
    private readonly ComputeGate _computing = new();
    private readonly List<(DateTimeOffset At, RawRequest Request)> _log = [];
    private FetchingServices? _fetching;
    private PollStage? _stage;
    private IStore? _store;

    public PollingFixture(Func<RawRequest, byte[]> answer, Action<AggregatorOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
        : this((request, stream, stop) => stream.WriteAsync(answer(request), stop).AsTask(), configure, resolve)
    {
    }

    public PollingFixture(Func<RawRequest, Stream, CancellationToken, Task> answer, Action<AggregatorOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        Server = new RawServer((request, stream, stop) =>
        {
            lock (_log)
                _log.Add((Time.GetUtcNow(), request));
            return answer(request, stream, stop);
        });
        _options = new AggregatorOptions { AllowHosts = { Server.Host }, FeedHostDelay = 0, PageHostDelay = 0 };
        configure?.Invoke(_options);
        _resolve = resolve;
    }

    public ManualTime Time { get; } = new();

    public RawServer Server { get; }

    public IStore Store => _store!;

    /// <summary>What was asked, in order, and when.</summary>
    public IReadOnlyList<(DateTimeOffset At, RawRequest Request)> Log
    {
        get
        {
            lock (_log)
                return [.. _log];
        }
    }

    public IEnumerable<TimeSpan> Gaps => GapsOf(Log);

    public static IEnumerable<TimeSpan> GapsOf(IReadOnlyList<(DateTimeOffset At, RawRequest Request)> log) => log.Zip(log.Skip(1), (a, b) => b.At - a.At);

    /// <summary>Adds a feed that is due now, and opens the service the first time.</summary>
    public async Task<long> AddAsync(string url, TimeSpan? interval = null, Func<FeedDefinition, FeedDefinition>? wish = null)
    {
        if (_store is null)
            await OpenAsync();
        var address = url.StartsWith('/') ? Server.Url(url).AbsoluteUri : url;
        var definition = new FeedDefinition(address, $"Feed {url}", "Test", interval, FullTextMode.Never);
        return (await Store.AddFeedAsync(wish?.Invoke(definition) ?? definition, Time.GetUtcNow(), default)).Id;
    }

    /// <summary>Polls what is due at this moment.</summary>
    public Task TickAsync() => _stage!.RunAsync(null, default);

    /// <summary>Polls these feeds whether due or not, as the verb does.</summary>
    public Task PassAsync(IReadOnlyCollection<long> only) => _stage!.RunAsync(only, default);

    /// <summary>Lives for so long: the clock goes from one due time to the next, and every due feed is polled as the service does it.</summary>
    public async Task LiveAsync(TimeSpan span)
    {
        var end = Time.GetUtcNow() + span;
        while (await NextAsync() is { } next && next <= end)
        {
            if (next > Time.GetUtcNow())
                Time.Advance(next - Time.GetUtcNow());
            await TickAsync();
        }

        Time.Advance(end - Time.GetUtcNow());
    }

    private async Task<DateTimeOffset?> NextAsync() => (await Store.ListFeedsAsync(default))
        .Where(feed => feed is { Removed: false, Definition.Disabled: false, State.Gone: false, MergedInto: null })
        .Min(feed => (DateTimeOffset?)feed.State.NextPollAt);

    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public async Task CloseAsync()
    {
        _fetching?.Dispose();
        await Store.DisposeAsync();
    }

    /// <summary>How many of these entries of <see cref="Rss"/> the feed is known to have named.</summary>
    public Task<int> KnownAsync(long id, params IEnumerable<string> entries) => Store.CountKnownSightingsAsync(id, [.. entries.Select(entry => $"id:https://news.example/{entry}")], default);

    public async Task<FeedState> StateAsync(long id) => (await Store.GetFeedAsync(id, default))!.State;

    public async Task<FetchRecord> LastFetchAsync(long id) => (await Store.GetHistoryAsync(id, 1, default))[0];

    /// <summary>An RSS document of entries so many minutes old.</summary>
    public string Rss(params IEnumerable<(string Id, int MinutesOld)> entries)
    {
        var xml = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed</title><link>https://news.example/</link><description/>");
        foreach ((var id, var minutes) in entries)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<item><title>Entry {id}</title><link>https://news.example/{id}</link><guid>https://news.example/{id}</guid>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{Time.GetUtcNow().AddMinutes(-minutes):R}</pubDate><description>Text of {id}.</description></item>");
        }

        return xml.Append("</channel></rss>").ToString();
    }

    /// <summary>A hundred entries of a feed that publishes every so many minutes since the start of the test's clock; the document of one moment differs from that of another.</summary>
    public string Lively(int minutesApart = 20)
    {
        var age = (int)(Time.GetUtcNow().ToUnixTimeSeconds() / 60 % minutesApart);
        return Rss(LivelyEntries(minutesApart).Select((entry, i) => (entry, age + (i * minutesApart))));
    }

    /// <summary>The entries that <see cref="Lively"/> holds at this moment.</summary>
    public string[] LivelyEntries(int minutesApart = 20)
    {
        var newest = Time.GetUtcNow().ToUnixTimeSeconds() / 60 / minutesApart;
        return [.. Enumerable.Range(0, 100).Select(i => (newest - i).ToString(CultureInfo.InvariantCulture))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await CloseAsync();
        _metrics.Dispose();
        _computing.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task OpenAsync()
    {
        _store = await SqliteStore.OpenAsync(_folder.Path, Time, default);
        _fetching = new FetchingServices(_options, host => host, Time, _resolve, null, () => 0);
        var hosts = new HostMemory(_store, _fetching.Gates, Time);
        var intake = new EntryIntake(_store, _computing, new PipelineSignals(), _metrics, Time);
        _stage = new PollStage(_store, _fetching.Feeds, intake, hosts, _options, Time, _metrics, NullLogger<PollStage>.Instance);
        await hosts.RestoreAsync(default);
    }
}
