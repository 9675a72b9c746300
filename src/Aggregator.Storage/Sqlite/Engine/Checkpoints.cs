using Microsoft.Data.Sqlite;

namespace Aggregator.Sqlite.Engine;

/// <summary>
/// Copies the log back into the file beside the writer, so that what comes in does not wait for the disk. SQLite's own checkpoint runs at the end of a
/// commit, in the writer's thread (sqlite.org/wal.html, "Performance considerations", proposes a thread of its own as well).
/// </summary>
/// <remarks>
/// The log starts anew only when all of it is copied, and the writer adds to it meanwhile: the rest, which is short, it copies itself between two commits.
/// </remarks>
internal sealed class Checkpoints(StoreFile file) : IDisposable
{
    // 32 MiB: each page of the index is written several times in that span and copied once.
    private const int UsualPages = 4000;

    // 256 MiB. Hashed keys come in no order, so that each batch changes the pages of their index all over.
    private const int PagesOfImports = 32768;

    private int _most = UsualPages;
    private int _due = UsualPages;
    private Task? _copying;

    /// <summary>A longer log: for imports, which write the same pages in many transactions.</summary>
    public void Lengthen() => _most = PagesOfImports;

    /// <summary>To be called by the writer's thread, outside a transaction.</summary>
    public void AfterCommit(Session writer)
    {
        var written = writer.PagesWritten();
        if (written < _due || _copying is { IsCompleted: false })
            return;
        if (_copying is null)
        {
            _copying = Task.Factory.StartNew(CopyMost, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return;
        }

        _copying = null;
        if (Copy(writer))
        {
            writer.CountPagesAnew();
            _due = _most;
        }
        else
        {
            // Somebody still reads an old state from the log.
            _due = written + (UsualPages / 8);
        }
    }

    public void Dispose() => _copying?.Wait();

    private void CopyMost()
    {
        try
        {
            using var session = file.OpenBeside();
            Copy(session);
        }
        catch (SqliteException)
        {
            // As below.
        }
    }

    /// <summary>Says whether the whole log is copied.</summary>
    private static bool Copy(Session session)
    {
        try
        {
            return session.First("PRAGMA wal_checkpoint(PASSIVE)", row => row.GetInt64(0) == 0 && row.GetInt64(1) == row.GetInt64(2));
        }
        catch (SqliteException)
        {
            // What is committed is safe in the log. Where the disk stays full, a commit fails and says so.
            return false;
        }
    }
}
