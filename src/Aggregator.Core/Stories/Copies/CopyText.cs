namespace Aggregator.Stories.Copies;

/// <summary>What the index keeps of an article: the codes of its words in order, two bytes each, and whose copy it is.</summary>
internal sealed class CopyText(long id, DateTimeOffset published, ushort[] words, CopyFamily family)
{
    private int? _distinct;

    public long Id { get; } = id;

    public DateTimeOffset Published { get; } = published;

    public ushort[] Words { get; } = words;

    /// <summary>Its different word triples; counted when it is first asked for, as most texts are never compared.</summary>
    public int DistinctTriples => _distinct ??= Triples(Words).Distinct().Count();

    public CopyFamily Family { get; } = family;

    /// <summary>Hash of each run of three words.</summary>
    public static uint[] Triples(ReadOnlySpan<ushort> words)
    {
        var triples = new uint[Math.Max(0, words.Length - 2)];
        Triples(words, triples);
        return triples;
    }

    /// <inheritdoc cref="Triples(ReadOnlySpan{ushort})"/>
    /// <returns>How many there are, two less than words.</returns>
    public static int Triples(ReadOnlySpan<ushort> words, Span<uint> into)
    {
        var count = Math.Max(0, words.Length - 2);
        for (var i = 0; i < count; i++)
            into[i] = Triple(words, i);
        return count;
    }

    /// <summary>Hash of the three words from <paramref name="at"/> on.</summary>
    public static uint Triple(ReadOnlySpan<ushort> words, int at)
    {
        var x = (((ulong)CopyWords.Value(words[at]) << 32) | CopyWords.Value(words[at + 1])) * 0x9E3779B97F4A7C15ul;
        x = (x ^ (x >> 29) ^ CopyWords.Value(words[at + 2])) * 0xBF58476D1CE4E5B9ul;
        return (uint)(x >> 32);
    }
}

/// <summary>An original and its copies, as far as they are remembered.</summary>
internal sealed class CopyFamily(long original)
{
    public long Original { get; } = original;

    /// <summary>In the order of their ids.</summary>
    public List<CopyText> Members { get; } = new(1);

    public void Add(CopyText text)
    {
        var at = Members.Count;
        while (at > 0 && Members[at - 1].Id > text.Id)
            at--;
        Members.Insert(at, text);
    }
}
