using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Aggregator.Million;

/// <param name="Kind">Index of its kind.</param>
/// <param name="Path">What the service is asked.</param>
/// <param name="Sql">The same question as bare SQL; several statements where one answer needs them.</param>
internal sealed record MillionQuery(int Kind, string Path, IReadOnlyList<string> Sql, IReadOnlyList<(string Name, object Value)> Arguments);

/// <param name="MostMilliseconds">Allowed for the slowest in a hundred, over HTTP.</param>
internal sealed record QueryKind(string Name, double MostMilliseconds, Func<Random, (string Path, IReadOnlyList<string> Sql, (string, object)[] Arguments)> Make);

/// <summary>The kinds of queries, each with the best bare SQL that we could write for it on the same file.</summary>
internal sealed class MillionQueries(WordPick words, IReadOnlyDictionary<string, long> outlets, IReadOnlyList<string> cursors)
{
    private const double Listed = 20;
    private const double Counted = 250;
    private const double Ranked = 400;

    private const string Columns = """
        SELECT a.id, d.url, d.title, o.domain, o.name, d.authors, a.published, d.published_precision, d.published_source, a.seen, a.changed, d.summary, a.words, a.story_id, a.copy_of, a.sequence
        """;

    private const string Rows = "CROSS JOIN articles a ON a.id = m.id CROSS JOIN article_details d ON d.id = m.id CROSS JOIN outlets o ON o.id = a.outlet_id";

    private const string Matching = $"{Columns} FROM (SELECT f.rowid AS id FROM article_index f WHERE f.article_index MATCH $q ORDER BY f.rowid DESC LIMIT 50) m {Rows}";

    private const string Match = "FROM article_index f CROSS JOIN articles a ON a.id = f.rowid WHERE f.article_index MATCH $q";

    public IReadOnlyList<QueryKind> Kinds =>
    [
        new("newest 50", Listed, _ => ("/api/v1/articles?text=none", [$"{Columns} FROM (SELECT id FROM articles WHERE sequence IS NOT NULL ORDER BY id DESC LIMIT 50) m {Rows}"], [])),
        new("newest 50 of an outlet", Listed, random => Outlet(words.Outlet(random))),
        new("common AND common, newest", Listed, random => List($"{words.Common(random)} {words.Common(random)}")),
        new("common AND middling, newest", Listed, random => List($"{words.Common(random)} {words.Middling(random)}")),
        new("rare phrase", Listed, random => List(words.Phrase(random))),
        new("common word, newest", Listed, random => List(words.Common(random))),
        new("timeline, month by day, a word", Counted, random => Timeline(words.Middling(random), Month(random))),
        new("timeline, all days, two common", Counted, random => Timeline($"{words.Common(random)} {words.Common(random)}", null)),
        new("facets, two common words", Counted, random => Facets($"{words.Common(random)} {words.Common(random)}")),
        new("relevance, two common words", Ranked, random => Relevance($"{words.Common(random)} {words.Common(random)}")),
        new("page 1,000 of a common word", Listed, Deep),
    ];

    public MillionQuery Make(int kind, Random random)
    {
        var (path, sql, arguments) = Kinds[kind].Make(random);
        return new MillionQuery(kind, path, sql, arguments);
    }

    private (string, IReadOnlyList<string>, (string, object)[]) Outlet(string outlet) =>
        ($"/api/v1/articles?text=none&outlet={outlet}", [Matching], [("$q", $"\"\ue003{outlets[outlet].ToString(CultureInfo.InvariantCulture)}\"")]);

    private static (string, IReadOnlyList<string>, (string, object)[]) List(string text) =>
        ($"/api/v1/articles?text=none&q={Uri.EscapeDataString(text)}", [Matching], [("$q", text)]);

