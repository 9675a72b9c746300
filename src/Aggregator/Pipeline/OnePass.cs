using System.Threading.Channels;

namespace Aggregator.Pipeline;

/// <summary>One pass over feeds: all stages side by side until nothing that is due is left.</summary>
internal sealed class OnePass(HostMemory hosts, PollStage poll, ReadStage read, AssignStage assign, PipelineSignals signals)
{
    /// <param name="only">The feeds to poll whether due or not; null for those that are due.</param>
    public async Task<IReadOnlyList<FeedVisit>> RunAsync(IReadOnlyCollection<long>? only, CancellationToken cancellation)
    {
        await hosts.RestoreAsync(cancellation);
        var polling = poll.RunAsync(only, cancellation);
        var reading = DrainAsync(read.RunAsync, signals.Read, polling, cancellation);
        var assigning = DrainAsync(assign.RunAsync, signals.Assign, reading, cancellation);
        await Task.WhenAll(polling, reading, assigning);
        await hosts.SaveAsync(cancellation);
        return await polling;
    }

    // Runs the stage once more after the stage before it has ended, so that nothing it left is missed.
    private static async Task DrainAsync(Func<CancellationToken, Task> stage, ChannelReader<byte> signal, Task before, CancellationToken cancellation)
    {
        bool last;
        do
        {
            last = before.IsCompleted;
            await stage(cancellation);
            if (!last && await Task.WhenAny(before, signal.WaitToReadAsync(cancellation).AsTask()) != before)
                signal.TryRead(out _);
        }
        while (!last);
    }
}
