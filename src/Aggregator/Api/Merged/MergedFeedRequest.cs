using System.Security.Cryptography;
using System.Text;
using Aggregator.Api.Query;
using Aggregator.Stores;

namespace Aggregator.Api.Merged;

internal enum MergedFormat
{
    Atom,
    Rss,
    Json,
}

/// <summary>Which merged feed: everything that its bytes depend on beside the data.</summary>
internal sealed record MergedFeedRequest
{
    public required MergedFormat Format { get; init; }

    public required ArticleFilter Filter { get; init; }

    public required PageRequest Page { get; init; }

    /// <summary>One entry per story; else one per article.</summary>
    public required bool ByStory { get; init; }

    /// <summary>Full texts; else summaries.</summary>
    public required bool Full { get; init; }

    /// <summary>Name of a saved query, or what the query asks for.</summary>
    public required string Title { get; init; }

    /// <summary>Names the feed for good, whatever its format and page.</summary>
    public required string FeedId { get; init; }

    /// <summary>Address of this service without a trailing slash.</summary>
    public required string Base { get; init; }

    public required string SelfUrl { get; init; }

    /// <summary>The page that shows the same.</summary>
    public required string HomeUrl { get; init; }

    /// <summary>Null on the first page.</summary>
    public string? FirstUrl { get; init; }

    /// <summary>Makes the address of another page from its cursor.</summary>
    public required Func<string, string> PageUrl { get; init; }

    /// <summary>When the start or end of a window that moves with the clock last moved; null for one that does not.</summary>
    public DateTimeOffset? WindowMoved { get; init; }

    /// <summary>The month that this is the archive of; null for the feed itself.</summary>
    public ArchiveMonth? Archive { get; init; }

    /// <summary>The month is over for good.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Makes the address of a month's archive with the same filter.</summary>
    public required Func<ArchiveMonth, string> ArchiveUrl { get; init; }

    /// <summary>The address of the feed itself.</summary>
    public required string CurrentUrl { get; init; }

    /// <summary>
    /// Key in the cache and, hashed, part of the ETag. The start of a moving window is part of it, so the ETag changes when entries fall out.
    /// </summary>
    public string Key => $"{Format} {SelfUrl} {Filter.From?.ToUnixTimeSeconds()} {Filter.To?.ToUnixTimeSeconds()}";

    /// <summary>48 bits are plenty to tell the feeds of one service apart.</summary>
    public string KeyHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 6));

    public static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        .. Query.Parameters.Filter,
        new("group", "story gives one entry per story with the list of its outlets, article one per article.", Default: "story", Allowed: ["story", "article"]),
        new("content", "full gives the whole text, summary the first lines.", Default: "full", Allowed: ["full", "summary"]),
        Query.Parameters.Limit(50, 200, "entries"),
        Query.Parameters.Cursor,
    ];
}
