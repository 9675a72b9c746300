namespace Aggregator.Fetching;

/// <summary>The bounds of one request (fetching.md rule 21).</summary>
internal sealed record FetchLimits
{
    /// <summary>Resolving and connecting.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From sending the request to the end of the response's headers, connecting included in it.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All hops and the body; waiting for a slot at the host is not counted.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Redirects that are followed.</summary>
    public int Hops { get; init; } = 5;

    /// <summary>Kilobytes of response headers; large enough that one header of 64 KB does not cost the answer.</summary>
    public int HeaderKilobytes { get; init; } = 128;

    /// <summary>Characters of a validator that are kept; most servers refuse requests with headers over 8 KB.</summary>
    public int ValidatorCharacters { get; init; } = 4096;
}
