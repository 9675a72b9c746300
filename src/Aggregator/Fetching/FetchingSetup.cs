using Aggregator.Configuration;
using Aggregator.Urls;

namespace Aggregator.Fetching;

/// <summary>Registers what fetches: one pool of connections and one set of host gates for feeds, pages, robots and discovery alike.</summary>
internal static class FetchingSetup
{
    public static IServiceCollection AddFetching(this IServiceCollection services) => services
        .AddSingleton(provider => new FetchingServices(
            provider.GetRequiredService<AggregatorOptions>(), RegistrableDomains.Default.Of, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => provider.GetRequiredService<FetchingServices>().Feeds)
        .AddSingleton(provider => provider.GetRequiredService<FetchingServices>().Pages)
        .AddSingleton(provider => provider.GetRequiredService<FetchingServices>().Gates);
}
