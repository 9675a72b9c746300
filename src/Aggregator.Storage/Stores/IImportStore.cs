namespace Aggregator.Stores;

/// <summary>Articles of another store.</summary>
public interface IImportStore
{
    /// <summary>Adds articles that were assigned elsewhere, visible at once, as one transaction; those whose key is known here are left as they are.</summary>
    /// <param name="keepNumbers">Sequence numbers that the rows bring stay; only for a store that was empty when the import began.</param>
    Task<ImportOutcome> ImportAsync(IReadOnlyList<ImportRow> rows, bool keepNumbers, CancellationToken cancellation);
}
