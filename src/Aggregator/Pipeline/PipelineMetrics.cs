using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Aggregator.Model;

namespace Aggregator.Pipeline;

/// <summary>Counts every article and every fetch by the fate it met; the names of the counters are part of the documentation.</summary>
internal sealed class PipelineMetrics : IDisposable
{
    public const string Name = "Aggregator";

    private readonly Counter<long> _fetches;
    private readonly Counter<long> _reads;
    private readonly Counter<long> _copied;
    private readonly Counter<long> _assigned;
    private readonly Counter<long> _newArticles;
    private readonly Counter<long> _bytes;
    private readonly Histogram<double> _fetchSeconds;

    public PipelineMetrics()
    {
        _fetches = Meter.CreateCounter<long>("aggregator.feed.fetches", "{fetch}", "Feed fetches by fate.");
        _reads = Meter.CreateCounter<long>("aggregator.article.reads", "{article}", "Articles read by fate.");
        _copied = Meter.CreateCounter<long>("aggregator.page.copied", "{page}", "Pages read whose markup took the parser's own nodes, the slow way.");
        _assigned = Meter.CreateCounter<long>("aggregator.article.assigned", "{article}", "Articles assigned, by what they turned out to be.");
        _newArticles = Meter.CreateCounter<long>("aggregator.article.new", "{article}", "Articles seen for the first time.");
        _bytes = Meter.CreateCounter<long>("aggregator.feed.bytes", "By", "Bytes of feed documents on the wire.");
        _fetchSeconds = Meter.CreateHistogram<double>("aggregator.feed.fetch.duration", "s", "Time that a feed fetch took.");
    }

    public Meter Meter { get; } = new(Name);

    /// <summary>Spans, one per stage and visit.</summary>
    public ActivitySource Activities { get; } = new(Name);

    public PassCounters Pass { get; } = new();

    public void Fetched(FetchRecord fetch)
    {
        _fetches.Add(1, new KeyValuePair<string, object?>("fate", fetch.Fate.ToString()));
        _bytes.Add(fetch.BytesOnWire);
        _newArticles.Add(fetch.New);
        _fetchSeconds.Record(fetch.Milliseconds / 1000);
        Pass.Add(ref Pass.Polled);
        Pass.Add(ref Pass.New, fetch.New);
        Pass.Add(ref Pass.Changed, fetch.Changed);
        Pass.Fates.AddOrUpdate(fetch.Fate, 1, (_, count) => count + 1);
    }

    public void Read(ReadFate fate, bool copied)
    {
        _reads.Add(1, new KeyValuePair<string, object?>("fate", fate.ToString()));
        _copied.Add(copied ? 1 : 0);
        Pass.Add(ref Pass.Read);
    }

    public void Assigned(string outcome, int count)
    {
        _assigned.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
        Pass.Add(ref Pass.Assigned, count);
    }

    public void Dispose()
    {
        Meter.Dispose();
        Activities.Dispose();
    }
}

/// <summary>Running totals since start, for progress displays.</summary>
internal sealed class PassCounters
{
    public long Polled;
    public long New;
    public long Changed;
    public long Read;
    public long Assigned;

    public ConcurrentDictionary<FetchFate, int> Fates { get; } = new();

#pragma warning disable CA1822 // an instance method reads better at the call: Pass.Add(ref Pass.Polled)
    public void Add(ref long counter, long by = 1) => Interlocked.Add(ref counter, by);
#pragma warning restore CA1822
}
