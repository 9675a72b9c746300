namespace Aggregator.Stores;

/// <summary>What the indexes of copies and stories need of an article, packed.</summary>
/// <param name="Version">Of the algorithm that made it.</param>
public sealed record NewsMemoryRow(long ArticleId, int Version, byte[] Memory);

/// <summary>An assigned article, for rebuilding the indexes.</summary>
public sealed record AssignedArticle
{
    public required long Id { get; init; }

    /// <summary>Registrable domain.</summary>
    public required string Outlet { get; init; }

    public required DateTimeOffset Published { get; init; }

    public required long StoryId { get; init; }

    public long? CopyOf { get; init; }

    /// <summary>As it was stored; null when there is none of the version asked for.</summary>
    public byte[]? Memory { get; init; }

    /// <summary>Empty, as are the other parts of the text, unless <see cref="Memory"/> is null.</summary>
    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Language { get; init; }
}
