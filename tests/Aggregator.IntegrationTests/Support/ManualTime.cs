namespace Aggregator.Support;

/// <summary>A clock that stands still until a test moves it. Timers fire, in order of their time, in the call that passes them.</summary>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that are set and wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _timers.Count(t => t.Due is not null);
        }
    }

    /// <summary>Ends as soon as exactly so many timers wait, now or by a later change.</summary>
    /// <exception cref="TimeoutException">It did not come to that within 30 real seconds.</exception>
    public Task WaitingAsync(int count)
    {
        // the test goes on elsewhere, not inside the code that set the timer
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _watchers.Add((count, reached));
            Notify();
        }

        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (true)
        {
            ManualTimer? next;
            lock (_lock)
            {
                next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
                _now = next is null ? end : next.Due > _now ? next.Due.Value : _now;
                next?.Repeat(_now);
                Notify();
            }

            if (next is null)
                return;
            next.Fire();
        }
    }

    private void Notify()
    {
        var waiting = Waiting;
        foreach ((var count, var reached) in _watchers)
        {
            if (count == waiting)
                reached.TrySetResult();
        }

        _watchers.RemoveAll(w => w.Reached.Task.IsCompleted);
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            // a wait of nothing is over at once, without anybody moving the clock, and is never counted as waiting
            var atOnce = dueTime == TimeSpan.Zero;
            lock (time._lock)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
                if (atOnce)
                    Repeat(time._now);
                time.Notify();
            }

            if (atOnce)
                ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Repeat(DateTimeOffset now) => Due = _period > TimeSpan.Zero ? now + _period : null;

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                time.Notify();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
