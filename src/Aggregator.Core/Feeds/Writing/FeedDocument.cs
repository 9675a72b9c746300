using Aggregator.Model;

namespace Aggregator.Feeds.Writing;

/// <summary>A feed to be written, in the one neutral form that every dialect is made from.</summary>
public sealed record FeedDocument
{
    /// <summary>Permanent and the same in every format; see <see cref="TagUri"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>The web page that shows the same, absolute.</summary>
    public required string HomeUrl { get; init; }

    /// <summary>The address that this very document is served at, absolute.</summary>
    public required string SelfUrl { get; init; }

    /// <summary>The first page of the feed (RFC 5005); null when this is the only one.</summary>
    public string? FirstUrl { get; init; }

    /// <summary>The page with older entries (RFC 5005); null on the last.</summary>
    public string? NextUrl { get; init; }

    /// <summary>The archive with the entries before these (RFC 5005 section 4); null where there are none.</summary>
    public string? PreviousArchiveUrl { get; init; }

    /// <summary>Of an archive: the feed that it belongs to. Null for a feed that is no archive.</summary>
    public string? CurrentUrl { get; init; }

    /// <summary>The newest change among the entries; never the time of writing, so that the same content gives the same bytes.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>BCP 47, when all entries share one.</summary>
    public string? Language { get; init; }

    /// <summary>Who stands in where an entry names no author.</summary>
    public required string Author { get; init; }

    public required string Generator { get; init; }

    public IReadOnlyList<FeedItem> Items { get; init; } = [];
}

/// <summary>One entry of a feed that is to be written.</summary>
public sealed record FeedItem
{
    /// <summary>Permanent, globally unique, never given to anything else, the same in every format.</summary>
    public required string Id { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The page at its outlet, absolute; null when there is none.</summary>
    public string? Url { get; init; }

    /// <summary>Never moves once it was served.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Moves only with a change that a reader would want to see.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Names; never empty (the outlet stands in).</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Plain text.</summary>
    public string? Summary { get; init; }

    /// <summary>Sanitised HTML with absolute addresses.</summary>
    public string? ContentHtml { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>A picture, absolute.</summary>
    public string? Image { get; init; }

    /// <summary>The files that go with the entry, addresses absolute.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    public FeedSource? Source { get; init; }

    /// <summary>All articles of a story, for readers of JSON; empty for a single article.</summary>
    public IReadOnlyList<FeedMember> Members { get; init; } = [];
}

/// <summary>The feed that an entry was taken from, as it describes itself (RFC 4287 section 4.2.11): what it does not say is null.</summary>
/// <param name="Id">The id that the feed gives itself.</param>
/// <param name="Title">Plain text.</param>
/// <param name="HomeUrl">The feed's web page, absolute.</param>
/// <param name="FeedUrl">The feed's own address, absolute.</param>
public sealed record FeedSource(string? Id, string? Title, string? HomeUrl, string? FeedUrl);

/// <summary>One article of a story.</summary>
public sealed record FeedMember(string Id, string Title, string? Url, string Outlet, DateTimeOffset Published);
