using Aggregator.Configuration;
using Aggregator.Sqlite;
using Aggregator.Stores;

namespace Aggregator.Hosting;

/// <summary>Opens the store that the configuration names; SQLite in the data folder is the only one so far.</summary>
internal static class StoreFactory
{
    public static Task<IStore> OpenAsync(AggregatorOptions options, CancellationToken cancellation) =>
        SqliteStore.OpenAsync(options.Data, TimeProvider.System, cancellation);

    public static Task<IStore> OpenReadOnlyAsync(AggregatorOptions options, CancellationToken cancellation) =>
        SqliteStore.OpenReadOnlyAsync(options.Data, cancellation);
}
