using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>What subscribers and analysts ask. Only assigned articles are ever seen here.</summary>
public interface IArticleQueries
{
    /// <summary>A page of articles in the order asked for, newest or best first; at most 1,000, whatever the limit says.</summary>
    /// <exception cref="BadCursorException">The cursor was not given out for this order.</exception>
    Task<Page<ArticleRow>> ListArticlesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>Stories with at least one article that matches, newest member first; each with all its articles, matching or not.</summary>
    /// <exception cref="BadCursorException">The cursor was not given out for stories.</exception>
    Task<Page<StoryRow>> ListStoriesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation);

    /// <summary>
    /// The <paramref name="size"/> matches with the smallest <see cref="SampleHash"/>, newest first: every match has the same chance, and the same
    /// seed draws the same sample from the same matches.
    /// </summary>
    Task<Page<ArticleRow>> SampleAsync(ArticleFilter filter, int size, ulong seed, CancellationToken cancellation);

    /// <summary>The article with its texts; null when there is none.</summary>
    Task<ArticleRow?> GetArticleAsync(long id, CancellationToken cancellation);

    /// <summary>The story, or the one that it was merged into (its id then differs from <paramref name="id"/>); null when there is none.</summary>
    Task<StoryRow?> GetStoryAsync(long id, CancellationToken cancellation);

    /// <summary>What an article said before, oldest first.</summary>
    Task<IReadOnlyList<RevisionRow>> GetRevisionsAsync(long articleId, CancellationToken cancellation);

    /// <summary>Why an article is the one it is and stands where it stands, in the order of the decisions.</summary>
    Task<IReadOnlyList<Decision>> GetDecisionsAsync(long articleId, CancellationToken cancellation);

    /// <summary>Which feeds named an article, first sighting first.</summary>
    Task<IReadOnlyList<SightingRow>> GetSightingsAsync(long articleId, CancellationToken cancellation);

    /// <summary>Counts of matches per hour, day or week, from the filter's bounds where it has them, else from the first match to the last.</summary>
    Task<Timeline> GetTimelineAsync(ArticleFilter filter, TimelineRequest request, CancellationToken cancellation);

    /// <summary>Values with their counts, largest count first, at most <paramref name="limit"/> a facet.</summary>
    /// <param name="facets">Of outlet, category, topic, name and language; another name throws <see cref="ArgumentOutOfRangeException"/>.</param>
    Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> GetFacetsAsync(ArticleFilter filter, IReadOnlyList<string> facets, int limit,
        CancellationToken cancellation);

    /// <summary>
    /// Names, topics and stories whose share of a window of time stands out from their share of the time before it, most first (<see cref="Trends.Surprise"/>).
    /// </summary>
    Task<TrendReport> GetTrendsAsync(ArticleFilter filter, TrendRequest request, CancellationToken cancellation);

    /// <summary>All matches with their texts, newest first, streamed in constant memory.</summary>
    IAsyncEnumerable<ArticleRow> ExportAsync(ArticleFilter filter, CancellationToken cancellation);

    /// <summary>Articles that changed after a sequence number, in the order of their numbers and without gaps; at most 1,000.</summary>
    Task<IReadOnlyList<ArticleRow>> ListChangesAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>The newest sequence number, 0 for an empty store: it moves whenever anything visible changes.</summary>
    Task<long> GetSequenceAsync(CancellationToken cancellation);

    /// <summary>The newest change among the matches, cheap enough to answer a conditional request: its number and time; 0 and null without a match.</summary>
    Task<(long Sequence, DateTimeOffset? At)> GetNewestChangeAsync(ArticleFilter filter, CancellationToken cancellation);
}
