using System.Text;
using Aggregator.Api.Metrics;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>What is measured, for Prometheus.</summary>
internal static class MetricsApi
{
    public static void Map(RouteGroupBuilder root) =>
        root.MapGet("/metrics", Metrics).WithTags("Operation").WithName("metrics").WithSummary("Counters and gauges in the text format of Prometheus")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");

    private static async Task<IResult> Metrics(MetricsRegistry registry, IStatisticsStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var text = new StringBuilder(PrometheusText.Write(registry));
        var statistics = await store.GetStatisticsAsync(clock.GetUtcNow(), cancellation);
        PrometheusText.Gauge(text, "aggregator_stored_feeds", "Feeds that are known", statistics.Feeds);
        PrometheusText.Gauge(text, "aggregator_stored_articles", "Articles that are stored", statistics.Articles);
        PrometheusText.Gauge(text, "aggregator_stored_stories", "Stories that are stored", statistics.Stories);
        PrometheusText.Gauge(text, "aggregator_stored_copies", "Articles that are copies of an earlier one", statistics.Copies);
        PrometheusText.Gauge(text, "aggregator_stored_sightings", "Entries that named an article", statistics.Sightings);
        PrometheusText.Gauge(text, "aggregator_stored_revisions", "Earlier states of articles", statistics.Revisions);
        PrometheusText.Gauge(text, "aggregator_database_bytes", "Size of the database", statistics.Bytes);
        PrometheusText.Gauge(text, "aggregator_sequence", "Number of the newest change", statistics.Sequence);
        PrometheusText.Gauge(text, "aggregator_queue_due_feeds", "Feeds that are due now", statistics.Queues.DueFeeds);
        PrometheusText.Gauge(text, "aggregator_queue_unread", "Articles whose page is still to be read", statistics.Queues.Unread);
        PrometheusText.Gauge(text, "aggregator_queue_unassigned", "Articles that wait for their story", statistics.Queues.Unassigned);
        PrometheusText.Gauge(text, "process_resident_memory_bytes", "Memory of the process", Environment.WorkingSet);
        PrometheusText.Gauge(text, "process_cpu_seconds", "User and system time of the process", Environment.CpuUsage.TotalTime.TotalSeconds);
        return TypedResults.Text(text.ToString(), PrometheusText.MediaType, Encoding.UTF8);
    }
}
