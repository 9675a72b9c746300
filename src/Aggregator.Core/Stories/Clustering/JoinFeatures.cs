namespace Aggregator.Stories.Clustering;

/// <summary>What speaks for and against an article belonging to a story; the inputs of <see cref="JoinModel"/>.</summary>
internal readonly record struct JoinFeatures
{
    /// <summary>Cosine to the sum of the story's articles.</summary>
    public double Centroid { get; init; }

    /// <summary>Cosine to the nearest of its articles.</summary>
    public double Nearest { get; init; }

    /// <summary>Highest headline cosine; for the reader of the evidence only, as it did not help the decision.</summary>
    public double Title { get; init; }

    /// <summary>Highest cosine of names; null where no pair could be compared.</summary>
    public double? Names { get; init; }

    /// <summary>Of article and nearest article, the share of the numbers of the one with fewer that the other has too; null where one has none.</summary>
    public double? Numbers { get; init; }

    /// <summary>Mean cosine of two of the story's articles; null where they are too few, see <see cref="Clustering.Cohesion"/>.</summary>
    public double? Cohesion { get; init; }

    /// <summary>Most terms shared with one article.</summary>
    public int Shared { get; init; }

    /// <summary>Days between the article and the span from the story's first to its last article; 0 inside it.</summary>
    public double Days { get; init; }

    /// <summary>Articles of the same outlet in the story.</summary>
    public int SameOutlet { get; init; }

    /// <summary>Articles in the story, weightless ones not counted.</summary>
    public int Size { get; init; }

    /// <summary>Different terms in the article: about 8 in a bare headline, 80 to 100 with a full lead.</summary>
    public int Terms { get; init; }
}
