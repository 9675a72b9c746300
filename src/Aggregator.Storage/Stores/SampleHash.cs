namespace Aggregator.Stores;

/// <summary>
/// The number that decides whether an article belongs to a sample: the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) over id and seed.
/// </summary>
public static class SampleHash
{
    public static ulong Of(long id, ulong seed)
    {
        var z = unchecked((ulong)id + (0x9E3779B97F4A7C15 * (seed + 1)));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
