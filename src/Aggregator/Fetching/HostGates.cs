using System.Globalization;
using System.Net;
using Aggregator.Configuration;
using Aggregator.Model;

namespace Aggregator.Fetching;

/// <summary>
/// Keeps requests to one host apart and remembers hosts that asked to back off. A slow host delays no other. Slots are counted per host and port;
/// a cool-down holds for the registrable domain of a public host and for the exact origin of all others, whose neighbours may belong to anybody.
/// </summary>
internal sealed class HostGates
{
    /// <summary>Gates that are kept before idle ones are evicted: an idle gate only remembers its last request.</summary>
    private const int MostGates = 10_000;

    /// <summary>
    /// Feeds wait this long for their turn at a host with a rate of its own; beyond it they come back, so that a hundred of them do not fill all
    /// slots.
    /// </summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly AggregatorOptions _options;
    private readonly Func<string, string> _registrableDomain;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HostGate> _gates = new(StringComparer.Ordinal);
    private readonly HostCooldowns _cooldowns;
    private readonly Dictionary<string, TimeSpan> _hostDelays;

    /// <param name="registrableDomain">Gives <c>example.co.uk</c> for <c>news.example.co.uk</c>.</param>
    /// <param name="jitter">−1 to 1; evenly random when null.</param>
    public HostGates(AggregatorOptions options, Func<string, string> registrableDomain, TimeProvider time, Func<double>? jitter = null)
    {
        _options = options;
        _registrableDomain = registrableDomain;
        _time = time;
        _cooldowns = new HostCooldowns(time, jitter ?? (() => (Random.Shared.NextDouble() * 2) - 1));
        _hostDelays = options.HostDelays.ToDictionary(d => d.Key, d => TimeSpan.FromSeconds(d.Value), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Waits for a slot at the host and for the pause since the last request. Dispose the slot when the body is read.</summary>
    /// <exception cref="FetchFailedException">The feed's turn is so far off that it should come back for it: the exception says when.</exception>
    public async Task<HostSlot> EnterAsync(Uri url, VisitKind kind, CancellationToken cancellation)
    {
        var own = OwnDelay(url, out var key);
        var gate = Retain(key);
        var booked = false;
        try
        {
            var pause = own ?? Pause(kind, gate);
            if (kind == VisitKind.Feed && own > LongestWait)
            {
                if (gate.Book(pause) is { } slot)
                {
                    throw new FetchFailedException(FetchFate.RateLimited,
                        string.Create(CultureInfo.InvariantCulture, $"host slot {slot.TotalSeconds:0} s"))
                    { RetryAfter = slot };
                }

                booked = true;
            }

            await gate.EnterAsync(pause, cancellation);
        }
        catch
        {
            if (booked)
                gate.Abandon();
            Release(gate);
            throw;
        }

        return new HostSlot(() =>
        {
            gate.Leave();
            if (own > LongestWait)
                _cooldowns.Note(Scope(url), _time.GetUtcNow() + own.Value);
            Release(gate);
        });
    }

    /// <summary>Until when the host wants no requests; null when it may be asked.</summary>
    public DateTimeOffset? CoolingUntil(Uri url) => _cooldowns.Until(Scope(url));

    /// <summary>The host has refused for now.</summary>
    /// <param name="stated">Its Retry-After; null when it gave none.</param>
    public DateTimeOffset Cool(Uri url, TimeSpan? stated) => _cooldowns.Add(Scope(url), stated);

    /// <summary>The host has answered well.</summary>
    public void Forgive(Uri url) => _cooldowns.Forgive(Scope(url));

    /// <summary>Sets the pause that the host's robots.txt asks for.</summary>
    public void SetCrawlDelay(Uri url, TimeSpan delay)
    {
        var gate = Retain(Origin(url));
        gate.CrawlDelay = delay;
        Release(gate);
    }

    /// <summary>Forgets all cool-downs.</summary>
    public void Clear() => _cooldowns.Clear();

    /// <summary>Pauses that began, grew or ended since the last call, to be stored.</summary>
    public IReadOnlyList<HostPause> TakeChanged() => _cooldowns.TakeChanged();

    /// <summary>Takes up the pauses that an earlier process stored.</summary>
    public void Restore(IReadOnlyList<HostPause> pauses) => _cooldowns.Restore(pauses);

    /// <summary>What a cool-down of this address covers.</summary>
    internal string Scope(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        var isPrivate = IPAddress.TryParse(host, out _)
            || !host.Contains('.', StringComparison.Ordinal)
            || Array.Exists(PrivateSuffixes, s => host.EndsWith(s, StringComparison.Ordinal));
        return isPrivate ? Origin(url) : _registrableDomain(host);
    }

    /// <summary>Names that are used inside a house only (RFC 6761, RFC 6762, RFC 8375 and ICANN's .internal).</summary>
    private static readonly string[] PrivateSuffixes = [".localhost", ".internal", ".local", ".lan", ".home.arpa", ".test"];

    private static string Origin(Uri url) => $"{url.Scheme}://{url.IdnHost.TrimEnd('.').ToLowerInvariant()}:{url.Port}";

    /// <summary>The rate that the settings give this host or its whole domain, whose hosts then share one gate; null for the general one.</summary>
    private TimeSpan? OwnDelay(Uri url, out string key)
    {
        key = Origin(url);
        if (_hostDelays.Count == 0)
            return null;
        if (_hostDelays.TryGetValue(url.IdnHost, out var own))
            return own;
        var scope = Scope(url);
        if (!_hostDelays.TryGetValue(scope, out own))
            return null;
        key = scope;
        return own;
    }

    private TimeSpan Pause(VisitKind kind, HostGate gate)
    {
        var usual = TimeSpan.FromSeconds(kind == VisitKind.Feed ? _options.FeedHostDelay : _options.PageHostDelay);
        return kind == VisitKind.Page && gate.CrawlDelay > usual ? gate.CrawlDelay : usual;
    }

    private HostGate Retain(string key)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out var gate))
            {
                if (_gates.Count >= MostGates)
                    DropIdle();
                _gates[key] = gate = new HostGate(_options.HostConcurrency, _time);
            }

            gate.Visitors++;
            return gate;
        }
    }

    private void Release(HostGate gate)
    {
        lock (_lock)
            gate.Visitors--;
    }

    private void DropIdle()
    {
        foreach ((var key, var gate) in _gates.Where(g => g.Value.Visitors == 0).ToList())
        {
            _gates.Remove(key);
            gate.Dispose();
        }
    }
}

/// <summary>A slot at a host; disposing it twice releases it once.</summary>
internal sealed class HostSlot(Action leave) : IDisposable
{
    private Action? _leave = leave;

    public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
}
