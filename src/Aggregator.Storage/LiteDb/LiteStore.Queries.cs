using System.Runtime.CompilerServices;
using Aggregator.LiteDb.Queries;
using Aggregator.LiteDb.Tables;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.LiteDb;

public sealed partial class LiteStore
{
    public Task<Page<ArticleRow>> ListArticlesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation) =>
        Read(() => ArticlePages.List(_tables, filter, page, cancellation), cancellation);

    public Task<Page<StoryRow>> ListStoriesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation) =>
        Read(() => StoryPages.List(_tables, filter, page, cancellation), cancellation);

    public Task<Page<ArticleRow>> SampleAsync(ArticleFilter filter, int size, ulong seed, CancellationToken cancellation) =>
        Read(() => ArticlePages.Sample(_tables, filter, size, seed, cancellation), cancellation);

    public Task<ArticleRow?> GetArticleAsync(long id, CancellationToken cancellation) =>
        Read(() => ArticleDocuments.Load(_tables, [id], withText: true, cancellation).FirstOrDefault(), cancellation);

    public Task<StoryRow?> GetStoryAsync(long id, CancellationToken cancellation) => Read(() => StoryPages.Get(_tables, id), cancellation);

    public Task<IReadOnlyList<RevisionRow>> GetRevisionsAsync(long articleId, CancellationToken cancellation) =>
        Read<IReadOnlyList<RevisionRow>>(() => ArticleDocuments.Revisions(_tables, articleId), cancellation);

    public Task<IReadOnlyList<Decision>> GetDecisionsAsync(long articleId, CancellationToken cancellation) =>
        Read<IReadOnlyList<Decision>>(() => LiteDecisions.Read(_tables.Details.Collection.FindById(articleId)), cancellation);

    public Task<IReadOnlyList<SightingRow>> GetSightingsAsync(long articleId, CancellationToken cancellation) =>
        Read<IReadOnlyList<SightingRow>>(() => ArticleDocuments.Sightings(_tables, articleId), cancellation);

    public Task<Timeline> GetTimelineAsync(ArticleFilter filter, TimelineRequest request, CancellationToken cancellation) =>
        Read(() => MatchCounts.Timeline(_tables, filter, request, cancellation), cancellation);

    public Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> GetFacetsAsync(
        ArticleFilter filter, IReadOnlyList<string> facets, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>>(() => MatchCounts.Facets(_tables, filter, facets, limit, cancellation), cancellation);

    public Task<TrendReport> GetTrendsAsync(ArticleFilter filter, TrendRequest request, CancellationToken cancellation) =>
        Read(() => MatchCounts.Trends(_tables, filter, request, cancellation), cancellation);

    public async IAsyncEnumerable<ArticleRow> ExportAsync(ArticleFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long? below = null;
        while (true)
        {
            var from = below;
            (var found, var rows) = await Read(
                () =>
                {
                    var articles = new ArticleSearch(_tables, filter, cancellation).Newest(from, ExportBatch);
                    below = articles.Count == 0 ? from : articles[^1].Id;
                    return (articles.Count, ArticleDocuments.Load(_tables, articles.Select(article => article.Id), withText: true, cancellation));
                },
                cancellation);
            foreach (var row in rows)
                yield return row;
            if (found < ExportBatch)
                yield break;
        }
    }

    public Task<IReadOnlyList<ArticleRow>> ListChangesAsync(long after, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<ArticleRow>>(() => ArticlePages.Changes(_tables, after, limit, cancellation), cancellation);

    public Task<long> GetSequenceAsync(CancellationToken cancellation) => Read(() => _tables.CommittedCounters.Sequence, cancellation);

    public Task<(long Sequence, DateTimeOffset? At)> GetNewestChangeAsync(ArticleFilter filter, CancellationToken cancellation) =>
        Read(() => ArticlePages.NewestChange(_tables, filter, cancellation), cancellation);
}
