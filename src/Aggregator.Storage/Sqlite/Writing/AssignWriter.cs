using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>Makes articles visible: story, copy, tags, decisions, full-text index and sequence number, all at once.</summary>
internal sealed class AssignWriter(Dictionaries dictionaries, HandedOutTexts texts)
{
    private const long QuarterHour = 15 * 60 * 1000;

    /// <returns>How many articles are visible now.</returns>
    public int Commit(Session session, IReadOnlyList<AssignCommit> commits, DateTimeOffset now)
    {
        List<IndexEntry> index = new(commits.Count);
        long? time = null;
        foreach (var commit in commits)
        {
            if (Load(session, commit.ArticleId) is { } article)
                index.Add(Assign(session, commit, article, time ??= Sequence.Time(session, now)));
        }

        ArticleIndex.Write(session, index);
        return index.Count;
    }

    private IndexEntry Assign(Session session, AssignCommit commit, Assignable article, long time)
    {
        var again = article.Sequence is not null;
        // A changed article stays where it is, and that may be elsewhere since it was handed out: a person may have moved it.
        var story = commit.Changed && article.StoryId is { } own ? own : StoryTable.Resolve(session, commit.StoryId);
        var newOutlet = session.Number(
            "SELECT EXISTS (SELECT 1 FROM articles WHERE story_id = $1 AND outlet_id = $2 AND id <> $3)", story, article.OutletId, article.Id) == 0;
        var tags = WriteTags(session, commit, again);
        session.Execute(
            """
            UPDATE articles SET story_id = $2, copy_of = $3, copy_score = $4, sequence = $5, first_sequence = coalesce(first_sequence, $5), changed = $6,
                tags = $7
            WHERE id = $1
            """,
            article.Id, story, commit.CopyOf, commit.CopyScore, Sequence.Next(session), time, TagList.Pack(tags));
        DecisionTable.Replace(session, article.Id, commit.Decisions, again);
        if (!again)
        {
            session.Execute(
                "INSERT INTO quarters (quarter, articles) VALUES ($1, 1) ON CONFLICT (quarter) DO UPDATE SET articles = articles + 1",
                (long)Math.Floor(article.Published / (double)QuarterHour));
        }

        if (commit.Memory is { } memory)
            MemoryTable.Write(session, memory);
        session.Execute("DELETE FROM unassigned WHERE article_id = $1", article.Id);
        StoryTable.Join(session, new StoryJoin(story, commit.StoryLead, article, commit.MergedStories, newOutlet || again, time));
        return new IndexEntry(article, tags, commit.CopyOf is not null, again);
    }

    private long[] WriteTags(Session session, AssignCommit commit, bool again)
    {
        if (again)
            session.Execute("DELETE FROM article_tags WHERE article_id = $1", commit.ArticleId);
        var ids = new long[commit.Tags.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            var tag = commit.Tags[i];
            ids[i] = dictionaries.Tag(session, tag.Kind, tag.Name);
            session.Execute("INSERT OR REPLACE INTO article_tags (article_id, tag_id, count) VALUES ($1, $2, $3)", commit.ArticleId, ids[i], tag.Count);
        }

        return ids;
    }

    private Assignable? Load(Session session, long id) => session.First(
        """
        SELECT a.id, a.outlet_id, o.domain, a.language_id, a.published, a.story_id, a.sequence, d.title, d.authors, b.body
        FROM articles a
        JOIN article_details d ON d.id = a.id
        JOIN outlets o ON o.id = a.outlet_id
        LEFT JOIN article_bodies b ON b.id = a.id
        WHERE a.id = $1
        """,
        Read, id);

    private Assignable Read(Row row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.NumberOrNull(3), row.GetInt64(4), row.NumberOrNull(5), row.NumberOrNull(6), row.GetString(7),
        Columns.List(row.TextOrNull(8)), texts.Of(row.GetInt64(0), row.Span(9)));
}
