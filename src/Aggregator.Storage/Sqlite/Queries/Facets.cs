using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Pipeline;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>Counts of outlets, categories, topics, names and languages among the matches, in one pass over the narrow table.</summary>
internal sealed class Facets
{
    private readonly Dictionary<long, int> _outlets = [];
    private readonly Dictionary<long, int> _languages = [];
    private readonly Dictionary<long, int> _feeds = [];
    private readonly Dictionary<long, int> _tags = [];
    private readonly List<long> _shared = [];

    public static Dictionary<string, IReadOnlyList<FacetValue>> Count(Session session, ArticleFilter filter, IReadOnlyList<string> facets, int limit)
    {
        Facets counts = new();
        ArticleMatch match = MatchBuilder.Build(session, filter);
        if (!match.Nothing)
            counts.Pass(session, match);
        return facets.Distinct().ToDictionary(facet => facet, IReadOnlyList<FacetValue> (facet) => counts.Of(session, facet, limit));
    }

    private void Pass(Session session, ArticleMatch match)
    {
        string from = match.From();
        session.Each(
            $"SELECT a.outlet_id, a.language_id, a.feed_id, a.shared, a.tags, a.id {from}",
            row =>
            {
                Add(_outlets, row.GetInt64(0));
                if (!row.IsDBNull(1))
                    Add(_languages, row.GetInt64(1));
                if (row.GetInt64(3) == 0)
                    Add(_feeds, row.GetInt64(2));
                else
                    _shared.Add(row.GetInt64(5));
                if (!row.IsDBNull(4))
                    TagList.CountInto(row.GetFieldValue<byte[]>(4), _tags);
            },
            match.Arguments);
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
        foreach ((long id, int count) in _tags.OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key))
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
        foreach ((long feed, int times) in _feeds)
            Count(session.Text("SELECT category FROM feeds WHERE id = $1", feed)!, times);
        // 500 ids at a time keep the list that SQLite parses short.
        foreach (long[] ids in _shared.Chunk(500))
        {
            session.Each(
                """
                SELECT category, count(*) FROM (SELECT DISTINCT s.article_id, f.category FROM json_each($1) j CROSS JOIN sightings s ON s.article_id = j.value JOIN feeds f ON f.id = s.feed_id)
                GROUP BY category
                """,
                row => Count(row.GetString(0), row.GetInt32(1)), "[" + Columns.Numbers(ids) + "]");
        }

        return [.. counts.Select(pair => new FacetValue(pair.Key, pair.Value)).OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(limit)];
    }

    private static List<FacetValue> Top(Dictionary<long, int> counts, int limit, Func<long, string> name) =>
        [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(limit).Select(pair => new FacetValue(name(pair.Key), pair.Value))];

    private static void Add(Dictionary<long, int> counts, long key) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
