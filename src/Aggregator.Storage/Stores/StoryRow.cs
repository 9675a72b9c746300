namespace Aggregator.Stores;

/// <summary>A story as it is served.</summary>
public sealed record StoryRow
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required long LeadArticleId { get; init; }

    public required DateTimeOffset First { get; init; }

    public required DateTimeOffset Last { get; init; }

    /// <summary>When a new outlet or a changed text last joined.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required int ArticleCount { get; init; }

    public required int OutletCount { get; init; }

    public required long Sequence { get; init; }

    /// <summary>All its articles, oldest first; the texts only when the page asked for them.</summary>
    public IReadOnlyList<ArticleRow> Articles { get; init; } = [];
}
