using System.Globalization;
using System.Text.Json;
using Aggregator.Model;
using Aggregator.Sqlite;

namespace Aggregator.Faults;

/// <summary>
/// Drives the real service over every path of the server of faults, in rounds: the service runs until each feed of the round was polled, is
/// told to stop, and the feeds that are to be polled again are made due. So nothing waits for a clock, and each round is a restart too.
/// </summary>
internal sealed class FaultRun(FaultServers server, PageListing listing, string folder) : IAsyncDisposable
{
    // Each poll ends by itself after 30 s (FetchLimits.Whole); the rest is for a busy machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly string _data = Path.Combine(folder, "data");
    private readonly string _feeds = Path.Combine(folder, "feeds.json");
    private string _key = "";

    /// <summary>What went wrong whatever the path.</summary>
    public List<string> Faults { get; } = [];

    public long PeakBytes { get; private set; }

    /// <summary>Seconds by which the last of the punctual feeds was late.</summary>
    public double LatestPunctual { get; private set; }

    public async Task PrepareAsync(IEnumerable<string> paths)
    {
        List<FeedDefinition> feeds = [.. paths.Select(path => Definition(server.Url(path), NeedsPages(path)))];
        feeds.Add(Definition(listing.Url, FullTextMode.Always));
        feeds.Add(Definition(server.Neighbour, FullTextMode.Never));
        feeds.AddRange(Punctual.Select(p => Definition(p.Url(server), FullTextMode.Never)));
        await File.WriteAllTextAsync(_feeds, JsonSerializer.Serialize(new { feeds = feeds.Select(f => new { url = f.Url, title = f.Title, category = f.Category, full_text = f.FullText == FullTextMode.Always ? "always" : "never" }) }));
        await using (var store = await SqliteStore.OpenAsync(_data, TimeProvider.System, CancellationToken.None))
            await store.SyncFeedsAsync(feeds, _ => PollingNever, CancellationToken.None);
        _key = await ServiceUnderTest.RunAsync("keys", "add", "faults", "--data", _data);
    }

    /// <summary>One round: polls the feeds of <paramref name="urls"/> once; <paramref name="meanwhile"/> uses the service before it is stopped.</summary>
    public async Task RoundAsync(IReadOnlyCollection<string> urls, Func<ServiceUnderTest, Task>? meanwhile = null, bool punctual = false)
    {
        var start = DateTimeOffset.UtcNow;
        await ScheduleAsync(urls, start, punctual);
        await using var service = await ServiceUnderTest.StartAsync(
            _key, ["--data", _data, "--feeds", _feeds, "--host-delay", "0.2", .. server.Authorities.Append(listing.Authority).SelectMany(host => new[] { "--allow-host", host })]);
        var ready = DateTimeOffset.UtcNow;
        var expected = punctual ? [.. urls, .. Punctual.Select(p => p.Url(server))] : urls;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (Missing(expected, start) is { Count: > 0 } missing)
        {
            if (service.HasEnded || DateTimeOffset.UtcNow > start + Patience)
            {
                Faults.Add($"{(service.HasEnded ? "the service died" : "the service hangs")}; not polled: {string.Join(' ', missing)}\n{string.Join('\n', service.Lines.TakeLast(20))}");
                return;
            }

            await timer.WaitForNextTickAsync();
        }

        if (punctual)
            CheckPunctual(start, ready);
        if (meanwhile is not null)
            await meanwhile(service);
        PeakBytes = Math.Max(PeakBytes, service.PeakBytes);
        if (await service.StopAsync() is not 0 and var code)
            Faults.Add($"the service did not stop in time or well: {code?.ToString(CultureInfo.InvariantCulture) ?? "killed"}");
        Faults.AddRange(service.Lines.Where(line => line.Contains("our own code", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal)));
    }

    public IReadOnlyList<Stored> Read() => Stored.Read(_data);

    public string Integrity() => Stored.Integrity(_data);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static DateTimeOffset PollingNever => Aggregator.Polling.PollingPolicy.Never;

    private static IReadOnlyList<PunctualFeed> Punctual { get; } = [.. Enumerable.Range(1, 6).Select(i => new PunctualFeed(i))];

    /// <summary>Feeds whose links lead where no page may be fetched from.</summary>
    private static FullTextMode NeedsPages(string path) => path is "/i/ssrf-links" or "/i/js-links" ? FullTextMode.Always : FullTextMode.Never;

    private static FeedDefinition Definition(string url, FullTextMode pages) => new(url, url, "Faults", null, pages);

    private async Task ScheduleAsync(IReadOnlyCollection<string> urls, DateTimeOffset start, bool punctual)
    {
        await using var store = await SqliteStore.OpenAsync(_data, TimeProvider.System, CancellationToken.None);
        foreach (var feed in await store.ListFeedsAsync(CancellationToken.None))
        {
            var at = urls.Contains(feed.Definition.Url) ? start
                : punctual && Punctual.FirstOrDefault(p => p.Url(server) == feed.Definition.Url) is { } regular ? start + regular.After
                : PollingNever;
            // Gone and resting feeds of earlier rounds keep their schedule: it is part of what is judged.
            if (at != PollingNever)
                await store.ScheduleFeedAsync(feed.Id, at, "round of faults", CancellationToken.None);
        }

        // As if the ten minutes were over that a host gets after a refusal without Retry-After; only the neighbour is there to be held off.
        var over = (await store.ListHostPausesAsync(CancellationToken.None)).Where(pause => urls.Any(url => url != server.Neighbour && url.StartsWith(pause.Scope + "/", StringComparison.Ordinal)));
        await store.SaveHostPausesAsync([.. over.Select(pause => pause with { Until = start })], start, CancellationToken.None);
    }

    private List<string> Missing(IEnumerable<string> urls, DateTimeOffset start)
    {
        // A poll that was put off without a request leaves no history, only another time.
        var polled = Read().Where(feed => feed.LastPoll >= start.AddMilliseconds(-1) || (feed.Url == server.Neighbour && feed.NextPoll > start)).Select(feed => feed.Url).ToHashSet();
        return [.. urls.Where(url => !polled.Contains(url))];
    }

    /// <summary>Feeds that fall due while others hang must be polled in time: within a tick (5 s) and as much again for a busy machine.</summary>
    private void CheckPunctual(DateTimeOffset start, DateTimeOffset ready)
    {
        foreach (var regular in Punctual)
        {
            var due = start + regular.After > ready ? start + regular.After : ready;
            var late = (Read().First(f => f.Url == regular.Url(server)).LastPoll - due)!.Value.TotalSeconds;
            LatestPunctual = Math.Max(LatestPunctual, late);
            if (late > 10)
                Faults.Add(string.Create(CultureInfo.InvariantCulture, $"a feed that was due {regular.After.TotalSeconds} s after the start was delayed by {late:0.0} s"));
        }
    }

    private sealed record PunctualFeed(int Number)
    {
        public TimeSpan After => TimeSpan.FromSeconds(4 * Number);

        public string Url(FaultServers server) => server.Url("/ok/rss", string.Create(CultureInfo.InvariantCulture, $"punctual-{Number}"));
    }
}
