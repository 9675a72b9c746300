namespace Aggregator.Stories.Copies;

/// <summary>Finds the passage to quote as evidence.</summary>
internal static class Passage
{
    /// <summary>A reader sees by then that it is the same text.</summary>
    private const int MaxLength = 240;

    /// <summary>The longest run of words in <paramref name="text"/> that <paramref name="other"/> has too, white space flattened, at most 240 characters.</summary>
    public static string Longest(string text, List<CopyWord> words, uint[] other)
    {
        var positions = new Dictionary<uint, List<int>>();
        var triples = CopyText.Triples(other);
        for (var i = 0; i < triples.Length; i++)
        {
            if (!positions.TryGetValue(triples[i], out var list))
                positions[triples[i]] = list = [];
            list.Add(i);
        }

        var (bestStart, bestLength) = (0, 0);
        var mine = CopyText.Triples(words.Select(w => w.Code).ToArray());
        var runs = new Dictionary<int, int>();
        for (var i = 0; i < mine.Length; i++)
        {
            var next = new Dictionary<int, int>();
            foreach (var at in positions.GetValueOrDefault(mine[i]) ?? [])
            {
                var length = next[at + 1] = runs.GetValueOrDefault(at) + 1;
                if (length > bestLength)
                    (bestStart, bestLength) = (i - length + 1, length);
            }

            runs = next;
        }

        if (bestLength == 0)
            return "";
        var passage = text[words[bestStart].Start..words[bestStart + bestLength + 1].End];
        passage = string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return passage.Length <= MaxLength ? passage : passage[..MaxLength] + "…";
    }
}
