namespace Aggregator.Pipeline;

/// <summary>
/// Lets as many computations run at once as there are processors. Extraction builds a tree of some megabytes per page: without a limit
/// the thread pool has dozens under way, each slower for the others and all of them in memory.
/// </summary>
internal sealed class ComputeGate : IDisposable
{
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <summary>Runs <paramref name="work"/> off the caller's thread when a place is free.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
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

    public void Dispose() => _places.Dispose();
}
