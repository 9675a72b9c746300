using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Aggregator.Api.Metrics;

/// <summary>
/// Gathers what the meter <c>Aggregator</c> and ASP.NET's own request meter measure, so that <c>/metrics</c> can show it.
/// Counters add up, gauges keep their last value, histograms fill buckets.
/// </summary>
internal sealed class MetricsRegistry : IDisposable
{
    public const string MeterName = "Aggregator";

    /// <summary>Sets of tags kept per instrument: a tag that takes on any value a stranger sends must not fill the memory.</summary>
    private const int MaxSeries = 1000;

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Series>> _series = new();

    public MetricsRegistry()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name is MeterName or "Microsoft.AspNetCore.Hosting")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<byte>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<short>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<float>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Record(i, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((i, value, tags, _) => Record(i, (double)value, tags));
        _listener.Start();
    }

    /// <summary>All series by instrument, with the observable ones asked just now.</summary>
    public IReadOnlyList<(Instrument Instrument, IReadOnlyList<Series> Series)> Collect()
    {
        _listener.RecordObservableInstruments();
        return [.. _series.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal)
            .Select(pair => (pair.Key, (IReadOnlyList<Series>)[.. pair.Value.Values.OrderBy(s => s.Labels, StringComparer.Ordinal)]))];
    }

    public static bool IsHistogram(Instrument instrument) => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    public static bool IsCounter(Instrument instrument) =>
        instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal)
            || instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal);

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var all = _series.GetOrAdd(instrument, static _ => new ConcurrentDictionary<string, Series>());
        var labels = PrometheusText.Labels(tags);
        if (!all.TryGetValue(labels, out var series))
        {
            if (all.Count >= MaxSeries)
                return;
            series = all.GetOrAdd(labels, static text => new Series(text));
        }

        // Observable counters and gauges report the whole value; the others what came in addition.
        if (IsHistogram(instrument))
            series.Observe(value);
        else if (instrument.IsObservable || instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal))
            series.Set(value);
        else
            series.Add(value);
    }
}
