using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>An article whose page is to be read.</summary>
public sealed record UnreadArticle
{
    public required long Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string FeedText { get; init; }

    public string FeedHtml { get; init; } = "";

    /// <summary>The feed gave its text as the article's own, in a content element, and not as a summary.</summary>
    public bool IsContent { get; init; }

    public required ClaimedDate Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Language { get; init; }

    public string? Image { get; init; }

    public string? Summary { get; init; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; init; }
}
