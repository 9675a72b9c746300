using Aggregator.Fetching;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>Keeps the pauses of hosts over a restart (fetching.md rules 11 and 16): the gates know them, the database keeps them.</summary>
internal sealed class HostMemory(IHostPauseStore store, HostGates gates, TimeProvider time)
{
    /// <summary>Before the first request of this process.</summary>
    public async Task RestoreAsync(CancellationToken cancellation) => gates.Restore(await store.ListHostPausesAsync(cancellation));

    /// <summary>Writes nothing when nothing has changed.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        if (gates.TakeChanged() is { Count: > 0 } changed)
            await store.SaveHostPausesAsync(changed, time.GetUtcNow(), cancellation);
    }
}
