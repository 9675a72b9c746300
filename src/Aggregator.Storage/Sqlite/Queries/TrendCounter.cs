using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Counts tags and stories in a window and in the time before it, in one pass over the narrow table.</summary>
internal static class TrendCounter
{
    public static TrendReport Report(Session session, ArticleFilter filter, TrendRequest request)
    {
        TrendTally tally = new(request);
        var match = MatchBuilder.Build(session, filter with { From = request.From, To = request.To });
        if (!match.Nothing)
        {
            var from = match.BindFrom();
            session.Each(
                $"SELECT a.published, a.story_id, a.tags {from}",
                row => TagList.CountInto(row.Span(2), tally.Add(row.GetInt64(0), row.GetInt64(1))),
                match.Arguments);
        }

        return tally.Rank(
            id => session.First("SELECT kind, name FROM tags WHERE id = $1", row => (row.GetString(0), row.GetString(1)), id),
            id => session.Text("SELECT title FROM stories WHERE id = $1", id) ?? "");
    }
}
