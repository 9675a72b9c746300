using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Pages of articles, by keyset: a page starts where the last one ended, whatever has come in since.</summary>
internal static class ArticleLists
{
    private const int MostRows = 1000;

    public static Page<ArticleRow> List(Session session, ArticleFilter filter, PageRequest page)
    {
        var match = MatchBuilder.Build(session, filter);
        return PageOf(session, Find(session, match, page.Sort, page.Cursor, Asked(page)), page, Sequence.Newest(session));
    }

    /// <param name="found">In the page's order, at least <see cref="Asked"/> where there are so many.</param>
    public static Page<ArticleRow> PageOf(Session session, List<Cursor> found, PageRequest page, long sequence)
    {
        var limit = Asked(page) - 1;
        var next = found.Count > limit ? found[limit - 1].ToString() : null;
        return new Page<ArticleRow>(ArticleRows.Load(session, [.. found.Take(limit).Select(row => row.Id)], page.WithText), next, sequence);
    }

    /// <summary>How many rows tell a page and whether there is another.</summary>
    public static int Asked(PageRequest page) => Math.Clamp(page.Limit, 1, MostRows) + 1;

    public static List<ArticleRow> Changes(Session session, long after, int limit) => ArticleRows.Load(
        session,
        session.List("SELECT id FROM articles WHERE sequence > $1 ORDER BY sequence LIMIT $2", row => row.GetInt64(0), after, Math.Clamp(limit, 1, MostRows)),
        withText: true);

    /// <summary>Ids of matches below <paramref name="below"/>, newest first.</summary>
    public static List<long> Newest(Session session, ArticleFilter filter, long? below, int limit)
    {
        var match = MatchBuilder.Build(session, filter);
        return match.Nothing ? [] : [.. ByPublished(session, match, below, limit).Select(row => row.Id)];
    }

    /// <summary>The newest change among the matches.</summary>
    public static (long Sequence, DateTimeOffset? At) NewestChange(Session session, ArticleFilter filter)
    {
        // Among the last changes of all there mostly is one that matches; else the matches are few enough to be looked through.
        const int LastChanges = 200;
        var match = MatchBuilder.Build(session, filter);
        if (match.Nothing)
            return (0, null);
        var from = match.BindFrom();
        var last = $"a.id IN (SELECT id FROM articles WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT {LastChanges})";
        foreach (var condition in (string[])[$" AND {last}", ""])
        {
            (long Sequence, long At)? found = session.First<(long, long)?>(
                $"SELECT a.sequence, a.changed {from}{condition} ORDER BY a.sequence DESC LIMIT 1",
                row => (row.GetInt64(0), row.GetInt64(1)), match.Arguments);
            if (found is { } change)
                return (change.Sequence, Columns.Time(change.At));
        }

        return (0, null);
    }

    private static List<Cursor> Find(Session session, ArticleMatch match, SortOrder sort, string? cursor, int limit) => sort switch
    {
        _ when match.Nothing => Check(cursor, sort),
        SortOrder.Seen => BySeen(session, match, Cursor.Parse(cursor, 's'), limit),
        SortOrder.Relevance when match.HasWords => RankedLists.Find(session, match, Cursor.Parse(cursor, 'r'), limit),
        _ => ByPublished(session, match, Cursor.Parse(cursor, 'p')?.Id, limit),
    };

    private static List<Cursor> Check(string? cursor, SortOrder sort)
    {
        Cursor.Parse(cursor, sort switch { SortOrder.Seen => 's', SortOrder.Relevance => 'r', _ => 'p' });
        return [];
    }

    private static List<Cursor> ByPublished(Session session, ArticleMatch match, long? below, int limit)
    {
        match.Narrow(null, below);
        var from = match.BindFrom(articles: false);
        return session.List(
            $"SELECT {match.Id} {from} ORDER BY {match.Id} DESC LIMIT {match.Argument(limit)}", row => new Cursor('p', 0, row.GetInt64(0)), match.Arguments);
    }

    private static List<Cursor> BySeen(Session session, ArticleMatch match, Cursor? after, int limit)
    {
        if (after is { } last)
            match.Require($"(a.seen, a.id) < ({match.Argument(last.Key)}, {match.Argument(last.Id)})");
        var from = match.BindFrom();
        return session.List(
            $"SELECT a.seen, a.id {from} ORDER BY a.seen DESC, a.id DESC LIMIT {match.Argument(limit)}", row =>
                new Cursor('s', row.GetInt64(0), row.GetInt64(1)), match.Arguments);
    }
}
