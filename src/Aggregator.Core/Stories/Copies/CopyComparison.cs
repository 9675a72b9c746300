namespace Aggregator.Stories.Copies;

/// <summary>Two texts compared word by word.</summary>
/// <param name="Shared">Word triples of the shorter text that the longer one has too.</param>
/// <param name="Triples">Word triples of the shorter text, each counted once.</param>
internal readonly record struct CopyComparison(int Shared, int Triples)
{
    /// <summary>Containment rather than resemblance (Broder, On the resemblance and containment of documents, 1997): a cut text is a copy however much was cut.</summary>
    public double Containment => Triples == 0 ? 0 : (double)Shared / Triples;

    public static CopyComparison Of(HashSet<uint> a, HashSet<uint> b)
    {
        var (shorter, longer) = a.Count <= b.Count ? (a, b) : (b, a);
        var shared = 0;
        foreach (var triple in shorter)
            shared += longer.Contains(triple) ? 1 : 0;
        return new CopyComparison(shared, shorter.Count);
    }
}
