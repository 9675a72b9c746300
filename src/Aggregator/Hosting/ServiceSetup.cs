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
        .AddSingleton<EntryIntake>()
        .AddSingleton<PollStage>()
        .AddSingleton<ReadStage>()
        .AddSingleton<AssignStage>()
        .AddSingleton<OnePass>()
        .AddSingleton<Reprocessing>()
        .AddSingleton<FeedList>()
        .AddSingleton<ClockGuard>()
        .AddSingleton<FeedProbe>();

    /// <summary>
    /// Registers a store under each role that it plays, and under those alone: nobody is to ask for all of it. Whoever opened it closes it; registered as
    /// an instance, the container leaves it alone.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, object store) => services
        .AddRole<IFeedStore>(store)
        .AddRole<IHostPauseStore>(store)
        .AddRole<IHubStore>(store)
        .AddRole<IPollStore>(store)
        .AddRole<IReadStore>(store)
        .AddRole<IAssignStore>(store)
        .AddRole<IArticleQueries>(store)
        .AddRole<ICorrectionStore>(store)
        .AddRole<IPageStore>(store)
        .AddRole<ISavedQueryStore>(store)
        .AddRole<IApiKeyStore>(store)
        .AddRole<IStatisticsStore>(store)
        .AddRole<IUpkeepStore>(store);

    private static IServiceCollection AddRole<TRole>(this IServiceCollection services, object store)
        where TRole : class => store is TRole role ? services.AddSingleton(role) : services;
}
