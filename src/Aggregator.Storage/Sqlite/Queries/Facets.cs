using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Counts of outlets, categories, topics, names and languages among the matches, in one pass over the narrow table.</summary>
internal sealed class Facets
{
    private readonly Tally _outlets = new();
    private readonly Tally _languages = new();
    private readonly Tally _feeds = new();
    private readonly Tally _tags = new();
    private readonly List<long> _shared = [];

    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> CountAsync(
        ReaderPool readers, ArticleFilter filter, IReadOnlyList<string> facets, int limit, CancellationToken cancellation)
    {
        var halves = await Halves.AskAsync(
            readers, filter, match => !match.Nothing, (session, match) => new Facets().Pass(session, match), cancellation);
        return await readers.ReadAsync(
            session =>
            {
                var counts = halves is { } both ? both.Older.Add(both.Newer) : new Facets().Pass(session, MatchBuilder.Build(session, filter));
                return facets.Distinct().ToDictionary(facet => facet, IReadOnlyList<FacetValue> (facet) => counts.Of(session, facet, limit));
            },
            cancellation);
    }

    private Facets Add(Facets other)
    {
        _outlets.Add(other._outlets);
        _languages.Add(other._languages);
        _feeds.Add(other._feeds);
        _tags.Add(other._tags);
        _shared.AddRange(other._shared);
        return this;
    }

    private Facets Pass(Session session, ArticleMatch match)
    {
        if (match.Nothing)
            return this;
        var from = match.BindFrom();
        // Two numbers in one where they fit: handing a column over costs more than SQLite's reading of it. A language that is missing reads as 0,
        // and an article that several feeds named as its id below 0.
        session.Each(
            $"SELECT (a.outlet_id << 32) | ifnull(a.language_id, 0), CASE a.shared WHEN 0 THEN a.feed_id ELSE -a.id END, a.tags {from}",
            row =>
            {
                var outletAndLanguage = row.GetInt64(0);
                _outlets.Add(outletAndLanguage >> 32);
                _languages.Add(outletAndLanguage & uint.MaxValue);
                var feed = row.GetInt64(1);
                if (feed >= 0)
                    _feeds.Add(feed);
                else
                    _shared.Add(-feed);
                TagList.CountInto(row.Span(2), _tags);
            },
            match.Arguments);
        return this;
    }

    private List<FacetValue> Of(Session session, string facet, int limit) => facet switch
    {
        "outlet" => Top(_outlets, limit, id => session.Text("SELECT domain FROM outlets WHERE id = $1", id)!),
        "language" => Top(_languages, limit, id => session.Text("SELECT tag FROM languages WHERE id = $1", id)!),
        "topic" => Tags(session, limit, "SELECT name FROM tags WHERE id = $1 AND kind = 'topic'"),
        "name" => Tags(session, limit, "SELECT name FROM tags WHERE id = $1 AND kind <> 'topic'"),
        "category" => Categories(session, limit),
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "A facet is outlet, category, topic, name or language."),
    };

    private List<FacetValue> Tags(Session session, int limit, string sql)
    {
        List<FacetValue> values = [];
        foreach ((var id, var count) in _tags.Ranked())
        {
            if (values.Count >= limit)
                break;
            if (session.Text(sql, id) is { } name)
                values.Add(new FacetValue(name, count));
        }

        return values;
    }

    private List<FacetValue> Categories(Session session, int limit)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        void Count(string category, int times) => counts[category] = counts.GetValueOrDefault(category) + times;
        foreach ((var feed, var times) in _feeds.Ranked())
            Count(session.Text("SELECT category FROM feeds WHERE id = $1", feed)!, times);
        // 500 ids at a time keep the list that SQLite parses short.
        foreach (var ids in _shared.Chunk(500))
        {
            session.Each(
                """
                SELECT category, count(*) FROM (SELECT DISTINCT s.article_id, f.category FROM json_each($1) j CROSS JOIN sightings s ON s.article_id =
                    j.value JOIN feeds f ON f.id = s.feed_id)
                GROUP BY category
                """,
                row => Count(row.GetString(0), row.GetInt32(1)), "[" + Columns.Numbers(ids) + "]");
        }

        return [.. counts.Select(pair => new FacetValue(pair.Key, pair.Value))
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(limit)];
    }

    private static List<FacetValue> Top(Tally counts, int limit, Func<long, string> name) =>
        [.. counts.Ranked().Take(limit).Select(pair => new FacetValue(name(pair.Id), pair.Count))];
}
