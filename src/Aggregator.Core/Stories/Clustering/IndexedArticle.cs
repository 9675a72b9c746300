namespace Aggregator.Stories.Clustering;

/// <summary>What is kept of an article while it is in the window: about 1.2 KB at 100 terms, and as much again in the postings.</summary>
internal sealed class IndexedArticle
{
    public required long Id { get; init; }

    /// <summary>Empty where unknown.</summary>
    public required string Outlet { get; init; }

    public required DateTimeOffset Published { get; init; }

    public required Term[] Terms { get; init; }

    /// <summary>A copy follows its original and has no weight of its own.</summary>
    public required bool IsCopy { get; init; }

    public StoryCluster? Story { get; set; }

    public bool Gone { get; set; }
}
