using Aggregator.Model;
using Microsoft.Data.Sqlite;

namespace Aggregator.Faults;

/// <summary>What the service stored of one feed.</summary>
/// <param name="Fates">Of its polls, oldest first.</param>
/// <param name="Wait">Seconds from the last poll to the next one.</param>
internal sealed record Stored(
    long Id, string Url, string CurrentUrl, IReadOnlyList<FetchFate> Fates, DateTimeOffset? LastPoll, string? ETag, string? LastModified, string? RedirectTo, double Wait, string Errors, string SiteTitle, DateTimeOffset NextPoll,
    IReadOnlyList<StoredEntry> Entries)
{
    public static IReadOnlyList<Stored> Read(string data)
    {
        using var connection = Open(data);
        var entries = List(connection, "SELECT s.feed_id, coalesce(s.title, d.title), coalesce(s.link, d.url), d.read_fate, d.read_reason, d.summary, s.entry_key, d.id FROM sightings s JOIN article_details d ON d.id = s.article_id", row =>
            (Feed: row.GetInt64(0), Entry: new StoredEntry(row.GetString(1), Text(row, 2), (ReadFate)row.GetInt32(3), Text(row, 4), Text(row, 5), row.GetInt64(7)))).ToLookup(e => e.Feed, e => e.Entry);
        var fetches = List(connection, "SELECT feed_id, fate, error, at FROM fetches ORDER BY feed_id, at", row =>
            (Feed: row.GetInt64(0), Fate: (FetchFate)row.GetInt32(1), Error: Text(row, 2), At: row.GetInt64(3))).ToLookup(f => f.Feed);
        return List(connection, "SELECT id, url, current_url, etag, last_modified, redirect_to, next_poll_at, last_polled_at, site_title FROM feeds", row =>
        {
            var history = fetches[row.GetInt64(0)].ToList();
            DateTimeOffset? last = history.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(history[^1].At);
            return new Stored(
                row.GetInt64(0), row.GetString(1), row.GetString(2), [.. history.Select(f => f.Fate)], last, Text(row, 3), Text(row, 4), Text(row, 5),
                history.Count == 0 ? 0 : (row.GetInt64(6) - history[^1].At) / 1000.0, string.Join(" | ", history.Select(f => f.Error).OfType<string>().Distinct()), Text(row, 8) ?? "", DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(row.GetInt64(6), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())),
                [.. entries[row.GetInt64(0)]]);
        });
    }

    public static string Integrity(string data)
    {
        using var connection = Open(data);
        return List(connection, "PRAGMA integrity_check", row => row.GetString(0))[0];
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "aggregator.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<T> List<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> map)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // all texts are constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>An entry as a feed named it, and what became of its article.</summary>
internal sealed record StoredEntry(string Title, string? Url, ReadFate Fate, string? Reason, string? Summary, long Article);
