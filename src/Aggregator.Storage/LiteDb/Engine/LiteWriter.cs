using Aggregator.Files;
using Aggregator.Stores;
using LiteDB;

namespace Aggregator.LiteDb.Engine;

/// <summary>What an operation has changed so far, seen by nobody else.</summary>
internal interface IUnitOfWork
{
    /// <summary>Writes the changes into the open transaction.</summary>
    void Flush();

    /// <summary>Makes them visible in memory; called when they are committed and nobody reads.</summary>
    void Apply();

    /// <summary>Drops them.</summary>
    void Forget();
}

/// <summary>
/// The one writer. LiteDB's transactions belong to a thread, so all of them run on this one, each operation in a transaction of its own. Readers work in
/// parallel and are kept out only while an operation is committed and its changes put into memory: so each read sees one state of both.
/// </summary>
internal sealed class LiteWriter : IDisposable
{
    private readonly WaitingLine<Action> _line = new();
    private readonly LiteFile _file;
    private readonly LiteDatabase _database;
    private readonly IUnitOfWork _changes;
    private readonly ReaderWriterLockSlim _gate;
    private readonly Thread _thread;

    public LiteWriter(LiteFile file, LiteDatabase database, IUnitOfWork changes, ReaderWriterLockSlim gate)
    {
        _file = file;
        _database = database;
        _changes = changes;
        _gate = gate;
        _thread = new Thread(Work) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> on the writer's thread, in a transaction of its own. The task ends after the commit.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) => Enqueue(() => InTransaction(work), cancellation);

    /// <summary>Runs <paramref name="work"/> on the writer's thread between two transactions.</summary>
    public Task<T> RunOutsideAsync<T>(Func<T> work, CancellationToken cancellation) => Enqueue(work, cancellation);

    /// <summary>Finishes what is queued, then ends.</summary>
    public void Dispose()
    {
        _line.Close();
        _thread.Join();
    }

    private Task<T> Enqueue<T>(Func<T> work, CancellationToken cancellation)
    {
        TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_line.Add(() => Run(work, done, cancellation)))
            throw new ObjectDisposedException(nameof(LiteWriter), "The store is closed.");
        return done.Task;
    }

    private void Work()
    {
        while (_line.Take() is { } operation)
            operation();
    }

    private void Run<T>(Func<T> work, TaskCompletionSource<T> done, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            done.SetCanceled(cancellation);
            return;
        }

        try
        {
            done.SetResult(work());
        }
#pragma warning disable CA1031 // the caller gets it; the writer goes on with the others
        catch (Exception e)
#pragma warning restore CA1031
        {
            done.SetException(LiteErrors.Explain(e, _file.Path) ?? e);
        }
    }

    private T InTransaction<T>(Func<T> work)
    {
        _database.BeginTrans();
        T result;
        try
        {
            result = work();
            _changes.Flush();
        }
        catch
        {
            Undo();
            throw;
        }

        _gate.EnterWriteLock();
        try
        {
            if (!_database.Commit())
                throw new StoreUnusableException($"{_file.Path} could not be written. Nothing was lost; start again.");
            _changes.Apply();
            return result;
        }
        finally
        {
            _changes.Forget();
            _gate.ExitWriteLock();
        }
    }

    private void Undo()
    {
        _changes.Forget();
        try
        {
            _database.Rollback();
        }
        catch (Exception e) when (e is LiteException or IOException or ObjectDisposedException)
        {
            // After a grave error LiteDB has closed the file by itself, and what was not committed is gone with it.
        }
    }
}
