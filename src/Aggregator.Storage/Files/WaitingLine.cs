namespace Aggregator.Files;

/// <summary>
/// First in, first out, for one thread that takes. It sleeps while there is nothing: BlockingCollection spins before it does, and
/// with operations that come one by one the writer spun for a tenth of a whole pass's time.
/// </summary>
internal sealed class WaitingLine<T>
    where T : class
{
    private readonly Queue<T> _waiting = [];
    private bool _closed;

    /// <summary>False when the line is closed.</summary>
    public bool Add(T item)
    {
        lock (_waiting)
        {
            if (_closed)
                return false;
            _waiting.Enqueue(item);
            Monitor.Pulse(_waiting);
            return true;
        }
    }

    /// <summary>Waits for the next; null when the line is closed and empty.</summary>
    public T? Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_waiting);
            return _waiting.TryDequeue(out var item) ? item : null;
        }
    }

    /// <summary>The next if one waits already.</summary>
    public T? TryTake()
    {
        lock (_waiting)
            return _waiting.TryDequeue(out var item) ? item : null;
    }

    /// <summary>Nothing more is let in; what waits can still be taken.</summary>
    public void Close()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }
    }
}
