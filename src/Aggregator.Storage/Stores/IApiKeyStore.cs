namespace Aggregator.Stores;

/// <summary>The keys of the API.</summary>
public interface IApiKeyStore
{
    /// <summary>All keys by name.</summary>
    Task<IReadOnlyList<ApiKey>> ListApiKeysAsync(CancellationToken cancellation);

    /// <exception cref="InvalidOperationException">There is a key of that name.</exception>
    Task AddApiKeyAsync(ApiKey key, CancellationToken cancellation);

    /// <summary>False when there is none of that name.</summary>
    Task<bool> DeleteApiKeyAsync(string name, CancellationToken cancellation);
}

/// <param name="Hash">SHA-256 of the key, hexadecimal; the key itself is stored nowhere.</param>
/// <param name="CanWrite">False: reading only.</param>
public sealed record ApiKey(string Name, string Hash, bool CanWrite, DateTimeOffset Created);
