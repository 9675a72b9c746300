namespace Aggregator.Stories.Copies;

/// <summary>Two texts compared word by word.</summary>
/// <param name="Shared">Different word triples that both have.</param>
/// <param name="Triples">Different word triples of the text that has fewer.</param>
internal readonly record struct CopyComparison(int Shared, int Triples)
{
    /// <summary>
    /// Containment rather than resemblance (Broder, On the resemblance and containment of documents, 1997): a cut text is a copy however much was
    /// cut.
    /// </summary>
    public double Containment => Triples == 0 ? 0 : (double)Shared / Triples;
}
