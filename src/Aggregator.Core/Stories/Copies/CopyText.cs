namespace Aggregator.Stories.Copies;

/// <summary>What the index keeps of an article: the codes of its words in order, four bytes each, and whose copy it is.</summary>
internal sealed class CopyText(long id, DateTimeOffset published, uint[] words, CopyFamily family)
{
    /// <summary>Enough of any article to know its copies by; what is longer is a transcript or a law.</summary>
    public const int MaxWords = 3000;

    public long Id { get; } = id;

    public DateTimeOffset Published { get; } = published;

    public uint[] Words { get; } = words;

    public CopyFamily Family { get; } = family;

    /// <summary>Hash of each run of three words.</summary>
    public static uint[] Triples(ReadOnlySpan<uint> words)
    {
        var triples = new uint[Math.Max(0, words.Length - 2)];
        for (var i = 0; i < triples.Length; i++)
            triples[i] = Mix(CopyWords.Value(words[i]), CopyWords.Value(words[i + 1]), CopyWords.Value(words[i + 2]));
        return triples;
    }

    private static uint Mix(uint a, uint b, uint c)
    {
        var x = (((ulong)a << 32) | b) * 0x9E3779B97F4A7C15ul;
        x = (x ^ (x >> 29) ^ c) * 0xBF58476D1CE4E5B9ul;
        return (uint)(x >> 32);
    }
}

/// <summary>An original and its copies, as far as they are remembered.</summary>
internal sealed class CopyFamily(long original)
{
    public long Original { get; } = original;

    public List<CopyText> Members { get; } = [];
}
