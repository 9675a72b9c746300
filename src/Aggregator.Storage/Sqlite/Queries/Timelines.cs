using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Counts of matches per hour, day or week.</summary>
internal static class Timelines
{
    private const long QuarterHour = 15 * 60 * 1000;

    // Eleven years of hours. A longer span is cut to where there are matches.
    private const int MostBuckets = 100_000;

    public static Timeline Count(Session session, ArticleFilter filter, TimelineRequest request)
    {
        var match = MatchBuilder.Build(session, filter);
        Dictionary<long, int> matches = [];
        Dictionary<(long Quarter, string Group), int> groups = [];
        if (!match.Nothing && request.GroupBy is null)
            CountQuarters(session, match, matches);
        else if (!match.Nothing)
            CountGroups(session, match, request.GroupBy!, matches, groups);
        return Assemble(session, filter, new ZoneCalendar(request.Zone, request.Interval), matches, groups);
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

    private static Timeline Assemble(
        Session session, ArticleFilter filter, ZoneCalendar calendar, Dictionary<long, int> matches, Dictionary<(long Quarter, string Group), int> groups)
    {
        if (Span(filter, calendar, matches) is not { } span)
            return new Timeline([]);
        Dictionary<DateTimeOffset, Bucket> buckets = [];
        List<Bucket> ordered = [];
        for (var start = span.First; start <= span.Last; start = calendar.Next(start))
        {
            Bucket bucket = new(start);
            ordered.Add(bucket);
            buckets.Add(start, bucket);
        }

        Bucket? Of(long quarter) => buckets.GetValueOrDefault(calendar.Floor(Columns.Time(quarter * QuarterHour)));
        foreach ((var quarter, var count) in matches)
            Of(quarter)?.Count += count;
        foreach (((var quarter, var group), var count) in groups)
        {
            if (Of(quarter) is { } bucket)
                bucket.Groups[group] = bucket.Groups.GetValueOrDefault(group) + count;
        }

        // What a bound cuts off is in no count, so it is in no total.
        var from = Math.Max(Columns.Ms(span.First), filter.From is { } low ? MatchBuilder.ExactMs(low) : long.MinValue);
        var to = Math.Min(Columns.Ms(calendar.Next(span.Last)), filter.To is { } high ? MatchBuilder.ExactMs(high) : long.MaxValue);
        Totals(session, filter.AsOf, from, to, (quarter, count) => Of(quarter)?.Total += count);
        return new Timeline([.. ordered.Select(bucket => new TimelineBucket(bucket.Start, bucket.Count, bucket.Total, bucket.Groups))]);
    }

    /// <summary>All articles from one millisecond to before another, by quarter: whole quarters are counted already.</summary>
    private static void Totals(Session session, long? asOf, long from, long to, Action<long, int> add)
    {
        var (first, end) = ((from + QuarterHour - 1) / QuarterHour, to / QuarterHour);
        if (asOf is not null || first >= end)
        {
            CountPublished(session, asOf, from, to, add);
            return;
        }

        CountPublished(session, null, from, first * QuarterHour, add);
        session.Each(
            "SELECT quarter, articles FROM quarters WHERE quarter >= $1 AND quarter < $2", row => add(row.GetInt64(0), row.GetInt32(1)), first, end);
        CountPublished(session, null, end * QuarterHour, to, add);
    }

    private static void CountPublished(Session session, long? asOf, long from, long to, Action<long, int> add)
    {
        if (from >= to)
            return;
        session.Each(
            $"""
            SELECT a.published / {QuarterHour}, count(*) FROM articles a
            WHERE a.id >= $1 AND a.id < $2 AND a.published >= $3 AND a.published < $4 AND a.first_sequence <= $5 GROUP BY 1
            """,
            row => add(row.GetInt64(0), row.GetInt32(1)),
            ArticleIds.Floor(from), ArticleIds.Floor(to) + ((ArticleIds.MostSlip + 1) * ArticleIds.PlacesPerSecond), from, to, asOf ?? long.MaxValue);
    }

    // From the filter's bounds where it has them, else from the first match to the last.
    private static (DateTimeOffset First, DateTimeOffset Last)? Span(ArticleFilter filter, ZoneCalendar calendar, Dictionary<long, int> matches)
    {
        DateTimeOffset? low = matches.Count == 0 ? null : Columns.Time(matches.Keys.Min() * QuarterHour);
        DateTimeOffset? high = matches.Count == 0 ? null : Columns.Time(matches.Keys.Max() * QuarterHour);
        DateTimeOffset? from = filter.From ?? low, to = filter.To?.AddTicks(-1) ?? high;
        if (from is null || to is null || from > to)
            return null;
        var tooLong = (to.Value - from.Value).TotalHours > MostBuckets;
        return tooLong && low is null ? null : (calendar.Floor(tooLong ? low!.Value : from.Value), calendar.Floor(tooLong ? high!.Value : to.Value));
    }

    private sealed record Bucket(DateTimeOffset Start)
    {
        public int Count { get; set; }

        public int Total { get; set; }

        public Dictionary<string, int> Groups { get; } = new(StringComparer.Ordinal);
    }
}
