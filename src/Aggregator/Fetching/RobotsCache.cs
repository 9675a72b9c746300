using Aggregator.Polling;

namespace Aggregator.Fetching;

/// <summary>What is known of a host's robots.txt.</summary>
/// <param name="Rules">Null when it could not be had: nothing may be fetched until it can (RFC 9309 §2.3.1.4).</param>
/// <param name="Fault">Why not.</param>
internal sealed record RobotsAnswer(RobotsRules? Rules, string? Fault, DateTimeOffset Until);

/// <summary>Asks every origin for its robots.txt once and keeps the answer for a day at most.</summary>
internal sealed class RobotsCache(HttpExchange exchange, HostGates gates, string product, TimeProvider time) : IDisposable
{
    /// <summary>RFC 9309 §2.4.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>However short the stated freshness: an article page must not cost two requests each time.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    /// <summary>Until a file that could not be had is asked for again.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(10);

    /// <summary>RFC 9309 §2.5: at least 500 KiB are to be read; the rest of a longer file is ignored.</summary>
    private const long MostBytes = 500 * 1024;

    /// <summary>Longer wishes would stop all reading: at 30 s a host still gives 120 pages an hour.</summary>
    private static readonly TimeSpan MostCrawlDelay = TimeSpan.FromSeconds(30);

    /// <summary>Origins kept; when full, expired ones are evicted first, then all.</summary>
    private const int MostOrigins = 10_000;

    private readonly CancellationTokenSource _lifetime = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<RobotsAnswer>> _answers = new(StringComparer.Ordinal);

    public Task<RobotsAnswer> GetAsync(Uri url, CancellationToken cancellation)
    {
        var origin = $"{url.Scheme}://{url.IdnHost}:{url.Port}";
        lock (_lock)
        {
            if (!_answers.TryGetValue(origin, out var answer) || IsStale(answer))
            {
                if (_answers.Count >= MostOrigins)
                    Shrink();
                // asked for once for all who wait, so none of them may cancel it
                _answers[origin] = answer = FetchAsync(new Uri(url, "/robots.txt"), _lifetime.Token);
            }

            return answer.WaitAsync(cancellation);
        }
    }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }

    private bool IsStale(Task<RobotsAnswer> answer) =>
        answer.IsCompleted && (!answer.IsCompletedSuccessfully || answer.Result.Until <= time.GetUtcNow());

    private void Shrink()
    {
        foreach (var origin in _answers.Where(a => IsStale(a.Value)).Select(a => a.Key).ToList())
            _answers.Remove(origin);
        if (_answers.Count >= MostOrigins)
            _answers.Clear();
    }

    private async Task<RobotsAnswer> FetchAsync(Uri url, CancellationToken cancellation)
    {
        // leave the caller's lock before anything is done
        await Task.Yield();
        var result = await exchange.SendAsync(
            new(url, VisitKind.Page, "text/plain, */*;q=0.1", MostBytes) { Cut = true, WantsBody = (status, _) => status == 200 }, cancellation);
        var now = time.GetUtcNow();
        switch (result)
        {
            case ExchangeResult.Answer { Status: 200 } file:
                var rules = RobotsRules.Parse(file.Body, product);
                var delay = rules.CrawlDelay ?? TimeSpan.Zero;
                gates.SetCrawlDelay(url, delay > MostCrawlDelay ? MostCrawlDelay : delay);
                return new(rules, null, now + Keep(file.Headers, now));
            case ExchangeResult.Answer { Status: >= 500 or 429 } fault:
                return new(null, StatusWords.Explain(fault.Status, fault.Headers), now + AfterFault);
            case ExchangeResult.Answer:
                return new(RobotsRules.AllowAll, null, now + Longest);
            case ExchangeResult.Broken { Fate: Model.FetchFate.TooManyRedirects }:
                // §2.3.1.2: may be taken as unavailable, which allows all
                return new(RobotsRules.AllowAll, null, now + Longest);
            case ExchangeResult.Broken broken:
                return new(null, broken.Message, now + (broken.RetryAfter is { } wait && wait < AfterFault ? wait : AfterFault));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static TimeSpan Keep(RawHeaders headers, DateTimeOffset now)
    {
        var stated = Freshness.Parse(headers["Cache-Control"], headers["Expires"], headers["Age"], headers["Date"], now).Lifetime ?? Longest;
        return stated < Shortest ? Shortest : stated > Longest ? Longest : stated;
    }
}
