using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>The stories' own rows, and which stories must not become one.</summary>
internal sealed class StoryTable(Session session) : IStoryTable
{
    /// <summary>Where a story went when it was merged, else itself.</summary>
    public static long Resolve(Session session, long id) => session.Number("SELECT merged_into FROM stories WHERE id = $1", id) ?? id;

    public long Resolve(long id) => Resolve(session, id);

    public bool Exists(long id) => session.Number("SELECT 1 FROM stories WHERE id = $1", id) is not null;

    public List<long> Members(long story) =>
        session.List("SELECT id FROM articles WHERE story_id = $1 AND sequence IS NOT NULL ORDER BY id", row => row.GetInt64(0), story);

    public bool HasOutlet(long story, long outlet, long except) => session.Number(
        "SELECT EXISTS (SELECT 1 FROM articles WHERE story_id = $1 AND outlet_id = $2 AND id <> $3)", story, outlet, except) == 1;

    public bool HasMember(long story, long article) =>
        session.Number("SELECT id FROM articles WHERE id = $1 AND story_id = $2", article, story) is not null;

    public long? PresentLead(long story) =>
        session.Number("SELECT s.lead_id FROM stories s JOIN articles a ON a.id = s.lead_id AND a.story_id = s.id WHERE s.id = $1", story);

    public void Open(long story, long lead, long time) => session.Execute(
        """
        INSERT INTO stories (id, title, lead_id, first, last, updated, articles, outlets, sequence) VALUES ($1, '', $2, 0, 0, $3, 0, 0, 0)
        ON CONFLICT (id) DO UPDATE SET merged_into = NULL, updated = $3
        """,
        story, lead, time);

    public void SetLead(long story, long lead, string title, long? updated) => session.Execute(
        """
        UPDATE stories SET lead_id = $2, title = coalesce((SELECT title FROM article_details WHERE id = $2), $3), updated = coalesce($4, updated) WHERE id = $1
        """,
        story, lead, title, updated);

    public void SetUpdated(long story, long time) => session.Execute("UPDATE stories SET updated = $2 WHERE id = $1", story, time);

    public void Retitle(long story)
    {
        var lead = session.Number("SELECT lead_id FROM stories WHERE id = $1", story);
        lead = session.Number("SELECT id FROM articles WHERE story_id = $1 AND sequence IS NOT NULL ORDER BY id = $2 DESC, copy_of IS NOT NULL, id LIMIT 1",
            story, lead);
        session.Execute("UPDATE stories SET lead_id = $2, title = coalesce((SELECT title FROM article_details WHERE id = $2), title) WHERE id = $1", story,
            lead);
    }

    public void Move(long article, long story, long sequence, long changed) => session.Execute(
        "UPDATE articles SET story_id = $2, sequence = $3, changed = $4 WHERE id = $1", article, story, sequence, changed);

    public void Redirect(long from, long into, long sequence)
    {
        session.Execute("UPDATE stories SET merged_into = $2, articles = 0, outlets = 0, sequence = $3 WHERE id = $1", from, into, sequence);
        session.Execute("UPDATE stories SET merged_into = $2 WHERE merged_into = $1", from, into);
    }

    public long? ApartBy(long a, long b) => session.Number("SELECT correction_id FROM stories_apart WHERE story_id = $1 AND other_id = $2", a, b);

    public void Separate(long a, long b, long correction) => session.Execute(
        "INSERT OR IGNORE INTO stories_apart (story_id, other_id, correction_id) VALUES ($1, $2, $3), ($2, $1, $3)", a, b, correction);

    public List<(long Other, long Correction)> ApartFrom(long story) => session.List(
        "SELECT other_id, correction_id FROM stories_apart WHERE story_id = $1", row => (row.GetInt64(0), row.GetInt64(1)), story);

    public void Unseparate(long story) => session.Execute("DELETE FROM stories_apart WHERE story_id = $1 OR other_id = $1", story);

    public bool OpenImported(long story, long id, ArticleRow article, long sequence, long changed) => session.Execute(
        """
        INSERT OR IGNORE INTO stories (id, title, lead_id, first, last, updated, articles, outlets, sequence)
        VALUES ($1, $2, $3, $4, $4, $5, 1, 1, $6)
        """,
        story, article.Title, id, Columns.Ms(article.Published.Instant), changed, sequence) > 0;

    public void RefreshImported(long story)
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

    // Counted anew each time: a story has tens of articles, and what is counted cannot drift.
    public void Refresh(long story) => session.Execute(
        """
        UPDATE stories SET (first, last, articles, outlets, sequence) =
            (SELECT coalesce(min(published), first), coalesce(max(published), last), count(*), count(DISTINCT outlet_id), coalesce(max(a.sequence),
                stories.sequence)
             FROM articles a WHERE a.story_id = $1 AND a.sequence IS NOT NULL)
        WHERE id = $1
        """,
        story);
}
