using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Pipeline;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>
/// Articles by relevance. Every match has to be ranked before the first one is known, so where nobody else reads two connections rank half of the ids
/// each, at the same time. Both count how frequent the words are, so that together they work more: on a million articles 1.4 times, in 0.7 of the time.
/// </summary>
internal static class RankedLists
{
    // bm25's weights for title, author, text, meta: a word in the headline says more than one in the text; the private words say nothing.
    // The share of 4 to 1 is a convention of news search, not a measurement.
    private const string Rank = "bm25(article_index, 4.0, 2.0, 1.0, 0.0)";

    // Were they drawn at random, the halves would be 44 to 56 or better in two cases of three; in order of arrival they lie more evenly.
    private const int Drawn = 64;

    public static async Task<Page<ArticleRow>> ListAsync(ReaderPool readers, ArticleFilter filter, PageRequest page, CancellationToken cancellation)
    {
        long? middle = !readers.HasRoom ? null : await readers.ReadAsync(session => Middle(session, MatchBuilder.Build(session, filter)), cancellation).ConfigureAwait(false);
        if (middle is null)
            return await WholeAsync().ConfigureAwait(false);
        Task<Half> newer = Task.Run(() => readers.ReadAsync(session => RankHalf(session, filter, page, lowest: middle, highest: null), cancellation), cancellation);
        Half older = await readers.ReadAsync(session => RankHalf(session, filter, page, lowest: null, highest: middle), cancellation).ConfigureAwait(false);
        Half other = await newer.ConfigureAwait(false);
        // Something came in between: the two counted on different states.
        if (older.Sequence != other.Sequence)
            return await WholeAsync().ConfigureAwait(false);
        List<Cursor> ranked = [.. older.Found.Concat(other.Found).OrderBy(row => RankOf(row)).ThenByDescending(row => row.Id)];
        return await readers.ReadAsync(session => ArticleLists.PageOf(session, ranked, page, older.Sequence), cancellation).ConfigureAwait(false);

        Task<Page<ArticleRow>> WholeAsync() => readers.ReadAsync(session => ArticleLists.List(session, filter, page), cancellation);
    }

    public static List<Cursor> Find(Session session, ArticleMatch match, Cursor? after, int limit)
    {
        string from = match.From(articles: false);
        string ranked = $"SELECT f.rowid AS id, {Rank} AS rank {from}";
        string rest = after is { } last
            ? $"WHERE (rank, -id) > ({match.Argument(RankOf(last))}, {match.Argument(-last.Id)})"
            : "";
        return session.List(
            $"SELECT id, rank FROM ({ranked}) {rest} ORDER BY rank, id DESC LIMIT {match.Argument(limit)}",
            row => new Cursor('r', BitConverter.DoubleToInt64Bits(row.GetDouble(1)), row.GetInt64(0)), match.Arguments);
    }

    /// <summary>An id with about as many visible articles before as behind it, among those that may match; null when there is nothing to rank.</summary>
    private static long? Middle(Session session, ArticleMatch match)
    {
        if (match.Nothing || !match.HasWords)
            return null;
        long newest = Sequence.Newest(session);
        List<long> ids = [];
        for (int i = 0; i < Drawn; i++)
        {
            if (session.Number("SELECT id FROM articles WHERE sequence >= $1 ORDER BY sequence LIMIT 1", newest * i / Drawn) is { } id
                && !(id < match.LowestId) && !(id >= match.HighestId))
                ids.Add(id);
        }

        ids.Sort();
        return ids.Count == 0 ? null : ids[ids.Count / 2];
    }

    /// <param name="highest">Exclusive.</param>
    private static Half RankHalf(Session session, ArticleFilter filter, PageRequest page, long? lowest, long? highest)
    {
        long sequence = Sequence.Newest(session);
        ArticleMatch match = MatchBuilder.Build(session, filter);
        if (!(match.LowestId > lowest))
            match.LowestId = lowest ?? match.LowestId;
        if (!(match.HighestId < highest))
            match.HighestId = highest ?? match.HighestId;
        return new Half(sequence, match.Nothing ? [] : Find(session, match, Cursor.Parse(page.Cursor, 'r'), ArticleLists.Asked(page)));
    }

    private static double RankOf(Cursor row) => BitConverter.Int64BitsToDouble(row.Key);

    private readonly record struct Half(long Sequence, List<Cursor> Found);
}
