using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <param name="LeadId">Whom the engine would have lead the story; counts where it has no lead.</param>
/// <param name="News">A new outlet or a changed text: the story's <c>updated</c> moves.</param>
/// <param name="Time">As <see cref="Sequence.Time"/> gave it.</param>
internal sealed record StoryJoin(long StoryId, long LeadId, Assignable Article, IReadOnlyList<long> Merged, bool News, long Time);

/// <summary>The stories' own rows: opened, joined, retitled, merged.</summary>
internal static class StoryTable
{
    /// <summary>Where a story went when it was merged, else itself.</summary>
    public static long Resolve(Session session, long id) => session.Number("SELECT merged_into FROM stories WHERE id = $1", id) ?? id;

    /// <summary>The id was given to a story once, whether it still stands or redirects.</summary>
    public static bool Exists(Session session, long id) => session.Number("SELECT 1 FROM stories WHERE id = $1", id) is not null;

    /// <summary>The visible articles of a story, oldest first.</summary>
    public static List<long> Members(Session session, long story) =>
        session.List("SELECT id FROM articles WHERE story_id = $1 AND sequence IS NOT NULL ORDER BY id", row => row.GetInt64(0), story);

    public static void Join(Session session, StoryJoin join)
    {
        var news = join.News;
        foreach (var merged in join.Merged)
        {
            if (merged == join.StoryId || ApartTable.AreApart(session, Resolve(session, merged), join.StoryId))
                continue;
            Merge(session, merged, join.StoryId, join.Time);
            news = true;
        }

        if (join.Article.StoryId is { } left && left != join.StoryId)
            Refresh(session, left);
        if (session.Number("SELECT 1 FROM stories WHERE id = $1", join.StoryId) is null)
        {
            session.Execute(
                "INSERT INTO stories (id, title, lead_id, first, last, updated, articles, outlets, sequence) VALUES ($1, '', $2, 0, 0, $3, 0, 0, 0)",
                join.StoryId, join.LeadId, join.Time);
        }

        session.Execute(
            """
            UPDATE stories SET lead_id = $2, title = coalesce((SELECT title FROM article_details WHERE id = $2), $3), updated = CASE WHEN $4 THEN $5 ELSE
                updated END
            WHERE id = $1
            """,
            join.StoryId, Lead(session, join), join.Article.Title, news, join.Time);
        Refresh(session, join.StoryId);
    }

    // Title and link of a story are its lead's, and readers show an entry whose title or link changes as a new one: a lead stays until it is taken out.
    private static long Lead(Session session, StoryJoin join) =>
        session.Number("SELECT s.lead_id FROM stories s JOIN articles a ON a.id = s.lead_id AND a.story_id = s.id WHERE s.id = $1", join.StoryId)
        ?? session.Number("SELECT id FROM articles WHERE id = $1 AND story_id = $2", join.LeadId, join.StoryId)
        ?? join.Article.Id;

    /// <summary>Moves all articles of one story to another and leaves a redirect.</summary>
    /// <param name="time">As <see cref="Sequence.Time"/> gave it.</param>
    public static void Merge(Session session, long from, long into, long time)
    {
        foreach (var id in session.List("SELECT id FROM articles WHERE story_id = $1 AND sequence IS NOT NULL", row => row.GetInt64(0), from))
            session.Execute("UPDATE articles SET story_id = $2, sequence = $3, changed = $4 WHERE id = $1", id, into, Sequence.Next(session), time);
        session.Execute("UPDATE stories SET merged_into = $2, articles = 0, outlets = 0, sequence = $3 WHERE id = $1", from, into, Sequence.Newest(session));
        session.Execute("UPDATE stories SET merged_into = $2 WHERE merged_into = $1", from, into);
        ApartTable.Merge(session, from, into);
    }

    /// <summary>Where the lead has left the story, its oldest article that is no copy leads.</summary>
    public static void Retitle(Session session, long story)
    {
        var lead = session.Number("SELECT lead_id FROM stories WHERE id = $1", story);
        lead = session.Number("SELECT id FROM articles WHERE story_id = $1 AND sequence IS NOT NULL ORDER BY id = $2 DESC, copy_of IS NOT NULL, id LIMIT 1",
            story, lead);
        session.Execute("UPDATE stories SET lead_id = $2, title = coalesce((SELECT title FROM article_details WHERE id = $2), title) WHERE id = $1", story,
            lead);
    }

    // Counted anew each time: a story has tens of articles, and what is counted cannot drift.
    public static void Refresh(Session session, long story) => session.Execute(
        """
        UPDATE stories SET (first, last, articles, outlets, sequence) =
            (SELECT coalesce(min(published), first), coalesce(max(published), last), count(*), count(DISTINCT outlet_id), coalesce(max(a.sequence),
                stories.sequence)
             FROM articles a WHERE a.story_id = $1 AND a.sequence IS NOT NULL)
        WHERE id = $1
        """,
        story);
}
