namespace Aggregator.Stories.Copies;

/// <summary>
/// Tells a copy from another filling of the same template (earnings, weather, registrations, live-blog shells): an editor who reprints a text
/// changes words around the numbers and names, a template keeps the words and changes those.
/// </summary>
/// <param name="Agree">Numbers and names of one text that stand in the same surroundings in the other.</param>
/// <param name="Differ">Surroundings that both texts have, with other numbers or names in them.</param>
internal readonly record struct FactCheck(int Agree, int Differ)
{
    /// <summary>Facts that stand in no common surroundings count neither way: they belong to what was cut or added.</summary>
    public bool IsTemplate => Differ > Agree;

    public static FactCheck Of(ushort[] a, ushort[] b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var slots = new Dictionary<ulong, List<uint>>();
        foreach (var (_, surroundings, fact) in Slots(longer))
        {
            if (!slots.TryGetValue(surroundings, out var facts))
                slots[surroundings] = facts = [];
            facts.Add(fact);
        }

        var agrees = new Dictionary<int, bool>();
        foreach (var (place, surroundings, fact) in Slots(shorter))
        {
            if (slots.TryGetValue(surroundings, out var facts))
                agrees[place] = agrees.GetValueOrDefault(place) || facts.Contains(fact);
        }

        var agree = agrees.Values.Count(v => v);
        return new FactCheck(agree, agrees.Count - agree);
    }

    /// <summary>Each fact twice: with the two plain words before it and with the two after it.</summary>
    private static IEnumerable<(int Place, ulong Surroundings, uint Fact)> Slots(ushort[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!CopyWords.IsFact(words[i]))
                continue;
            if (Surroundings(words, i, -1) is { } before)
                yield return (i, before, CopyWords.Value(words[i]));
            if (Surroundings(words, i, 1) is { } after)
                yield return (i, after, CopyWords.Value(words[i]));
        }
    }

    /// <summary>The next two words that are no facts themselves; null at the edge of the text.</summary>
    private static ulong? Surroundings(ushort[] words, int from, int step)
    {
        var hash = step < 0 ? 1ul : 2ul;
        var found = 0;
        for (var i = from + step; i >= 0 && i < words.Length; i += step)
        {
            if (CopyWords.IsFact(words[i]))
                continue;
            hash = (hash * 0x9E3779B97F4A7C15ul) ^ CopyWords.Value(words[i]);
            if (++found == 2)
                return hash;
        }

        return null;
    }
}
