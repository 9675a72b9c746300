namespace Aggregator.Api.Query;

/// <summary>Guesses which known name a misspelt one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>
    /// The known name at the least edit distance (Levenshtein 1966), if that is at most a third of its length and one more and leaves a letter in
    /// common; null when none is near.
    /// </summary>
    public static string? Find(string given, IEnumerable<string> known)
    {
        var best = known.Select(name => (Name: name, Distance: Distance(given, name))).OrderBy(x => x.Distance).FirstOrDefault();
        return best.Name is { } name && best.Distance <= 1 + (name.Length / 3) && best.Distance < Math.Min(given.Length, name.Length) ? name : null;
    }

    private static int Distance(string a, string b)
    {
        // A name much longer than any known one is near to none; this also bounds the work that a stranger can cause.
        if (a.Length > 2 * b.Length + 8)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
