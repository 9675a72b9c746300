namespace Aggregator.Stories.Clustering;

/// <summary>What is kept of an article while it is in the window: about 1 KB at 100 terms, and half as much again in the postings.</summary>
internal sealed class IndexedArticle
{
    public required long Id { get; init; }

    /// <summary>Empty where unknown.</summary>
    public required string Outlet { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>Ordered by number.</summary>
    public required Term[] Terms { get; init; }

    /// <summary>
    /// Counts for nothing in its story: a copy, which follows its original, or a round-up, which touches many stories and would chain them.
    /// It has no terms.
    /// </summary>
    public required bool Weightless { get; init; }

    /// <summary>A small number of its own while it is in the window, for tables by article; -1 outside.</summary>
    public int Slot { get; set; } = -1;

    public StoryCluster? Story { get; set; }
}
