using System.Runtime.InteropServices;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;
using Aggregator.Trends;

namespace Aggregator.Sqlite.Queries;

/// <summary>Counts tags and stories in a window and in the time before it, in one pass over the narrow table, and ranks them.</summary>
internal sealed class TrendCounter(TrendRequest request)
{
    private readonly Dictionary<long, int> _tags = [];
    private readonly Dictionary<long, int> _pastTags = [];
    private readonly Dictionary<long, int> _stories = [];
    private readonly Dictionary<long, int> _pastStories = [];
    private int _articles;
    private int _pastArticles;

    public static TrendReport Report(Session session, ArticleFilter filter, TrendRequest request)
    {
        TrendCounter counter = new(request);
        var match = MatchBuilder.Build(session, filter with { From = request.From, To = request.To });
        if (!match.Nothing)
            counter.Pass(session, match);
        return counter.Rank(session);
    }

    private void Pass(Session session, ArticleMatch match)
    {
        var split = Columns.Ms(request.Split);
        var from = match.BindFrom();
        session.Each(
            $"SELECT a.published, a.story_id, a.tags {from}",
            row =>
            {
                var now = row.GetInt64(0) >= split;
                _ = now ? _articles++ : _pastArticles++;
                CollectionsMarshal.GetValueRefOrAddDefault(now ? _stories : _pastStories, row.GetInt64(1), out _)++;
                if (!row.IsNull(2))
                    TagList.CountInto(row.Span(2), now ? _tags : _pastTags);
            },
            match.Arguments);
    }

    private TrendReport Rank(Session session)
    {
        var tags = Ranked(_tags, _pastTags, id => session.First("SELECT kind, name FROM tags WHERE id = $1", row => (row.GetString(0), row.GetString(1)), id),
            EnoughOfBoth);
        var stories = Ranked(_stories, _pastStories, id => ("story", session.Text("SELECT title FROM stories WHERE id = $1", id) ?? ""),
            list => list.Count >= request.Limit);
        return new TrendReport(
            _articles, _pastArticles,
            [.. tags.Where(tag => tag.Kind != "topic").Take(request.Limit)], [.. tags.Where(tag => tag.Kind == "topic").Take(request.Limit)],
            [.. stories]);
    }

    private bool EnoughOfBoth(List<Trend> tags)
    {
        var topics = tags.Count(tag => tag.Kind == "topic");
        return topics >= request.Limit && tags.Count - topics >= request.Limit;
    }

    // Names are looked up best first, and only until there are enough of them.
    private List<Trend> Ranked(Dictionary<long, int> counts, Dictionary<long, int> past, Func<long, (string Kind, string Name)> name, Func<List<Trend>,
        bool> enough)
    {
        List<Trend> ranked = [];
        var scored = counts.Where(pair => pair.Value >= request.MinCount)
            .Select(pair => (Id: pair.Key, Count: pair.Value, Past: past.GetValueOrDefault(pair.Key)))
            .Select(item => (item.Id, item.Count, item.Past, Score: Surprise.Score(item.Count, _articles, item.Past, _pastArticles)))
            .Where(item => item.Score > 0)
            .OrderByDescending(item => item.Score).ThenByDescending(item => item.Count).ThenBy(item => item.Id);
        foreach (var item in scored)
        {
            if (enough(ranked))
                break;
            (var kind, var text) = name(item.Id);
            ranked.Add(new Trend(kind, text, kind == "story" ? item.Id : null, item.Count, item.Past, item.Score));
        }

        return ranked;
    }
}
