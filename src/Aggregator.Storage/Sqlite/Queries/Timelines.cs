using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Counts of matches per hour, day or week.</summary>
internal static class Timelines
{
    private const long QuarterHour = QuarterHours.Milliseconds;

    public static Timeline Count(Session session, ArticleFilter filter, TimelineRequest request)
    {
        var match = MatchBuilder.Build(session, filter);
        Dictionary<long, int> matches = [];
        Dictionary<(long Quarter, string Group), int> groups = [];
        if (!match.Nothing && request.GroupBy is null)
            CountQuarters(session, match, matches);
        else if (!match.Nothing)
            CountGroups(session, match, request.GroupBy!, matches, groups);
        return TimelineAssembly.Of(filter, request, matches, groups, (from, to) => Totals(session, filter.AsOf, from, to));
    }

    private static void CountQuarters(Session session, ArticleMatch match, Dictionary<long, int> matches)
    {
        const int SecondsPerQuarter = (int)(QuarterHour / 1000);
        var from = match.BindFrom(articles: false);
        // Ids mostly come in order, so that one quarter's count is kept at hand.
        (long Quarter, int Count) run = (long.MinValue, 0);
        session.Each(
            $"SELECT {match.Id} {from}",
            row =>
            {
                var quarter = row.GetInt64(0) / ArticleIds.PlacesPerSecond / SecondsPerQuarter;
                if (quarter == run.Quarter)
                {
                    run.Count++;
                    return;
                }

                matches[run.Quarter] = matches.GetValueOrDefault(run.Quarter) + run.Count;
                run = (quarter, 1);
            },
            match.Arguments);
        matches[run.Quarter] = matches.GetValueOrDefault(run.Quarter) + run.Count;
        matches.Remove(long.MinValue);
    }

    private static void CountGroups(
        Session session, ArticleMatch match, string groupBy, Dictionary<long, int> matches, Dictionary<(long, string), int> groups)
    {
        var from = match.BindFrom();
        (var column, var joins) = groupBy switch
        {
            "outlet" => ("(SELECT domain FROM outlets WHERE id = m.outlet_id)", ""),
            "language" => ("coalesce((SELECT tag FROM languages WHERE id = m.language_id), 'und')", ""),
            "topic" => ("t.name", "JOIN article_tags x ON x.article_id = m.id JOIN tags t ON t.id = x.tag_id AND t.kind = 'topic'"),
            "category" =>
                ("f.category", "JOIN (SELECT DISTINCT s.article_id, f.category FROM sightings s JOIN feeds f ON f.id = s.feed_id) f ON f.article_id = m.id"),
            _ => throw new ArgumentOutOfRangeException(nameof(groupBy), groupBy, "Group by outlet, category, language or topic."),
        };
        var matched = $"SELECT a.id, a.published / {QuarterHour} AS quarter, a.outlet_id, a.language_id {from}";
        session.Each(
            $"WITH m AS MATERIALIZED ({matched}) SELECT m.quarter, {column} AS name, count(*) FROM m {joins} GROUP BY 1, 2",
            row => groups[(row.GetInt64(0), row.GetString(1))] = row.GetInt32(2), match.Arguments);
        session.Each(
            $"WITH m AS ({matched}) SELECT quarter, count(*) FROM m GROUP BY 1", row => matches[row.GetInt64(0)] = row.GetInt32(1), match.Arguments);
    }

    /// <summary>All articles from one millisecond to before another, by quarter: whole quarters are counted already.</summary>
    private static List<(long Quarter, int Count)> Totals(Session session, long? asOf, long from, long to)
    {
        var (first, end) = ((from + QuarterHour - 1) / QuarterHour, to / QuarterHour);
        if (asOf is not null || first >= end)
            return CountPublished(session, asOf, from, to);
        return
        [
            .. CountPublished(session, null, from, first * QuarterHour),
            .. session.List(
                "SELECT quarter, articles FROM quarters WHERE quarter >= $1 AND quarter < $2", row => (row.GetInt64(0), row.GetInt32(1)), first, end),
            .. CountPublished(session, null, end * QuarterHour, to),
        ];
    }

    private static List<(long Quarter, int Count)> CountPublished(Session session, long? asOf, long from, long to) => from >= to ? [] : session.List(
        $"""
        SELECT a.published / {QuarterHour}, count(*) FROM articles a
        WHERE a.id >= $1 AND a.id < $2 AND a.published >= $3 AND a.published < $4 AND a.first_sequence <= $5 GROUP BY 1
        """,
        row => (row.GetInt64(0), row.GetInt32(1)),
        ArticleIds.Floor(from), ArticleIds.Floor(to) + ((ArticleIds.MostSlip + 1) * ArticleIds.PlacesPerSecond), from, to, asOf ?? long.MaxValue);
}
