using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>Which feed named which article, and as what.</summary>
internal sealed class Sightings(Session session) : ISightingTable
{
    public static List<SightingRow> Of(Session session, long articleId) => session.List(
        """
        SELECT s.feed_id, f.title, s.entry_key, s.link, d.url, s.title, d.title, s.seen
        FROM sightings s JOIN feeds f ON f.id = s.feed_id JOIN article_details d ON d.id = s.article_id
        WHERE s.article_id = $1 ORDER BY s.seen, s.first DESC, s.feed_id
        """,
        row =>
        {
            var link = row.IsNull(3) ? row.TextOrNull(4) : row.GetString(3) is { Length: > 0 } own ? own : null;
            return new SightingRow(row.GetInt64(0), row.GetString(1), row.TextOrNull(2) ?? link ?? "", link, row.TextOrNull(5) ?? row.TextOrNull(6),
                row.TimeAt(7));
        },
        articleId);

    public KnownSighting? Find(long feedId, long key) => session.First(
        "SELECT article_id, content_hash, first, title FROM sightings WHERE feed_id = $1 AND key_hash = $2",
        row => new KnownSighting(row.GetInt64(0), row.GetBytes(1), row.Flag(2), row.TextOrNull(3)),
        feedId, key);

    public List<NamingFeed> Naming(long articleId) => session.List(
        "SELECT s.feed_id, s.first, coalesce(s.entry_key, s.link, d.url), f.url "
            + "FROM sightings s JOIN feeds f ON f.id = s.feed_id JOIN article_details d ON d.id = s.article_id "
            + "WHERE s.article_id = $1 ORDER BY s.seen DESC",
        row => new NamingFeed(row.GetInt64(0), row.Flag(1), row.TextOrNull(2), row.GetString(3)),
        articleId);

    public bool Leads(long articleId, long feedId, DateTimeOffset time) => session.Number(
        "SELECT 1 FROM sightings WHERE article_id = $1 AND feed_id = $2 AND first = 1 AND seen < $3", articleId, feedId, Columns.Ms(time)) is not null;

    public bool HasCategoryOf(long articleId, long feedId) => session.Number(
        """
        SELECT EXISTS (SELECT 1 FROM sightings s JOIN feeds f ON f.id = s.feed_id
                       WHERE s.article_id = $2 AND f.category = (SELECT category FROM feeds WHERE id = $1))
        """,
        feedId, articleId) == 1;

    public void Insert(NewSighting s) => session.Execute(
        "INSERT INTO sightings (feed_id, key_hash, article_id, content_hash, seen, first, entry_key, link, title) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        s.FeedId, s.Key, s.ArticleId, s.ContentHash, s.Seen, s.First, s.EntryKey, s.Link, s.Title);

    public void SetContent(long feedId, long key, byte[] contentHash, string? title) => session.Execute(
        "UPDATE sightings SET content_hash = $3, title = $4 WHERE feed_id = $1 AND key_hash = $2", feedId, key, contentHash, title);

    public void KeepTitles(long articleId, string title) =>
        session.Execute("UPDATE sightings SET title = $2 WHERE article_id = $1 AND title IS NULL", articleId, title);

    public void KeepLinks(long articleId, string link) =>
        session.Execute("UPDATE sightings SET link = $2 WHERE article_id = $1 AND link IS NULL", articleId, link);

    public void LeaveLinkOut(long feedId, long key) =>
        session.Execute("UPDATE sightings SET link = NULL WHERE feed_id = $1 AND key_hash = $2", feedId, key);

    public void Hand(long articleId, long other) => session.Execute(
        """
        UPDATE sightings SET first = 0, article_id = $2,
            title = coalesce(title, (SELECT title FROM article_details WHERE id = $1)),
            link = coalesce(link, (SELECT url FROM article_details WHERE id = $1))
        WHERE article_id = $1
        """,
        articleId, other);

    public void Copy(long fromFeed, long toFeed)
    {
        const string theirs = """
            SELECT article_id FROM sightings AS s WHERE feed_id = $1
                AND NOT EXISTS (SELECT 1 FROM sightings AS t WHERE t.feed_id = $2 AND t.key_hash = s.key_hash)
            """;
        session.Execute($"UPDATE article_details SET sightings = sightings + 1 WHERE id IN ({theirs})", fromFeed, toFeed);
        session.Execute($"UPDATE articles SET shared = 1 WHERE shared = 0 AND id IN ({theirs})", fromFeed, toFeed);
        session.Execute(
            """
            INSERT OR IGNORE INTO sightings (feed_id, key_hash, article_id, content_hash, seen, first, entry_key, link, title)
            SELECT $2, key_hash, article_id, content_hash, seen, 0, entry_key, link, title FROM sightings WHERE feed_id = $1
            """,
            fromFeed, toFeed);
    }
}
