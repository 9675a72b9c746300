using System.Runtime.CompilerServices;
using Aggregator.Model;
using Aggregator.Sqlite.Queries;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite;

public sealed partial class SqliteStore
{
    public Task<Page<ArticleRow>> ListArticlesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation) =>
        page.Sort == SortOrder.Relevance
            ? RankedLists.ListAsync(_readers, filter, page, cancellation)
            : Read(session => ArticleLists.List(session, filter, page), cancellation);

    public Task<Page<StoryRow>> ListStoriesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation) =>
        Read(session => StoryLists.List(session, filter, page), cancellation);

    public Task<Page<ArticleRow>> SampleAsync(ArticleFilter filter, int size, ulong seed, CancellationToken cancellation) =>
        Read(session => Sampling.Draw(session, filter, size, seed), cancellation);

    public Task<ArticleRow?> GetArticleAsync(long id, CancellationToken cancellation) =>
        Read(session => ArticleRows.Load(session, [id], withText: true).FirstOrDefault(), cancellation);

    public Task<StoryRow?> GetStoryAsync(long id, CancellationToken cancellation) => Read(session => StoryLists.Get(session, id), cancellation);

    public Task<IReadOnlyList<RevisionRow>> GetRevisionsAsync(long articleId, CancellationToken cancellation) =>
        Read<IReadOnlyList<RevisionRow>>(session => RevisionTable.Of(session, articleId), cancellation);

    public Task<IReadOnlyList<Decision>> GetDecisionsAsync(long articleId, CancellationToken cancellation) =>
        Read<IReadOnlyList<Decision>>(session => new DecisionTable(session).Of(articleId), cancellation);

    public Task<IReadOnlyList<SightingRow>> GetSightingsAsync(long articleId, CancellationToken cancellation) =>
        Read<IReadOnlyList<SightingRow>>(session => Sightings.Of(session, articleId), cancellation);

    public Task<Timeline> GetTimelineAsync(ArticleFilter filter, TimelineRequest request, CancellationToken cancellation) =>
        Read(session => Timelines.Count(session, filter, request), cancellation);

    public Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> GetFacetsAsync(
        ArticleFilter filter, IReadOnlyList<string> facets, int limit, CancellationToken cancellation) =>
        Facets.CountAsync(_readers, filter, facets, limit, cancellation);

    public Task<TrendReport> GetTrendsAsync(ArticleFilter filter, TrendRequest request, CancellationToken cancellation) =>
        Read(session => TrendCounter.Report(session, filter, request), cancellation);

    public async IAsyncEnumerable<ArticleRow> ExportAsync(ArticleFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long? below = null;
        while (true)
        {
            var from = below;
            (var found, var rows) = await Read(
                session =>
                {
                    var ids = ArticleLists.Newest(session, filter, from, ExportBatch);
                    below = ids.Count == 0 ? from : ids[^1];
                    return (ids.Count, ArticleRows.Load(session, ids, withText: true));
                },
                cancellation);
            foreach (var row in rows)
                yield return row;
            if (found < ExportBatch)
                yield break;
        }
    }

    public Task<IReadOnlyList<ArticleRow>> ListChangesAsync(long after, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<ArticleRow>>(session => ArticleLists.Changes(session, after, limit), cancellation);

    public Task<long> GetSequenceAsync(CancellationToken cancellation) => Read(Sequence.Newest, cancellation);

    public Task<(long Sequence, DateTimeOffset? At)> GetNewestChangeAsync(ArticleFilter filter, CancellationToken cancellation) =>
        Read(session => ArticleLists.NewestChange(session, filter), cancellation);
}
