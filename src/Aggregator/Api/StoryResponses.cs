using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>A story: the articles of all outlets on one event.</summary>
internal sealed record StoryResponse
{
    /// <summary>A 64-bit number as text; that of the article that opened the story.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The article that opened the story, or leads it since that was taken out: it gives the story its title.</summary>
    public required string LeadArticleId { get; init; }

    /// <summary>Publication of the earliest article.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>Publication of the latest article.</summary>
    public required DateTimeOffset Last { get; init; }

    /// <summary>When an outlet last joined or a text last changed: our clock.</summary>
    public required DateTimeOffset Updated { get; init; }

    public required int ArticleCount { get; init; }

    public required int OutletCount { get; init; }

    /// <summary>All articles, oldest first, without texts unless text=full asks for them.</summary>
    public required IReadOnlyList<ArticleResponse> Articles { get; init; }

    public required long Sequence { get; init; }

    public static StoryResponse From(StoryRow row) => new()
    {
        Id = ArticleResponse.Text64(row.Id),
        Title = row.Title,
        LeadArticleId = ArticleResponse.Text64(row.LeadArticleId),
        First = row.First.ToUniversalTime(),
        Last = row.Last.ToUniversalTime(),
        Updated = row.Updated.ToUniversalTime(),
        ArticleCount = row.ArticleCount,
        OutletCount = row.OutletCount,
        Articles = [.. row.Articles.Select(ArticleResponse.From)],
        Sequence = row.Sequence,
    };
}