    private static (string, IReadOnlyList<string>, (string, object)[]) Timeline(string text, (DateTimeOffset From, DateTimeOffset To)? span)
    {
        // Ids are seconds times 4,096, so a day is an arithmetic of the id and no other table is read.
        const string Day = "SELECT f.rowid / 4096 / 86400 AS day, count(*) FROM article_index f WHERE f.article_index MATCH $q";
        var path = $"/api/v1/timeline?interval=day&q={Uri.EscapeDataString(text)}";
        if (span is not { } between)
            return (path, [Day + " GROUP BY 1", "SELECT quarter / 96, sum(articles) FROM quarters GROUP BY 1"], [("$q", text)]);
        var (from, to) = (between.From.ToUnixTimeSeconds(), between.To.ToUnixTimeSeconds());
        return (
            $"{path}&from={between.From:yyyy-MM-dd}&to={between.To:yyyy-MM-dd}",
            [Day + " AND f.rowid >= $from * 4096 AND f.rowid < $to * 4096 GROUP BY 1", "SELECT quarter / 96, sum(articles) FROM quarters WHERE quarter >= $from / 900 AND quarter < $to / 900 GROUP BY 1"],
            [("$q", text), ("$from", from), ("$to", to)]);
    }

    private static (string, IReadOnlyList<string>, (string, object)[]) Facets(string text) => (
        $"/api/v1/facets?q={Uri.EscapeDataString(text)}",
        [
            $"SELECT a.outlet_id, count(*) AS n {Match} GROUP BY 1 ORDER BY n DESC LIMIT 20",
            $"SELECT a.language_id, count(*) AS n {Match} GROUP BY 1 ORDER BY n DESC LIMIT 20",
            $"SELECT a.feed_id, count(*) AS n {Match} GROUP BY 1 ORDER BY n DESC LIMIT 20",
            "SELECT x.tag_id, count(*) AS n FROM article_index f CROSS JOIN article_tags x ON x.article_id = f.rowid WHERE f.article_index MATCH $q GROUP BY 1 ORDER BY n DESC LIMIT 20",
        ],
        [("$q", text)]);

    private static (string, IReadOnlyList<string>, (string, object)[]) Relevance(string text) => (
        $"/api/v1/articles?text=none&sort=relevance&q={Uri.EscapeDataString(text)}",
        [$"{Columns} FROM (SELECT f.rowid AS id, bm25(article_index, 4.0, 2.0, 1.0, 0.0) AS rank FROM article_index f WHERE f.article_index MATCH $q ORDER BY rank LIMIT 50) m {Rows}"],
        [("$q", text)]);

    private (string, IReadOnlyList<string>, (string, object)[]) Deep(Random random)
    {
        // "word cursor id", as walked before the measurement.
        var parts = cursors[random.Next(cursors.Count)].Split(' ');
        return (
            $"/api/v1/articles?text=none&q={parts[0]}&cursor={parts[1]}",
            [$"{Columns} FROM (SELECT f.rowid AS id FROM article_index f WHERE f.article_index MATCH $q AND f.rowid < $below ORDER BY f.rowid DESC LIMIT 50) m {Rows}"],
            [("$q", parts[0]), ("$below", long.Parse(parts[2], CultureInfo.InvariantCulture))]);
    }

    private (DateTimeOffset, DateTimeOffset) Month(Random random)
    {
        var days = (int)(words.Newest - words.Oldest).TotalDays - 32;
        var from = new DateTimeOffset(words.Oldest.UtcDateTime.Date, TimeSpan.Zero).AddDays(1 + random.Next(Math.Max(1, days)));
        return (from, from.AddDays(30));
    }
}

/// <summary>Runs bare SQL and reads every column of every row.</summary>
internal sealed class BareSql : IDisposable
{
    private readonly SqliteConnection _connection;

    public BareSql(string data)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(data, "aggregator.db")};Mode=ReadOnly;Pooling=False");
        _connection.Open();
        // The same memory that the service's own readers have.
        Run("PRAGMA cache_size = -8192", []);
        Run("PRAGMA temp_store = MEMORY", []);
    }

    public int Run(string sql, IReadOnlyList<(string Name, object Value)> arguments)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // a constant of this benchmark
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in arguments.Where(argument => sql.Contains(argument.Name, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(name, value);
        using var rows = command.ExecuteReader();
        var count = 0;
        while (rows.Read())
        {
            for (var i = 0; i < rows.FieldCount; i++)
                rows.GetValue(i);
            count++;
        }

        return count;
    }

    public Dictionary<string, long> Outlets()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT domain, id FROM outlets";
        using var rows = command.ExecuteReader();
        var outlets = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read())
            outlets.Add(rows.GetString(0), rows.GetInt64(1));
        return outlets;
    }

    public void Dispose() => _connection.Dispose();
}
