using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>The kept pages: as many of the newest as the budget holds.</summary>
internal static class PageTable
{
    public static void Keep(Session session, long article, KeptPage page)
    {
        if (page.Packet.Length > page.Budget)
            return;
        Drop(session, "article_id = $1", article);
        session.Execute("INSERT INTO raw_pages (article_id, fetched, packet) VALUES ($1, $2, $3)", article, Columns.Ms(page.Fetched), page.Packet);
        Count(session, page.Packet.Length);
        while (Bytes(session) > page.Budget)
            Drop(session, "place = (SELECT min(place) FROM raw_pages)");
    }

    public static (long Pages, long Bytes) Size(Session session) => (session.Number("SELECT count(*) FROM raw_pages") ?? 0, Bytes(session));

    public static List<KeptArticle> List(Session session, long after, DateTimeOffset since, int limit)
    {
        List<(long Place, long Id, DateTimeOffset Fetched, byte[] Packet)> pages = session.List(
            """
            SELECT p.place, p.article_id, p.fetched, p.packet FROM raw_pages p JOIN articles a ON a.id = p.article_id
            WHERE p.place > $1 AND p.fetched >= $2 AND a.sequence IS NOT NULL ORDER BY p.place LIMIT $3
            """,
            row => (row.GetInt64(0), row.GetInt64(1), row.TimeAt(2), row.GetBytes(3)), after, Columns.Ms(since), limit);
        var articles = ArticleRows.Load(session, [.. pages.Select(page => page.Id)], withText: true).ToDictionary(article => article.Id);
        List<KeptArticle> kept = [];
        foreach ((var place, var id, var fetched, var packet) in pages)
        {
            RevisionRow[] byFeed = [.. RevisionTable.Of(session, id).Where(revision => revision.At >= fetched && Reviser.IsOfFeed(revision))];
            kept.Add(new KeptArticle(place, fetched, packet, articles[id], Array.Exists(byFeed, revision => revision.Title is not null),
                Array.Exists(byFeed, revision => revision.Text is not null)));
        }

        return kept;
    }

    private static void Drop(Session session, string which, params ReadOnlySpan<object?> arguments)
    {
        foreach (var bytes in session.List($"DELETE FROM raw_pages WHERE {which} RETURNING length(packet)", row => row.GetInt64(0), arguments))
            Count(session, -bytes);
    }

    private static void Count(Session session, long bytes) => session.Execute("UPDATE counters SET value = value + $1 WHERE name = 'page_bytes'", bytes);

    private static long Bytes(Session session) => session.Number("SELECT value FROM counters WHERE name = 'page_bytes'") ?? 0;
}
