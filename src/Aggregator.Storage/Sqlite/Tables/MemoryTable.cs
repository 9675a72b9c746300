using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>The memories of recent articles, from which the indexes of copies and stories are rebuilt.</summary>
internal static class MemoryTable
{
    public static void Write(Session session, NewsMemoryRow row) => session.Execute(
        "INSERT OR REPLACE INTO article_memories (article_id, version, memory) VALUES ($1, $2, $3)", row.ArticleId, row.Version, row.Memory);

    /// <summary>The memories before an id, which is as good as a time.</summary>
    public static int DeleteBefore(Session session, long id) => session.Execute("DELETE FROM article_memories WHERE article_id < $1", id);

    /// <summary>Assigned articles after an id. The text is read only where there is no memory of this version.</summary>
    public static List<AssignedArticle> AssignedAfter(Session session, long after, long since, int version, int limit) => session.List(
        """
        SELECT a.id, o.domain, a.published, a.story_id, a.copy_of, m.memory,
               CASE WHEN m.memory IS NULL THEN (SELECT title FROM article_details WHERE id = a.id) END,
               CASE WHEN m.memory IS NULL THEN (SELECT body FROM article_bodies WHERE id = a.id) END,
               CASE WHEN m.memory IS NULL THEN (SELECT tag FROM languages WHERE id = a.language_id) END
        FROM articles a
        JOIN outlets o ON o.id = a.outlet_id
        LEFT JOIN article_memories m ON m.article_id = a.id AND m.version = $3
        WHERE a.id > $1 AND a.sequence IS NOT NULL AND a.published >= $2
        ORDER BY a.id LIMIT $4
        """,
        row => new AssignedArticle
        {
            Id = row.GetInt64(0),
            Outlet = row.GetString(1),
            Published = row.TimeAt(2),
            StoryId = row.GetInt64(3),
            CopyOf = row.NumberOrNull(4),
            Memory = row.BytesOrNull(5),
            Title = row.TextOrNull(6) ?? "",
            Text = TextCodec.UnpackText(row.Span(7)),
            Language = row.TextOrNull(8),
        },
        after, since, version, limit);
}
