namespace Aggregator.Stories.Copies;

/// <summary>A run of words that stands in both texts.</summary>
internal readonly record struct AlignedRun(int A, int B, int Length);

/// <summary>
/// Lays two texts beside each other: pairs of words that each has once are anchors, the longest row of them that rises in both is kept (patience diff),
/// and each is drawn out to both sides as far as the texts agree. A paragraph that was moved is left out.
/// </summary>
internal static class Alignment
{
    public static List<AlignedRun> Of(ushort[] a, ushort[] b)
    {
        var anchors = Rising(Anchors(a, b));
        var runs = new List<AlignedRun>();
        for (var i = 0; i < anchors.Count; i++)
        {
            var (lastA, lastB) = runs.Count == 0 ? (0, 0) : (runs[^1].A + runs[^1].Length, runs[^1].B + runs[^1].Length);
            var (startA, startB) = anchors[i];
            if (startA < lastA || startB < lastB)
                continue;
            while (startA > lastA && startB > lastB && Same(a[startA - 1], b[startB - 1]))
                (startA, startB) = (startA - 1, startB - 1);
            var length = 0;
            while (startA + length < a.Length && startB + length < b.Length && Same(a[startA + length], b[startB + length]))
                length++;
            runs.Add(new AlignedRun(startA, startB, length));
        }

        return runs;
    }

    private static bool Same(ushort a, ushort b) => CopyWords.Value(a) == CopyWords.Value(b);

    /// <summary>Where the pairs stand that each text has once, in the order of the first.</summary>
    private static List<(int A, int B)> Anchors(ushort[] a, ushort[] b)
    {
        var theirs = Single(b);
        return [.. Single(a).Where(pair => theirs.ContainsKey(pair.Key)).Select(pair => (pair.Value, theirs[pair.Key])).Order()];
    }

    private static Dictionary<uint, int> Single(ushort[] words)
    {
        var places = new Dictionary<uint, int>(words.Length);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            var pair = (CopyWords.Value(words[i]) << 16) | CopyWords.Value(words[i + 1]);
            places[pair] = places.ContainsKey(pair) ? -1 : i;
        }

        return places.Where(pair => pair.Value >= 0).ToDictionary();
    }

    /// <summary>The longest row of anchors that rises in the second text as well.</summary>
    private static List<(int A, int B)> Rising(List<(int A, int B)> anchors)
    {
        // Of all rows of a length, the one that ends lowest; and what stands before each anchor in its row.
        var (ends, before) = (new List<int>(), new int[anchors.Count]);
        for (var i = 0; i < anchors.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = anchors[ends[middle]].B < anchors[i].B ? (middle + 1, high) : (low, middle);
            }

            before[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }

        var row = new List<(int, int)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = before[i])
            row.Add(anchors[i]);
        row.Reverse();
        return row;
    }
}
