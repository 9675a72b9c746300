namespace Aggregator.Stores;

/// <summary>Keeping the file in order, and the few settings that live in it.</summary>
public interface IMaintenanceStore
{
    /// <summary>Writes a complete, consistent copy while others read and write. Fails when the file exists.</summary>
    Task BackupAsync(string file, CancellationToken cancellation);

    Task<StoreStatistics> GetStatisticsAsync(CancellationToken cancellation);

    /// <summary>Adds articles that were assigned elsewhere, visible at once, as one transaction; those whose key is known here are left as they are.</summary>
    /// <param name="keepNumbers">Sequence numbers that the rows bring stay; only for a store that was empty when the import began.</param>
    Task<ImportOutcome> ImportAsync(IReadOnlyList<ImportRow> rows, bool keepNumbers, CancellationToken cancellation);

    /// <summary>Small upkeep: statistics for the planner, truncating the log.</summary>
    Task OptimizeAsync(CancellationToken cancellation);

    /// <summary>Brings a little of the full-text index together, unless an article has become visible or changed since the last call.</summary>
    /// <returns>True when there may be more to do at once.</returns>
    Task<bool> MergeIndexAsync(CancellationToken cancellation);

    Task<IReadOnlyList<SavedQuery>> ListSavedQueriesAsync(CancellationToken cancellation);

    Task SaveQueryAsync(SavedQuery query, CancellationToken cancellation);

    Task<bool> DeleteSavedQueryAsync(string name, CancellationToken cancellation);

    Task<IReadOnlyList<ApiKey>> ListApiKeysAsync(CancellationToken cancellation);

    Task AddApiKeyAsync(ApiKey key, CancellationToken cancellation);

    Task<bool> DeleteApiKeyAsync(string name, CancellationToken cancellation);
}

public sealed record StoreStatistics(long Feeds, long Articles, long Stories, long Copies, long Sightings, long Revisions, long Bytes, long Sequence);

/// <param name="Name">Part of an address: letters, digits, hyphens.</param>
/// <param name="QueryString">Filters and paging as in a list's address, without the question mark.</param>
public sealed record SavedQuery(string Name, string Title, string QueryString, DateTimeOffset Created);

/// <param name="Hash">SHA-256 of the key, hexadecimal; the key itself is stored nowhere.</param>
/// <param name="CanWrite">False: reading only.</param>
public sealed record ApiKey(string Name, string Hash, bool CanWrite, DateTimeOffset Created);

/// <summary>The data cannot be used; the message says what, where and what to do.</summary>
public sealed class StoreUnusableException(string message, Exception? inner = null) : Exception(message, inner);
