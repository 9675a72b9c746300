namespace Aggregator.Stories.Clustering;

/// <summary>What two articles have in common.</summary>
/// <param name="Cosine">TF-IDF cosine of headline and lead.</param>
/// <param name="Title">IDF cosine of the headlines.</param>
/// <param name="Names">IDF cosine of the names; null where one of the two shows none, as headlines in title case do not.</param>
/// <param name="Terms">Shared terms.</param>
/// <param name="Numbers">Shared numbers.</param>
/// <param name="NumbersAtMost">Numbers of the article that has fewer.</param>
internal readonly record struct PairScore(double Cosine, double Title, double? Names, int Terms, int Numbers, int NumbersAtMost)
{
    /// <summary>Figures that make a text recognisable; below it says nothing that few are shared.</summary>
    private const int EnoughNumbers = 3;

    /// <summary>A frame fills half of a short text or more.</summary>
    private const double FrameCosine = 0.5;

    /// <summary>Shared numbers as a share of those of the article that has fewer; null where it has none.</summary>
    public double? NumberShare => NumbersAtMost == 0 ? null : (double)Numbers / NumbersAtMost;

    /// <summary>
    /// Much the same words with other figures: of one outlet this is a template filled in again (prices, results, weather), another story.
    /// </summary>
    public bool IsFrame => Cosine >= FrameCosine && NumbersAtMost >= EnoughNumbers && Numbers * 2 < NumbersAtMost;
}
