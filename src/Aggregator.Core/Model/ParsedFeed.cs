namespace Aggregator.Model;

/// <summary>The dialect that a feed document was written in.</summary>
public enum FeedFormat
{
    Rss090,
    Rss091,
    Rss092,
    Rss10,
    Rss20,
    Atom03,
    Atom10,
    JsonFeed10,
    JsonFeed11,
}

/// <summary>Which reader yielded the result.</summary>
public enum FeedReadPath
{
    /// <summary>The document was well-formed and read in one streaming pass.</summary>
    Strict,

    /// <summary>The strict reader failed and the tolerant one took over.</summary>
    Repaired,
}

/// <summary>Something wrong with a document that was read nevertheless.</summary>
/// <param name="Code">A short, stable name, such as <c>undeclared-entity</c> or <c>cut-off</c>.</param>
/// <param name="Detail">What was met and where, in words.</param>
public sealed record FeedProblem(string Code, string Detail);

/// <summary>The outcome of reading a document that was said to be a feed.</summary>
public abstract record FeedParseResult
{
    private FeedParseResult()
    {
    }

    /// <summary>A feed, possibly after repair.</summary>
    public sealed record Parsed(ParsedFeed Feed) : FeedParseResult;

    /// <summary>Not a feed at all: a web page, an image, an empty document, damaged beyond reading.</summary>
    /// <param name="Reason">Why, in words for the person who subscribed to it.</param>
    public sealed record NotAFeed(string Reason) : FeedParseResult;
}

/// <summary>A feed document in the one neutral form that all dialects are read into.</summary>
public sealed record ParsedFeed
{
    public required FeedFormat Format { get; init; }

    public FeedReadPath Path { get; init; }

    /// <summary>Atom's id of the feed, as written; null where the feed has none.</summary>
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The program that wrote the feed, with its address where that is given.</summary>
    public string? Generator { get; init; }

    /// <summary>The web page that the feed belongs to, absolute where that could be worked out.</summary>
    public string? Link { get; init; }

    /// <summary>Description or subtitle; may hold HTML.</summary>
    public string? Description { get; init; }

    /// <summary>BCP 47 tag as written.</summary>
    public string? Language { get; init; }

    public ClaimedDate? Updated { get; init; }

    /// <summary>The feed's own address, from <c>rel=self</c> or <c>feed_url</c>.</summary>
    public string? Self { get; init; }

    /// <summary>WebSub hubs, from <c>rel=hub</c> or <c>hubs</c>.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>The next page (RFC 5005 <c>rel=next</c>, JSON Feed <c>next_url</c>).</summary>
    public string? Next { get; init; }

    public PublisherHints Hints { get; init; } = PublisherHints.None;

    /// <summary>The publisher says that this feed is finished (JSON Feed <c>expired</c>, RFC 5005 <c>fh:complete</c> is not this).</summary>
    public bool Expired { get; init; }

    /// <summary>The address that the document says the feed has moved to (<c>itunes:new-feed-url</c>), absolute where that could be worked out.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The entries in document order, at most the limit of <see cref="FeedContext.MaxEntries"/>.</summary>
    public IReadOnlyList<ParsedEntry> Entries { get; init; } = [];

    /// <summary>More entries stood in the document than were kept.</summary>
    public bool Truncated { get; init; }

    public IReadOnlyList<FeedProblem> Problems { get; init; } = [];
}

/// <summary>What a publisher says of how often to come; hints that may only lengthen an interval.</summary>
/// <param name="Ttl">RSS <c>ttl</c>.</param>
/// <param name="UpdateInterval">RSS 1.0 syndication module: period divided by frequency.</param>
/// <param name="SkipHours">Hours of the day, GMT, 0–23, in which not to come.</param>
/// <param name="SkipDays">Days of the week, GMT, on which not to come.</param>
public sealed record PublisherHints(TimeSpan? Ttl, TimeSpan? UpdateInterval, IReadOnlyList<int> SkipHours, IReadOnlyList<DayOfWeek> SkipDays)
{
    public static PublisherHints None { get; } = new(null, null, [], []);
}

/// <summary>One item of a feed document, as the document has it.</summary>
public sealed record ParsedEntry
{
    /// <summary>guid, atom:id, rdf:about or JSON id, as written (never resolved against a base).</summary>
    public string? Id { get; init; }

    /// <summary>Plain or HTML text as the document gave it, white space trimmed.</summary>
    public string? Title { get; init; }

    /// <summary>The article's page, absolute where that could be worked out.</summary>
    public string? Link { get; init; }

    public ClaimedDate? Published { get; init; }

    public ClaimedDate? Updated { get; init; }

    /// <summary>Short text; may hold HTML.</summary>
    public string? Summary { get; init; }

    /// <summary>The full text where the feed has one; may hold HTML.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>A picture for the entry (media:thumbnail, JSON image), absolute.</summary>
    public string? Image { get; init; }

    /// <summary>BCP 47 tag, the entry's own or inherited from the feed.</summary>
    public string? Language { get; init; }

    /// <summary>The page of comments (RSS <c>comments</c>, <c>thr:replies</c>).</summary>
    public string? Comments { get; init; }

    /// <summary>The feed that this entry was taken from, in aggregated feeds (RSS <c>source</c>, <c>atom:source</c>).</summary>
    public string? SourceTitle { get; init; }

    /// <summary>
    /// The base that the document states (<c>xml:base</c>) for addresses inside <see cref="Summary"/> and <see cref="Content"/>; null where it states none.
    /// </summary>
    public string? ContentBase { get; init; }
}

/// <summary>A file that goes with an entry.</summary>
/// <param name="Url">Absolute where that could be worked out.</param>
/// <param name="Type">Media type as written.</param>
/// <param name="Length">Bytes as the feed says, or null when absent or no number.</param>
public sealed record Enclosure(string Url, string? Type, long? Length);

/// <summary>What a reader of a feed document may know beside its bytes.</summary>
/// <param name="Url">The address that the document came from; relative links resolve against it after <c>xml:base</c>.</param>
/// <param name="ContentType">The <c>Content-Type</c> header as sent, for its charset.</param>
/// <param name="ContentLocation">The <c>Content-Location</c> header: a base that comes before <paramref name="Url"/> where both are of one origin.</param>
/// <param name="MaxEntries">How many entries to keep at most: the newest by date when the document has more.</param>
public sealed record FeedContext(Uri? Url = null, string? ContentType = null, string? ContentLocation = null, int MaxEntries = 1000);
