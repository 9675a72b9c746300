using Aggregator.Stores;

namespace Aggregator.Sqlite;

/// <summary>Opens the SQLite store: one file <c>aggregator.db</c> in a data folder.</summary>
public static class SqliteStores
{
    /// <summary>Opens a data folder for this process alone, making or upgrading what is needed.</summary>
    /// <exception cref="StoreUnusableException">In use by another process, not writable, of a newer program, damaged, or no database.</exception>
    public static Task<IStore> OpenAsync(string dataFolder, TimeProvider time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IStore>(SqliteStore.Open(dataFolder, time));
    }

    /// <summary>Opens a data folder for queries, exports and backups only, beside a running service. Whatever writes is refused.</summary>
    /// <exception cref="StoreUnusableException">There is no data yet, or it is of another program version, damaged, or no database.</exception>
    public static Task<IStore> OpenReadOnlyAsync(string dataFolder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IStore>(SqliteStore.OpenReadOnly(dataFolder));
    }
}
