using Aggregator.Configuration;
using Aggregator.LiteDb;
using Aggregator.Sqlite;
using Aggregator.Stores;

namespace Aggregator.Hosting;

/// <summary>Opens the store that the configuration names.</summary>
internal static class StoreFactory
{
    public static Task<IStore> OpenAsync(AggregatorOptions options, CancellationToken cancellation) => options.Store == "litedb"
        ? LiteStore.OpenAsync(options.Data, TimeProvider.System, cancellation)
        : SqliteStore.OpenAsync(options.Data, TimeProvider.System, cancellation);

    public static Task<IStore> OpenReadOnlyAsync(AggregatorOptions options, CancellationToken cancellation) => options.Store == "litedb"
        ? LiteStore.OpenReadOnlyAsync(options.Data, cancellation)
        : SqliteStore.OpenReadOnlyAsync(options.Data, cancellation);
}
