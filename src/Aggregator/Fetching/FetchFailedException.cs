using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>Ends a request early. Stays inside this folder: <see cref="HttpExchange"/> makes a value of it.</summary>
internal sealed class FetchFailedException(FetchFate fate, string message, Exception? inner = null) : Exception(message, inner)
{
    public FetchFate Fate { get; } = fate;

    /// <summary>When to try again, where the host said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
