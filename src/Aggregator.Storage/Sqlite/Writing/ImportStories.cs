using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>
/// The stories of imported articles. An export names each article's story; its lead is, as far as one can tell from there, the article that opened
/// it.
/// </summary>
internal static class ImportStories
{
    /// <summary>Makes the story of an article that is alone in it so far; false when the story was there.</summary>
    /// <param name="changed">In milliseconds.</param>
    public static bool Open(Session session, long story, long id, ArticleRow article, long sequence, long changed) => session.Execute(
        """
        INSERT OR IGNORE INTO stories (id, title, lead_id, first, last, updated, articles, outlets, sequence)
        VALUES ($1, $2, $3, $4, $4, $5, 1, 1, $6)
        """,
        story, article.Title, id, Columns.Ms(article.Published.Instant), changed, sequence) > 0;

    /// <summary>Counts a story anew that more than one article belongs to.</summary>
    public static void Refresh(Session session, long story)
    {
        session.Execute(
            """
            UPDATE stories SET (lead_id, first, last, updated, articles, outlets, sequence) =
                (SELECT coalesce(min(CASE WHEN id = $1 THEN id END), min(id)), min(published), max(published), max(changed), count(*), count(DISTINCT
                    outlet_id), max(a.sequence)
                 FROM articles a WHERE a.story_id = $1 AND a.sequence IS NOT NULL)
            WHERE id = $1 AND merged_into IS NULL
            """,
            story);
        session.Execute("UPDATE stories SET title = (SELECT title FROM article_details d WHERE d.id = lead_id) WHERE id = $1 AND merged_into IS NULL", story);
    }
}
