using Aggregator.Configuration;
using Aggregator.Sqlite;
using Aggregator.Stores;

namespace Aggregator.Hosting;

/// <summary>Opens the store that the configuration names; SQLite in the data folder is the only one so far.</summary>
internal static class StoreFactory
{
    public static async Task<IStore> OpenAsync(AggregatorOptions options, CancellationToken cancellation) =>
        await SqliteStores.OpenAsync(options.Data, TimeProvider.System, cancellation);

    public static async Task<IStore> OpenReadOnlyAsync(AggregatorOptions options, CancellationToken cancellation) =>
        await SqliteStores.OpenReadOnlyAsync(options.Data, cancellation);
}
