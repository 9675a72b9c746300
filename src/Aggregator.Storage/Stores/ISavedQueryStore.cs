namespace Aggregator.Stores;

/// <summary>Queries that are saved under a name.</summary>
public interface ISavedQueryStore
{
    /// <summary>All saved queries by name.</summary>
    Task<IReadOnlyList<SavedQuery>> ListSavedQueriesAsync(CancellationToken cancellation);

    /// <summary>Saves a query, in place of the one with its name.</summary>
    Task SaveQueryAsync(SavedQuery query, CancellationToken cancellation);

    /// <summary>False when there is none of that name.</summary>
    Task<bool> DeleteSavedQueryAsync(string name, CancellationToken cancellation);
}

/// <param name="Name">Part of an address: letters, digits, hyphens.</param>
/// <param name="QueryString">Filters and paging as in a list's address, without the question mark.</param>
public sealed record SavedQuery(string Name, string Title, string QueryString, DateTimeOffset Created);
