namespace Aggregator.Stories.Copies;

/// <summary>Finds the passage to quote as evidence.</summary>
internal static class Passage
{
    /// <summary>A reader sees by then that it is the same text; in characters.</summary>
    private const int MaxLength = 240;

    /// <summary>
    /// The longest run of words in <paramref name="text"/> that <paramref name="other"/> has too, white space flattened; empty when there is none.
    /// </summary>
    public static string Longest(string text, List<CopyWord> words, ushort[] other)
    {
        var theirs = CopyText.Triples(other);
        var mine = CopyText.Triples(words.Select(w => w.Code).ToArray());
        var positions = new Dictionary<uint, int>(theirs.Length);
        for (var i = 0; i < theirs.Length; i++)
            positions.TryAdd(theirs[i], i);

        var (bestStart, bestLength) = (0, 0);
        for (var i = 0; i < mine.Length; i++)
        {
            if (!positions.TryGetValue(mine[i], out var at))
                continue;
            var length = 1;
            while (i + length < mine.Length && at + length < theirs.Length && mine[i + length] == theirs[at + length])
                length++;
            if (length > bestLength)
                (bestStart, bestLength) = (i, length);
            i += length - 1;
        }

        return bestLength == 0 ? "" : Quote(text[words[bestStart].Start..words[bestStart + bestLength + 1].End]);
    }

    private static string Quote(string passage)
    {
        var flat = string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return flat.Length <= MaxLength ? flat : flat[..MaxLength] + "…";
    }
}
