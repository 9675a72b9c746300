using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Stories by their newest matching member. Walks the matches newest first and takes each story where it first shows.</summary>
internal static class StoryLists
{
    private const int MostRows = 1000;

    public static Page<StoryRow> List(Session session, ArticleFilter filter, PageRequest page)
    {
        var limit = Math.Clamp(page.Limit, 1, MostRows);
        var start = Cursor.Parse(page.Cursor, 't')?.Id;
        List<(long Story, long Member)> found = [];
        HashSet<long> seen = [];
        for (var below = start; found.Count <= limit;)
        {
            var batch = Math.Max(64, 2 * limit);
            var members = ArticleLists.Newest(session, filter, below, batch);
            foreach ((var member, var story) in StoriesOf(session, members))
            {
                if (found.Count <= limit && seen.Add(story) && !ShownBefore(session, filter, story, start))
                    found.Add((story, member));
            }

            if (members.Count < batch)
                break;
            below = members[^1];
        }

        var next = found.Count > limit ? new Cursor('t', 0, found[limit - 1].Member).ToString() : null;
        return new Page<StoryRow>(Load(session, [.. found.Take(limit).Select(story => story.Story)], page.WithText), next, Sequence.Newest(session));
    }

    public static StoryRow? Get(Session session, long id) => Load(session, [StoryTable.Resolve(session, id)], withText: true).FirstOrDefault();

    // A member newer than the cursor stood on an earlier page, if the filter lets it through.
    private static bool ShownBefore(Session session, ArticleFilter filter, long story, long? start)
    {
        if (start is not { } first
            || session.Number("SELECT max(id) FROM articles WHERE story_id = $1 AND sequence IS NOT NULL", story) is not { } newest
            || newest < first)
        {
            return false;
        }

        var match = MatchBuilder.Build(session, filter with { StoryId = story });
        match.LowestId = Math.Max(match.LowestId ?? 0, first);
        return !match.Nothing && session.Number($"SELECT 1 {match.BindFrom()} LIMIT 1", match.Arguments) is not null;
    }

    private static List<(long Member, long Story)> StoriesOf(Session session, List<long> members) => session.List(
        "SELECT a.id, a.story_id FROM json_each($1) j JOIN articles a ON a.id = j.value ORDER BY a.id DESC",
        row => (row.GetInt64(0), row.GetInt64(1)), "[" + Columns.Numbers(members) + "]");

    private static List<StoryRow> Load(Session session, List<long> ids, bool withText)
    {
        var json = "[" + Columns.Numbers(ids) + "]";
        List<(long Story, long Id)> members = session.List(
            """
            SELECT a.story_id, a.id FROM json_each($1) j CROSS JOIN articles a ON a.story_id = j.value
            WHERE a.story_id IS NOT NULL AND a.sequence IS NOT NULL ORDER BY a.id
            """,
            row => (row.GetInt64(0), row.GetInt64(1)), json);
        var articles = ArticleRows.Load(session, [.. members.Select(member => member.Id)], withText).ToLookup(article => article.StoryId);
        var stories = session.List(
            "SELECT s.id, s.title, s.lead_id, s.first, s.last, s.updated, s.articles, s.outlets, s.sequence FROM json_each($1) j JOIN stories s ON "
                + "s.id = j.value",
            row => Read(row, articles), json).ToDictionary(story => story.Id);
        return [.. ids.Select(stories.GetValueOrDefault).OfType<StoryRow>()];
    }

    private static StoryRow Read(Row row, ILookup<long, ArticleRow> articles) => new()
    {
        Id = row.GetInt64(0),
        Title = row.GetString(1),
        LeadArticleId = row.GetInt64(2),
        First = row.TimeAt(3),
        Last = row.TimeAt(4),
        Updated = row.TimeAt(5),
        ArticleCount = row.GetInt32(6),
        OutletCount = row.GetInt32(7),
        Sequence = row.GetInt64(8),
        Articles = [.. articles[row.GetInt64(0)]],
    };
}
