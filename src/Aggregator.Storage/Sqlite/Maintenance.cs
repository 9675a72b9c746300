using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite;

/// <summary>Backup, upkeep, and the settings that live in the file.</summary>
internal static class Maintenance
{
    /// <summary>A copy of the state at this moment, without free pages, while others read and write.</summary>
    public static bool Backup(Session session, string file)
    {
        if (File.Exists(file))
            throw new StoreUnusableException($"{file} exists already. Name a file that does not.");
        session.Execute("VACUUM INTO $1", Path.GetFullPath(file));
        return true;
    }

    public static StoreStatistics Statistics(Session session, StoreFile file, DateTimeOffset now) => session.First(
        """
        SELECT (SELECT count(*) FROM feeds WHERE removed = 0), (SELECT count(*) FROM articles WHERE sequence IS NOT NULL),
               (SELECT count(*) FROM stories WHERE merged_into IS NULL), (SELECT count(*) FROM articles WHERE copy_of IS NOT NULL AND sequence IS NOT NULL),
               (SELECT count(*) FROM sightings), (SELECT count(*) FROM revisions),
               (SELECT count(*) FROM feeds WHERE removed = 0 AND disabled = 0 AND gone = 0 AND merged_into IS NULL AND next_poll_at <= $1),
               (SELECT count(*) FROM unread), (SELECT count(*) FROM unassigned)
        """,
        row => new StoreStatistics(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), file.Bytes, Sequence.Newest(session),
            new QueueDepths(row.GetInt32(6), row.GetInt32(7), row.GetInt32(8))),
        Columns.Ms(now))!;

    /// <summary>To be run outside a transaction.</summary>
    public static bool Optimize(Session session)
    {
        session.Execute("PRAGMA optimize");
        session.Number("PRAGMA wal_checkpoint(TRUNCATE)");
        return true;
    }

    public static List<SavedQuery> SavedQueries(Session session) => session.List(
        "SELECT name, title, query, created FROM saved_queries ORDER BY name",
        row => new SavedQuery(row.GetString(0), row.GetString(1), row.GetString(2), row.TimeAt(3)));

    public static void SaveQuery(Session session, SavedQuery query) => session.Execute(
        "INSERT OR REPLACE INTO saved_queries (name, title, query, created) VALUES ($1, $2, $3, $4)",
        query.Name, query.Title, query.QueryString, Columns.Ms(query.Created));

    public static bool DeleteQuery(Session session, string name) => session.Execute("DELETE FROM saved_queries WHERE name = $1", name) > 0;

    public static List<ApiKey> ApiKeys(Session session) => session.List(
        "SELECT name, hash, can_write, created FROM api_keys ORDER BY name",
        row => new ApiKey(row.GetString(0), row.GetString(1), row.Flag(2), row.TimeAt(3)));

    /// <exception cref="InvalidOperationException">There is a key of that name.</exception>
    public static void AddApiKey(Session session, ApiKey key)
    {
        if (session.Execute("INSERT OR IGNORE INTO api_keys (name, hash, can_write, created) VALUES ($1, $2, $3, $4)", key.Name, key.Hash, key.CanWrite,
            Columns.Ms(key.Created)) == 0)
        {
            throw new InvalidOperationException($"There is a key named {key.Name} already.");
        }
    }

    public static bool DeleteApiKey(Session session, string name) => session.Execute("DELETE FROM api_keys WHERE name = $1", name) > 0;
}
