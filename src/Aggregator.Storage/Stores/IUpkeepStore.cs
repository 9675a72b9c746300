namespace Aggregator.Stores;

/// <summary>Keeping the data in order.</summary>
public interface IUpkeepStore
{
    /// <summary>Writes a complete, consistent copy into a new file while others read and write.</summary>
    /// <exception cref="StoreUnusableException">The file exists already or cannot be written.</exception>
    Task BackupAsync(string file, CancellationToken cancellation);

    /// <summary>Small upkeep, called about once an hour: fresh statistics for the planner of queries, logs cut short.</summary>
    Task OptimizeAsync(CancellationToken cancellation);

    /// <summary>Brings a little of the full-text index together, unless an article has become visible or changed since the last call.</summary>
    /// <returns>True when there may be more to do at once.</returns>
    Task<bool> MergeIndexAsync(CancellationToken cancellation);
}
