using Aggregator.LiteDb.Tables;
using Aggregator.Stores;

namespace Aggregator.LiteDb.Queries;

/// <summary>Pages of articles, by keyset: a page starts where the last one ended, whatever has come in since.</summary>
internal static class ArticlePages
{
    private const int MostRows = 1000;

    public static Page<ArticleRow> List(LiteTables tables, ArticleFilter filter, PageRequest page, CancellationToken cancellation)
    {
        var limit = Math.Clamp(page.Limit, 1, MostRows);
        // One more tells whether there is another page.
        var found = Find(tables, new ArticleSearch(tables, filter, cancellation), page.Sort, page.Cursor, limit + 1);
        var next = found.Count > limit ? found[limit - 1].ToString() : null;
        return new Page<ArticleRow>(
            ArticleDocuments.Load(tables, found.Take(limit).Select(row => row.Id), page.WithText, cancellation), next, tables.CommittedCounters.Sequence);
    }

    public static Page<ArticleRow> Sample(LiteTables tables, ArticleFilter filter, int size, ulong seed, CancellationToken cancellation)
    {
        var ids = new ArticleSearch(tables, filter, cancellation).All()
            .Select(article => article.Id)
            .Order(Comparer<long>.Create((a, b) => SampleHash.Of(a, seed).CompareTo(SampleHash.Of(b, seed))))
            .Take(size)
            .OrderDescending();
        return new Page<ArticleRow>(ArticleDocuments.Load(tables, ids, withText: true, cancellation), null, tables.CommittedCounters.Sequence);
    }

    public static List<ArticleRow> Changes(LiteTables tables, long after, int limit, CancellationToken cancellation) => ArticleDocuments.Load(
        tables, tables.Committed.ChangedAfter(after).Take(Math.Clamp(limit, 1, MostRows)).Select(article => article.Id), withText: true, cancellation);

    /// <summary>The newest change among the matches.</summary>
    public static (long Sequence, DateTimeOffset? At) NewestChange(LiteTables tables, ArticleFilter filter, CancellationToken cancellation)
    {
        NarrowArticle? newest = null;
        ArticleSearch search = new(tables, filter, cancellation);
        if (search is { Words: null, Nothing: false })
            newest = tables.Committed.LastChanged().FirstOrDefault(search.Holds);
        else
            search.Each(article => newest = newest is null || article.Sequence > newest.Sequence ? article : newest);

        return newest is null ? (0, null) : (newest.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(newest.Changed));
    }

    private static List<Cursor> Find(LiteTables tables, ArticleSearch search, SortOrder sort, string? cursor, int limit) => sort switch
    {
        SortOrder.Seen => BySeen(search, Cursor.Parse(cursor, 's'), limit),
        SortOrder.Relevance when search.Words is not null || search.Nothing => Ranking.Find(tables, search, Cursor.Parse(cursor, 'r'), limit),
        _ => [.. search.Newest(Cursor.Parse(cursor, 'p')?.Id, limit).Select(article => new Cursor('p', 0, article.Id))],
    };

    private static List<Cursor> BySeen(ArticleSearch search, Cursor? after, int limit)
    {
        IEnumerable<NarrowArticle> matches = search.All();
        if (after is { } last)
            matches = matches.Where(article => (article.Seen, article.Id).CompareTo((last.Key, last.Id)) < 0);
        return [.. matches.OrderByDescending(article => article.Seen)
            .ThenByDescending(article => article.Id)
            .Take(limit)
            .Select(article => new Cursor('s', article.Seen, article.Id))];
    }
}
