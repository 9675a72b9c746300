using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>
/// Hosts that asked to back off, by 429 or 503, and until when. Changes are handed out to be stored, so that a restart does not forget them.
/// </summary>
/// <param name="jitter">−1 to 1.</param>
internal sealed class HostCooldowns(TimeProvider time, Func<double> jitter)
{
    /// <summary>fetching.md rule 12.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    /// <summary>fetching.md rule 11.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HostPause> _cooling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HostPause> _changed = new(StringComparer.Ordinal);

    public DateTimeOffset? Until(string scope)
    {
        lock (_lock)
            return _cooling.TryGetValue(scope, out var cooling) && cooling.Until > time.GetUtcNow() ? cooling.Until : null;
    }

    /// <summary>Starts or extends a cool-down.</summary>
    /// <param name="stated">What the server asked for; null doubles from ten minutes on with every time.</param>
    public DateTimeOffset Add(string scope, TimeSpan? stated)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var before = _cooling.GetValueOrDefault(scope) ?? new(scope, DateTimeOffset.MinValue, 0);
            // answers to requests that were under way together are one refusal, not several
            var times = before.Until > now ? Math.Max(1, before.Times) : before.Times + 1;
            // 2^8 times ten minutes is over a day
            var wait = stated ?? First * Math.Pow(2, Math.Min(times, 9) - 1) * (1 + (0.1 * jitter()));
            var until = now + (wait > Longest ? Longest : wait);
            if (until < before.Until)
                until = before.Until;
            _cooling[scope] = _changed[scope] = new(scope, until, times);
            return until;
        }
    }

    /// <summary>A good answer ends the doubling; a stated wait still runs.</summary>
    public void Forgive(string scope)
    {
        lock (_lock)
        {
            if (_cooling.TryGetValue(scope, out var cooling) && cooling.Until <= time.GetUtcNow())
            {
                _cooling.Remove(scope);
                _changed[scope] = cooling with { Times = 0 };
            }
        }
    }

    /// <summary>Writes a pause down that the gate itself keeps while the process lives: after a restart it holds as a cool-down.</summary>
    public void Note(string scope, DateTimeOffset until)
    {
        lock (_lock)
        {
            if (!_cooling.TryGetValue(scope, out var cooling) || cooling.Until < until)
                _changed[scope] = new(scope, until, cooling?.Times ?? 0);
        }
    }

    /// <summary>What has changed since the last call.</summary>
    public IReadOnlyList<HostPause> TakeChanged()
    {
        lock (_lock)
        {
            if (_changed.Count == 0)
                return [];
            HostPause[] changed = [.. _changed.Values];
            _changed.Clear();
            return changed;
        }
    }

    /// <summary>Takes up what an earlier process stored; what is known already and longer stays.</summary>
    public void Restore(IReadOnlyList<HostPause> pauses)
    {
        lock (_lock)
        {
            foreach (var pause in pauses)
            {
                if (!_cooling.TryGetValue(pause.Scope, out var known) || known.Until < pause.Until)
                    _cooling[pause.Scope] = pause.Until - time.GetUtcNow() > Longest ? pause with { Until = time.GetUtcNow() + Longest } : pause;
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
            _cooling.Clear();
    }
}
