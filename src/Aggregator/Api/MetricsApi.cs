using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>What is measured, for Prometheus.</summary>
internal static class MetricsApi
{
    public static void Map(RouteGroupBuilder root) =>
        root.MapGet("/metrics", Metrics).WithTags("Operation").WithName("metrics").WithSummary("Counters and gauges in the text format of Prometheus")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");

    private static async Task Metrics(HttpContext context, MetricsExport export, IStatisticsStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var statistics = await store.GetStatisticsAsync(clock.GetUtcNow(), cancellation);
        export.Set("aggregator_stored_feeds", "Feeds that are known", statistics.Feeds);
        export.Set("aggregator_stored_articles", "Articles that are stored", statistics.Articles);
        export.Set("aggregator_stored_stories", "Stories that are stored", statistics.Stories);
        export.Set("aggregator_stored_copies", "Articles that are copies of an earlier one", statistics.Copies);
        export.Set("aggregator_stored_sightings", "Entries that named an article", statistics.Sightings);
        export.Set("aggregator_stored_revisions", "Earlier states of articles", statistics.Revisions);
        export.Set("aggregator_database_bytes", "Size of the database", statistics.Bytes);
        export.Set("aggregator_sequence", "Number of the newest change", statistics.Sequence);
        export.Set("aggregator_queue_due_feeds", "Feeds that are due now", statistics.Queues.DueFeeds);
        export.Set("aggregator_queue_unread", "Articles whose page is still to be read", statistics.Queues.Unread);
        export.Set("aggregator_queue_unassigned", "Articles that wait for their story", statistics.Queues.Unassigned);
        export.Set("process_resident_memory_bytes", "Memory of the process", Environment.WorkingSet);
        export.Set("process_cpu_seconds", "User and system time of the process", Environment.CpuUsage.TotalTime.TotalSeconds);
        await export.WriteAsync(context);
    }
}
