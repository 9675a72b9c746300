namespace Aggregator.Fetching;

/// <summary>What a request is for; each kind has its own pause between requests.</summary>
internal enum VisitKind
{
    Feed,

    /// <summary>An article page, or the robots.txt that is asked first.</summary>
    Page,
}

/// <summary>Limits the requests to one host: so many under way at a time, and a pause between two.</summary>
internal sealed class HostGate(int places, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);
    private readonly Lock _lock = new();
    private readonly bool _alone = places == 1;
    private DateTimeOffset? _last;
    private DateTimeOffset _booked;
    private bool _taken;

    /// <summary>Requests under way and waiting; written by <see cref="HostGates"/> under its lock.</summary>
    public int Visitors { get; set; }

    /// <summary>The pause between page requests that the host asks for (robots.txt Crawl-delay).</summary>
    public TimeSpan CrawlDelay { get; set; }

    /// <summary>
    /// The time until the caller's turn, which is then booked; null when it may begin now. Turns lie one pause apart, and what was booked before goes first.
    /// </summary>
    public TimeSpan? Book(TimeSpan pause)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var free = _taken ? now + pause : _last is { } last && last + pause > now && last <= now ? last + pause : now;
            if (free <= now)
            {
                // taken here and not on entering, so that requests that come together see it
                _taken = true;
                return null;
            }

            var turn = _booked + pause > free ? _booked + pause : free;
            _booked = turn;
            return turn - now;
        }
    }

    public async Task EnterAsync(TimeSpan pause, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            var wait = Reserve(pause);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Releases a turn that <see cref="Book"/> gave and nobody used.</summary>
    public void Abandon()
    {
        lock (_lock)
            _taken = false;
    }

    /// <summary>Where one request at a time is allowed, the pause counts from the end of the answer, not from the request.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _taken = false;
            if (_alone)
                _last = time.GetUtcNow();
        }

        _places.Release();
    }

    public void Dispose() => _places.Dispose();

    /// <summary>Books the next start, so that requests that come together keep the pause between each other.</summary>
    private TimeSpan Reserve(TimeSpan pause)
    {
        if (pause <= TimeSpan.Zero)
            return TimeSpan.Zero;
        var now = time.GetUtcNow();
        lock (_lock)
        {
            // a clock that was set back must not lock the host
            var start = _last is { } last && last + pause > now && last <= now + pause ? last + pause : now;
            _last = start;
            return start - now;
        }
    }
}
