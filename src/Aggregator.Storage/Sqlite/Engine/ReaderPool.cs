using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Aggregator.Sqlite.Engine;

/// <summary>Read-only connections, opened when first needed and kept. Each read sees one consistent state of the file.</summary>
internal sealed class ReaderPool(StoreFile file) : IDisposable
{
    // A query is all processor; more at a time than this only wait for each other.
    private static readonly int Most = Math.Max(4, Environment.ProcessorCount);

    // The one that was used last comes first: its pages are still warm, and the others grow no cache.
    private readonly ConcurrentStack<Session> _idle = [];
    private readonly SemaphoreSlim _places = new(Most, Most);

    /// <summary>Nobody reads, and there are processors for two: a query may be cut in halves.</summary>
    public bool HasRoom => Environment.ProcessorCount > 1 && _places.CurrentCount == Most;

    public async Task<T> ReadAsync<T>(Func<Session, T> work, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return file.Explained(() => Read(work, cancellation));
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var session))
            session.Dispose();
        _places.Dispose();
    }

    private T Read<T>(Func<Session, T> work, CancellationToken cancellation)
    {
        if (!_idle.TryPop(out var session))
            session = file.OpenReader();
        try
        {
            session.Execute("BEGIN");
            try
            {
                session.Cancellation = cancellation;
                using var registration = cancellation.Register(session.Interrupt);
                return work(session);
            }
            finally
            {
                session.Cancellation = CancellationToken.None;
                session.Execute("COMMIT");
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was cancelled.", e, cancellation);
        }
        finally
        {
            _idle.Push(session);
        }
    }
}
