using Aggregator.Files;
using Microsoft.Data.Sqlite;

namespace Aggregator.Sqlite.Engine;

/// <summary>The database file of a data folder, and how connections to it are set up.</summary>
internal sealed class StoreFile(string folder)
{
    public const string FileName = StoreEngines.SqliteFile;
    private const int BusyMilliseconds = 10_000;

    /// <summary>
    /// A connection here is used by one thread at a time, so that SQLite need not lock it at each call (sqlite.org/threadsafe.html): a tenth of the
    /// time of queries that read many rows. Where another connection was opened before, this is too late and everything works as it did.
    /// </summary>
    static StoreFile()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
    }

    public string Path { get; } = System.IO.Path.Combine(folder, FileName);

    public long Bytes => new[] { Path, Path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);

    /// <summary>The one connection that writes; makes the file when there is none.</summary>
    public Session OpenWriter()
    {
        var session = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            // 8 KiB pages: a compressed text of 2–3 KB seldom spills onto an overflow page, and the full-text index writes fewer of them.
            session.Execute("PRAGMA page_size = 8192");
            session.Text("PRAGMA journal_mode = WAL");
            session.Execute("PRAGMA synchronous = NORMAL");
            // 8 MiB: with four times as much a pass over 20,000 articles cost no less, as the system's own cache has the pages.
            session.Execute("PRAGMA cache_size = -8192");
            session.Execute("PRAGMA temp_store = MEMORY");
            // Checkpoints does it.
            session.Number("PRAGMA wal_autocheckpoint = 0");
            session.Execute("PRAGMA journal_size_limit = 67108864");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A connection that copies the log back while the writer writes.</summary>
    public Session OpenBeside()
    {
        var session = Open(SqliteOpenMode.ReadWrite);
        session.Execute("PRAGMA synchronous = NORMAL");
        return session;
    }

    public Session OpenReader()
    {
        var session = Open(SqliteOpenMode.ReadOnly);
        // 2 MiB: a commit empties it, and on a million articles lists and order by relevance took no longer than with 8.
        session.Execute("PRAGMA cache_size = -2048");
        session.Execute("PRAGMA temp_store = MEMORY");
        return session;
    }

    /// <summary>Runs <paramref name="work"/> and explains what SQLite may throw.</summary>
    public T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (StoreErrors.Explain(e, Path) is { } explained)
        {
            throw explained;
        }
    }

    private Session Open(SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new() { DataSource = Path, Mode = mode, Pooling = false };
        SqliteConnection connection = new(settings.ConnectionString);
        try
        {
            connection.Open();
            _ = SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
            return new Session(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
