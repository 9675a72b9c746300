namespace Aggregator.Fetching;

/// <summary>Hosts that have asked for peace, by 429 or 503, and until when.</summary>
/// <param name="jitter">−1 to 1.</param>
internal sealed class HostCooldowns(TimeProvider time, Func<double> jitter)
{
    /// <summary>HTTP.md rule 12.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    /// <summary>HTTP.md rule 11.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset Until, int Times)> _cooling = new(StringComparer.Ordinal);

    public DateTimeOffset? Until(string scope)
    {
        lock (_lock)
            return _cooling.TryGetValue(scope, out (DateTimeOffset Until, int Times) cooling) && cooling.Until > time.GetUtcNow() ? cooling.Until : null;
    }

    /// <summary>Starts or extends a cool-down.</summary>
    /// <param name="stated">What the server asked for; null doubles from ten minutes on with every time.</param>
    public DateTimeOffset Add(string scope, TimeSpan? stated)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (_lock)
        {
            _cooling.TryGetValue(scope, out (DateTimeOffset Until, int Times) before);
            // answers to requests that were under way together are one refusal, not several
            int times = before.Until > now ? Math.Max(1, before.Times) : before.Times + 1;
            // 2^8 times ten minutes is over a day
            TimeSpan wait = stated ?? First * Math.Pow(2, Math.Min(times, 9) - 1) * (1 + (0.1 * jitter()));
            DateTimeOffset until = now + (wait > Longest ? Longest : wait);
            if (until < before.Until)
                until = before.Until;
            _cooling[scope] = (until, times);
            return until;
        }
    }

    /// <summary>A good answer ends the doubling; a stated wait still runs.</summary>
    public void Forgive(string scope)
    {
        lock (_lock)
        {
            if (_cooling.TryGetValue(scope, out (DateTimeOffset Until, int Times) cooling) && cooling.Until <= time.GetUtcNow())
                _cooling.Remove(scope);
        }
    }

    public void Clear()
    {
        lock (_lock)
            _cooling.Clear();
    }
}
