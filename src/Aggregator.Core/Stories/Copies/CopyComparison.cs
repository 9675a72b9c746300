namespace Aggregator.Stories.Copies;

/// <summary>Two texts compared word by word.</summary>
/// <param name="Shared">Triples of the shorter text that the longer one has.</param>
/// <param name="Triples">Triples of the shorter text.</param>
/// <param name="FactsAgree">Numbers and names of the shorter text that stand in the same surroundings in the longer one.</param>
/// <param name="FactsDiffer">Surroundings that both have, with other numbers or names in them.</param>
internal readonly record struct CopyComparison(int Shared, int Triples, int FactsAgree, int FactsDiffer)
{
    public double Containment => Triples == 0 ? 0 : (double)Shared / Triples;

    /// <summary>
    /// The same frame with other facts in it is a template (earnings, weather, registrations), not a copy: an editor who reprints a text changes
    /// words around the facts, never most of the facts.
    /// </summary>
    public bool IsTemplate => FactsDiffer > FactsAgree;

    public static CopyComparison Of(uint[] a, uint[] b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var mine = CopyText.Triples(shorter).ToHashSet();
        var theirs = CopyText.Triples(longer).ToHashSet();
        var (agree, differ) = Facts(shorter, longer);
        return new CopyComparison(mine.Count(theirs.Contains), mine.Count, agree, differ);
    }

    private static (int Agree, int Differ) Facts(uint[] shorter, uint[] longer)
    {
        var slots = new Dictionary<ulong, List<uint>>();
        foreach (var (surroundings, fact) in Slots(longer))
        {
            if (!slots.TryGetValue(surroundings, out var facts))
                slots[surroundings] = facts = [];
            facts.Add(fact);
        }

        var verdicts = new Dictionary<int, bool>();
        var position = 0;
        foreach (var (surroundings, fact) in Slots(shorter))
        {
            // two surroundings a fact: before it and after it
            var index = position++ / 2;
            if (slots.TryGetValue(surroundings, out var facts))
                verdicts[index] = verdicts.GetValueOrDefault(index) || facts.Contains(fact);
        }

        return (verdicts.Values.Count(v => v), verdicts.Values.Count(v => !v));
    }

    /// <summary>For each fact the two plain words before it and the two after it, facts between skipped.</summary>
    private static IEnumerable<(ulong Surroundings, uint Fact)> Slots(uint[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!CopyWords.IsFact(words[i]))
                continue;
            yield return (Plain(words, i, -1), CopyWords.Value(words[i]));
            yield return (Plain(words, i, 1), CopyWords.Value(words[i]));
        }
    }

    private static ulong Plain(uint[] words, int from, int step)
    {
        ulong surroundings = step < 0 ? 1ul : 2ul;
        var found = 0;
        for (var i = from + step; i >= 0 && i < words.Length && found < 2; i += step)
        {
            if (CopyWords.IsFact(words[i]))
                continue;
            surroundings = (surroundings * 0x9E3779B97F4A7C15ul) ^ CopyWords.Value(words[i]);
            found++;
        }

        return found == 2 ? surroundings : ulong.MaxValue - (ulong)from;
    }
}
