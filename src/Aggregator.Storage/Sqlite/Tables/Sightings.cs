using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <param name="First">The sighting that the article was born from: its feed decides what the article says.</param>
/// <param name="Title">The feed's title where it is not the article's.</param>
internal sealed record KnownSighting(long ArticleId, byte[] ContentHash, bool First, string? Title);

/// <summary>Which feed named which article, and as what.</summary>
internal static class Sightings
{
    public static KnownSighting? Find(Session session, long feedId, long key) => session.First(
        "SELECT article_id, content_hash, first, title FROM sightings WHERE feed_id = $1 AND key_hash = $2",
        row => new KnownSighting(row.GetInt64(0), row.GetBytes(1), row.Flag(2), row.TextOrNull(3)),
        feedId, key);

    /// <summary>Adds a sighting of an article that another entry named before.</summary>
    /// <param name="first">The feed is the one that brought the article.</param>
    public static void Join(Session session, PollCommit commit, IdentifiedEntry entry, long key, long articleId, bool first)
    {
        var newCategory = BringsCategory(session, commit.FeedId, articleId);
        (var url, var title) = session.First(
            "SELECT url, title FROM article_details WHERE id = $1", row => (row.TextOrNull(0), row.GetString(1)), articleId);
        var link = entry.Url == url ? null : entry.Url ?? "";
        Insert(session, commit, entry, key, articleId, first, link, entry.Title == title ? null : entry.Title);
        session.Execute("UPDATE article_details SET sightings = sightings + 1 WHERE id = $1", articleId);
        DecisionTable.Append(session, articleId, entry.Identity);
        session.Execute("UPDATE articles SET shared = 1 WHERE id = $1 AND shared = 0", articleId);
        // Whoever asks for that category sees the article from now on, so the change must have its number.
        if (newCategory && session.Number("SELECT sequence FROM articles WHERE id = $1", articleId) is not null)
        {
            var time = Sequence.Time(session, commit.Now);
            session.Execute("UPDATE articles SET sequence = $2, changed = $3 WHERE id = $1", articleId, Sequence.Next(session), time);
        }
    }

    /// <summary>The sighting that an article is born from: link and title are the article's own.</summary>
    public static void InsertFirst(Session session, PollCommit commit, IdentifiedEntry entry, long key, long articleId) =>
        Insert(session, commit, entry, key, articleId, first: true, link: null, title: null);

    private static void Insert(
        Session session, PollCommit commit, IdentifiedEntry entry, long key, long articleId, bool first, string? link, string? title) => session.Execute(
        "INSERT INTO sightings (feed_id, key_hash, article_id, content_hash, seen, first, entry_key, link, title) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        commit.FeedId, key, articleId, Keys.Content(entry.ContentHash), Columns.Ms(commit.Now), first, entry.EntryKey == entry.Url
            ? null
            : entry.EntryKey, link, title);

    /// <summary>Writes down titles that were left out because they equalled the article's, before that changes.</summary>
    public static void KeepTitles(Session session, long articleId, string title) =>
        session.Execute("UPDATE sightings SET title = $2 WHERE article_id = $1 AND title IS NULL", articleId, title);

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

    private static bool BringsCategory(Session session, long feedId, long articleId) => session.Number(
        """
        SELECT EXISTS (SELECT 1 FROM sightings s JOIN feeds f ON f.id = s.feed_id
                       WHERE s.article_id = $2 AND f.category = (SELECT category FROM feeds WHERE id = $1))
        """,
        feedId, articleId) == 0;
}
