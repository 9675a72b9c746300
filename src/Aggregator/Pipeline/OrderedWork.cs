namespace Aggregator.Pipeline;

/// <summary>Does a function over a stream on all cores and hands the results on in the order of the stream, with bounded memory.</summary>
internal static class OrderedWork
{
    public static async Task RunAsync<TIn, TOut>(IAsyncEnumerable<TIn> source, Func<TIn, TOut> work, Func<TOut, Task> output, CancellationToken cancellation)
    {
        // Twice the cores: enough that none idles while the oldest result is awaited.
        var most = Environment.ProcessorCount * 2;
        var underWay = new Queue<Task<TOut>>();
        await foreach (var item in source.WithCancellation(cancellation))
        {
            underWay.Enqueue(Task.Run(() => work(item), cancellation));
            if (underWay.Count >= most)
                await output(await underWay.Dequeue());
        }

        while (underWay.TryDequeue(out var next))
            await output(await next);
    }
}
