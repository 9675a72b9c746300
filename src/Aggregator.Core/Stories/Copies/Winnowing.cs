using System.Runtime.InteropServices;

namespace Aggregator.Stories.Copies;

/// <summary>
/// Picks the fingerprints of a text: the smallest hash of every window of triples (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003).
/// Two texts that share a run of window + 2 words share a fingerprint, wherever it stands.
/// </summary>
internal static class Winnowing
{
    /// <summary>A text too short for windows keeps this many of its smallest hashes.</summary>
    private const int MinFingerprints = 6;

    /// <summary>Puts the fingerprints into <paramref name="picked"/> in place of what it held: rising, each once.</summary>
    public static void Pick(ReadOnlySpan<uint> triples, int window, List<uint> picked)
    {
        picked.Clear();
        var smallest = -1;
        for (var i = 0; i + window <= triples.Length; i++)
        {
            // The smallest of the window before stands against the one triple that is new, unless it has just left.
            var before = smallest;
            var from = i + window - 1;
            if (smallest < i)
                (smallest, from) = (i, i + 1);
            for (var j = from; j < i + window; j++)
                smallest = triples[j] <= triples[smallest] ? j : smallest;
            if (smallest != before)
                picked.Add(triples[smallest]);
        }

        if (picked.Count < MinFingerprints)
        {
            var sorted = triples.ToArray();
            Array.Sort(sorted);
            picked.AddRange(sorted.AsSpan(0, Math.Min(MinFingerprints, sorted.Length)));
        }

        picked.Sort();
        DropRepeated(picked);
    }

    private static void DropRepeated(List<uint> sorted)
    {
        var values = CollectionsMarshal.AsSpan(sorted);
        var kept = 0;
        foreach (var value in values)
        {
            if (kept == 0 || values[kept - 1] != value)
                values[kept++] = value;
        }

        CollectionsMarshal.SetCount(sorted, kept);
    }
}
