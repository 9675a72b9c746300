using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>An article as it is served.</summary>
public sealed record ArticleRow
{
    public required long Id { get; init; }

    public string? Url { get; init; }

    public required string Title { get; init; }

    public required string Outlet { get; init; }

    public string? OutletName { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public required ClaimedDate Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>When it last changed here.</summary>
    public required DateTimeOffset Changed { get; init; }

    public string? Language { get; init; }

    public string? Summary { get; init; }

    /// <summary>Empty when the page asked for none.</summary>
    public string Text { get; init; } = "";

    public string ContentHtml { get; init; } = "";

    public string? Image { get; init; }

    /// <summary>The files that the feed which brought the article gives with it, in its order.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    public string? Section { get; init; }

    public int WordCount { get; init; }

    public ReadFate ReadFate { get; init; }

    public string? ReadReason { get; init; }

    public ExtractionRung Rung { get; init; }

    public double Confidence { get; init; }

    public bool Paywalled { get; init; }

    public bool LiveBlog { get; init; }

    public required long StoryId { get; init; }

    public long? CopyOf { get; init; }

    public double? CopyScore { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The topics with how often the text names them.</summary>
    public IReadOnlyList<Tag> TopicTags { get; init; } = [];

    /// <summary>People, companies and places.</summary>
    public IReadOnlyList<Tag> Names { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public int Sightings { get; init; }

    public int Revisions { get; init; }

    public required long Sequence { get; init; }

    public ArticleSource Source { get; init; } = ArticleSource.Unknown;
}

/// <summary>What the feed that brought an article first says of itself; null what it does not say.</summary>
/// <param name="Id">The id that it gives itself.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Link">The web page that it belongs to.</param>
public sealed record ArticleSource(string? Id, string? Title, string? Link)
{
    public static ArticleSource Unknown { get; } = new(null, null, null);
}
