namespace Aggregator.Pipeline;

/// <summary>
/// Lets as many computations run at once as there are processors. Reading a document builds a tree of many times its size: without a limit
/// the thread pool has dozens under way, each slower for the others and all of them in memory.
/// </summary>
internal sealed class ComputeGate : IDisposable
{
    // The run over the fault server, which has documents of 10 MB, peaked at 404 to 449 MiB without this limit and at 335 and 354 with it.
    private const int HeavyBytes = 2 << 20;

    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);
    private readonly SemaphoreSlim _heavy = new(1);

    /// <summary>Runs <paramref name="work"/> off the caller's thread when a place is free; only one large document is worked on at a time.</summary>
    /// <param name="bytes">Size of the document that is worked on.</param>
    public async Task<T> RunAsync<T>(Func<T> work, long bytes, CancellationToken cancellation)
    {
        if (bytes < HeavyBytes)
            return await RunAsync(work, cancellation);
        await _heavy.WaitAsync(cancellation);
        try
        {
            return await RunAsync(work, cancellation);
        }
        finally
        {
            // What it left lies among the large objects, where the collector looks only when as much again has been added.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
            _heavy.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _heavy.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }
}
