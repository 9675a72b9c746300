using System.Buffers.Binary;
using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// The weighted words of an article: all that <see cref="StoryIndex"/> needs to put it back without its text. Immutable.
/// </summary>
public sealed class StoryVector
{
    /// <summary>Length of a vector before idf. Whole-number weights of a hundred equal terms are then 102 each: rounding costs less than 1 %.</summary>
    internal const int Unit = 1024;

    /// <summary>Bytes of a term: four of its hash, two of weight and kind.</summary>
    private const int TermBytes = 6;

    private const int KindBits = 3;
    private const ushort WeightlessMark = ushort.MaxValue;

    private StoryVector(bool weightless, HashedTerm[] terms) => (IsWeightless, Terms) = (weightless, terms);

    /// <summary>Of an article that has no weight in its story: a copy or a round-up.</summary>
    public static StoryVector Weightless { get; } = new(true, []);

    internal bool IsWeightless { get; }

    internal HashedTerm[] Terms { get; }

    /// <summary>The size in bytes of what <see cref="Write"/> writes.</summary>
    public int Size => sizeof(ushort) + (Terms.Length * TermBytes);

    /// <summary>1 + ln(count) per term (Manning, Raghavan, Schütze 2008, section 6.4.1), scaled to length <see cref="Unit"/>.</summary>
    internal static StoryVector Of(List<RawTerm> raw)
    {
        var length = Math.Sqrt(raw.Sum(t => Square(1 + Math.Log(t.Count))));
        return new StoryVector(false,
            [.. raw.DistinctBy(t => Hash(t.Text))
                .Select(t => new HashedTerm(Hash(t.Text), (ushort)Math.Round(Unit * (1 + Math.Log(t.Count)) / length), t.Kind))]);
    }

    /// <summary>The vector of an article of which it is known already whether it is a copy.</summary>
    public static StoryVector Of(ArticleText article, bool isCopy, StoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(options);
        return isCopy || Roundups.IsRoundup(article.Title) ? Weightless : Of(TermReader.Read(article, options.LeadWords));
    }

    /// <summary>Writes the vector to the start of <paramref name="to"/>; returns the bytes used.</summary>
    public int Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, IsWeightless ? WeightlessMark : (ushort)Terms.Length);
        var at = sizeof(ushort);
        foreach (var term in Terms)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(to[at..], term.Hash);
            BinaryPrimitives.WriteUInt16LittleEndian(to[(at + sizeof(uint))..], (ushort)((term.Weight << KindBits) | (int)term.Kind));
            at += TermBytes;
        }

        return at;
    }

    /// <summary>Reads what <see cref="Write"/> wrote; <paramref name="used"/> says how many bytes that was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bytes end too early.</exception>
    public static StoryVector Read(ReadOnlySpan<byte> from, out int used)
    {
        var count = BinaryPrimitives.ReadUInt16LittleEndian(from);
        if (count == WeightlessMark)
        {
            used = sizeof(ushort);
            return Weightless;
        }

        used = sizeof(ushort) + (count * TermBytes);
        var bytes = from[sizeof(ushort)..used];
        var terms = new HashedTerm[count];
        for (var i = 0; i < terms.Length; i++)
        {
            var packed = BinaryPrimitives.ReadUInt16LittleEndian(bytes[((i * TermBytes) + sizeof(uint))..]);
            terms[i] = new HashedTerm(BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * TermBytes)..]), (ushort)(packed >> KindBits),
                (TermKind)(packed & ((1 << KindBits) - 1)));
        }

        return new StoryVector(false, terms);
    }

    /// <summary>FNV-1a with a final mix; the same in every run, as it is stored.</summary>
    internal static uint Hash(string term)
    {
        var hash = 2166136261u;
        foreach (var c in term)
            hash = (hash ^ c) * 16777619u;

        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        return hash ^ (hash >> 13);
    }

    private static double Square(double x) => x * x;
}
