using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Aggregator.Pipeline;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Aggregator.Api;

/// <summary>
/// Gathers what the meter <c>Aggregator</c> and ASP.NET's own request meter measure, with gauges that are set when somebody looks, and writes all of it in
/// the text format of Prometheus, version 0.0.4.
/// </summary>
internal sealed class MetricsExport : IDisposable
{
    /// <summary>Sets of tags kept per instrument: a tag that takes on any value a stranger sends must not fill the memory.</summary>
    private const int MaxSeries = 1000;

    // Upper bounds of histogram buckets: the advice of OpenTelemetry's semantic conventions for request durations in seconds, carried on to longer work.
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    // A name of its own: where a process holds several services, as the tests do, each shows its own store.
    private readonly Meter _meter = new($"Aggregator.Store.{Guid.NewGuid()}");
    private readonly ConcurrentDictionary<string, Gauge<double>> _gauges = new();
    private readonly MeterProvider _provider;
    private readonly RequestDelegate _write;

    public MetricsExport(IServiceProvider services)
    {
        _provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(PipelineMetrics.Name, "Microsoft.AspNetCore.Hosting", _meter.Name)
            .AddView(Stream)
            .AddPrometheusExporter(options =>
            {
                options.ScopeInfoEnabled = false;
                options.TargetInfoEnabled = false;
                options.ScrapeResponseCacheDurationMilliseconds = 0;
            })
            .Build();
        _write = new ApplicationBuilder(services)
            .UseOpenTelemetryPrometheusScrapingEndpoint(_provider, _ => true, path: null, configureBranchedPipeline: null, optionsName: null)
            .Build();
    }

    public void Set(string name, string help, double value) =>
        _gauges.GetOrAdd(name, static (key, of) => of.Meter.CreateGauge<double>(key, description: of.Help), (Meter: _meter, Help: help)).Record(value);

    public Task WriteAsync(HttpContext context)
    {
        // Prometheus would rather have OpenMetrics, in which counters have other names; dashboards were made on these.
        context.Request.Headers.Accept = default;
        return _write(context);
    }

    public void Dispose()
    {
        _provider.Dispose();
        _meter.Dispose();
    }

    private static MetricStreamConfiguration Stream(Instrument instrument) => instrument is Histogram<double>
        ? new ExplicitBucketHistogramConfiguration { Boundaries = Bounds, RecordMinMax = false, CardinalityLimit = MaxSeries }
        : new MetricStreamConfiguration { CardinalityLimit = MaxSeries };
}
