using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Pipeline;
using Aggregator.Scheduling;
using Aggregator.Stores;
using Aggregator.Stories.Tags;

namespace Aggregator.Hosting;

/// <summary>Registers the pipeline: what <c>serve</c>, <c>poll</c> and <c>demo</c> share.</summary>
internal static class ServiceSetup
{
    public static IServiceCollection AddPipeline(this IServiceCollection services, AggregatorOptions options, IStore store) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddStore(store)
        .AddSingleton(options.Topics is { Length: > 0 } file ? Tagger.Load(File.ReadAllText(file)) : Tagger.Default)
        .AddFetching()
        .AddSingleton<PipelineSignals>()
        .AddSingleton<PipelineMetrics>()
        .AddSingleton<NewsMemory>()
        .AddSingleton<ComputeGate>()
        .AddSingleton<HostMemory>()
        .AddSingleton<PollStage>()
        .AddSingleton<ReadStage>()
        .AddSingleton<AssignStage>()
        .AddSingleton<OnePass>()
        .AddSingleton<Reprocessing>()
        .AddSingleton<FeedList>()
        .AddSingleton<ClockGuard>()
        .AddSingleton<IFeedProbe, FeedProbe>();

    // Whoever opened the store closes it; registered as instances, the container leaves it alone.
    private static IServiceCollection AddStore(this IServiceCollection services, IStore store) => services
        .AddSingleton(store)
        .AddSingleton<IFeedStore>(store)
        .AddSingleton<IHubStore>(store)
        .AddSingleton<IPipelineStore>(store)
        .AddSingleton<IArticleQueries>(store)
        .AddSingleton<IPageStore>(store)
        .AddSingleton<ITrendStore>(store)
        .AddSingleton<IMaintenanceStore>(store);
}
