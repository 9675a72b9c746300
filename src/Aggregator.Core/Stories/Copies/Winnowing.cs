namespace Aggregator.Stories.Copies;

/// <summary>
/// Picks the fingerprints of a text: the smallest hash of every window of triples (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
/// Two texts that share a run of window + 2 words share a fingerprint, wherever it stands.
/// </summary>
internal static class Winnowing
{
    /// <summary>A text too short for windows keeps this many of its smallest hashes.</summary>
    private const int MinFingerprints = 6;

    public static List<uint> Pick(ReadOnlySpan<uint> triples, int window)
    {
        var picked = new List<uint>((triples.Length * 2 / (window + 1)) + MinFingerprints);
        var last = -1;
        for (var i = 0; i + window <= triples.Length; i++)
        {
            var smallest = i;
            for (var j = i + 1; j < i + window; j++)
                smallest = triples[j] <= triples[smallest] ? j : smallest;
            if (smallest == last)
                continue;
            last = smallest;
            picked.Add(triples[smallest]);
        }

        if (picked.Count < MinFingerprints)
        {
            var sorted = triples.ToArray();
            Array.Sort(sorted);
            picked.AddRange(sorted.AsSpan(0, Math.Min(MinFingerprints, sorted.Length)));
        }

        picked.Sort();
        return Distinct(picked);
    }

    private static List<uint> Distinct(List<uint> sorted)
    {
        var kept = new List<uint>(sorted.Count);
        foreach (var value in sorted)
        {
            if (kept.Count == 0 || kept[^1] != value)
                kept.Add(value);
        }

        return kept;
    }
}
