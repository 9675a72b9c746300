using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>What subscribers and analysts ask. Only assigned articles are ever seen here.</summary>
public interface IArticleQueries
{
    Task<Page<ArticleRow>> ListArticlesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>Stories with at least one article that matches, newest member first.</summary>
    Task<Page<StoryRow>> ListStoriesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// The <paramref name="size"/> matches with the smallest <see cref="SampleHash"/>, newest first: every match has the same chance, and the same
    /// seed draws the same sample from the same matches.
    /// </summary>
    Task<Page<ArticleRow>> SampleAsync(ArticleFilter filter, int size, ulong seed, CancellationToken cancellation);

    Task<ArticleRow?> GetArticleAsync(long id, CancellationToken cancellation);

    /// <summary>The story, or the one that it was merged into (its id then differs from <paramref name="id"/>).</summary>
    Task<StoryRow?> GetStoryAsync(long id, CancellationToken cancellation);

    Task<IReadOnlyList<RevisionRow>> GetRevisionsAsync(long articleId, CancellationToken cancellation);

    Task<IReadOnlyList<Decision>> GetDecisionsAsync(long articleId, CancellationToken cancellation);

    Task<IReadOnlyList<SightingRow>> GetSightingsAsync(long articleId, CancellationToken cancellation);

    Task<Timeline> GetTimelineAsync(ArticleFilter filter, TimelineRequest request, CancellationToken cancellation);

    /// <summary>Values with their counts, greatest first. Names of facets: outlet, category, topic, name, language.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> GetFacetsAsync(ArticleFilter filter, IReadOnlyList<string> facets, int limit,
        CancellationToken cancellation);

    /// <summary>All matches, newest first, streamed in constant memory.</summary>
    IAsyncEnumerable<ArticleRow> ExportAsync(ArticleFilter filter, CancellationToken cancellation);

    /// <summary>Changes after a sequence number, ascending and without gaps.</summary>
    Task<IReadOnlyList<ArticleRow>> ListChangesAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>The newest sequence number: it moves whenever anything visible changes.</summary>
    Task<long> GetSequenceAsync(CancellationToken cancellation);

    /// <summary>The newest change among the matches, cheap enough to answer a conditional request: sequence number and time.</summary>
    Task<(long Sequence, DateTimeOffset? At)> GetNewestChangeAsync(ArticleFilter filter, CancellationToken cancellation);
}

/// <summary>Which articles; the same on every list, feed, timeline, facet and export.</summary>
public sealed record ArticleFilter
{
    public static ArticleFilter All { get; } = new();

    public SearchExpression? Query { get; init; }

    /// <summary>Published at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before.</summary>
    public DateTimeOffset? To { get; init; }

    public IReadOnlyList<string> Outlets { get; init; } = [];

    public IReadOnlyList<string> NotOutlets { get; init; } = [];

    public IReadOnlyList<long> Feeds { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Leave out articles that are copies of an earlier one.</summary>
    public bool CollapseCopies { get; init; }

    public int? MinWords { get; init; }

    public long? StoryId { get; init; }

    /// <summary>Only what was visible at this sequence number.</summary>
    public long? AsOf { get; init; }
}

public enum SortOrder
{
    Published,
    Seen,
    Relevance,
}

/// <param name="Cursor">Opaque, from an earlier page with the same filter and order; a bad one throws <see cref="BadCursorException"/>.</param>
/// <param name="WithText">Load the texts too; lists of headlines are several times cheaper without.</param>
public sealed record PageRequest(SortOrder Sort = SortOrder.Published, int Limit = 50, string? Cursor = null, bool WithText = true);

/// <summary>A cursor that this service did not give out, or that belongs to another order.</summary>
public sealed class BadCursorException() : Exception("The cursor is not one that this service gave out for this order.");

/// <param name="NextCursor">Null on the last page.</param>
/// <param name="Sequence">The newest change that this page saw: as <see cref="ArticleFilter.AsOf"/> it repeats the page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, long Sequence = 0);

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
}

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

/// <param name="Title">The title before this revision replaced it; null when it did not change.</param>
/// <param name="Text">The text before; null when it did not change.</param>
/// <param name="Fields">Earlier values of other fields, by name; null when none changed.</param>
public sealed record RevisionRow(int Number, DateTimeOffset At, string? Title, string? Text, string Reason, IReadOnlyDictionary<string,
    string?>? Fields = null);

public sealed record SightingRow(long FeedId, string FeedTitle, string EntryKey, string? Link, string? Title, DateTimeOffset Seen);

public enum TimelineInterval
{
    Hour,
    Day,
    Week,
}

/// <param name="GroupBy">outlet, category, language or topic; null for none.</param>
/// <param name="Zone">The zone whose hours, days and weeks (from Monday) are counted.</param>
public sealed record TimelineRequest(TimelineInterval Interval, string? GroupBy, TimeZoneInfo Zone);

/// <summary>Counts per interval, without holes between the first and the last.</summary>
public sealed record Timeline(IReadOnlyList<TimelineBucket> Buckets);

/// <param name="Start">Start of the interval in the requested zone.</param>
/// <param name="Count">Matches.</param>
/// <param name="Total">All articles of the interval, matching or not.</param>
/// <param name="Groups">Matches by group, empty without <see cref="TimelineRequest.GroupBy"/>.</param>
public sealed record TimelineBucket(DateTimeOffset Start, int Count, int Total, IReadOnlyDictionary<string, int> Groups);

public sealed record FacetValue(string Value, int Count);
