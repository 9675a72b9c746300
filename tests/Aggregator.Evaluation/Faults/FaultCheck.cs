using System.Globalization;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Faults;

/// <summary><c>faults CORPORA [--show]</c>: holds the real service against every fault of <c>perf/fault_server.py</c>.</summary>
internal static class FaultCheck
{
    /// <summary>Over the whole run; a feed may be 10 MiB and an article page too.</summary>
    private const long MostBytes = 400L << 20;

    // First of all, so that its plain titles are what the shared articles are called.
    private const string First = "/ok/rss";

    // These keep a request open for 10 to 30 seconds; feeds that fall due meanwhile must not wait for them.
    private static readonly string[] Slow = ["/t/drip", "/t/hang-before", "/t/hang", "/t/hang-mid", "/t/slow-start"];

    /// <returns>0 when all hold, 1 when one does not, 2 when the corpora are not there.</returns>
    public static async Task<int> RunAsync(string root, bool show, TextWriter output)
    {
        var script = Path.Combine(root, "perf", "fault_server.py");
        if (!File.Exists(script))
        {
            await Console.Error.WriteLineAsync($"There is no server of faults at {script}.");
            return 2;
        }

        var table = Expectation.ReadAll();
        var pages = PageExpectation.ReadAll();
        using var server = await FaultServers.StartAsync(script);
        await using var listing = await PageListing.StartAsync([.. pages.Select(p => server.Url(p.Path, "page-" + FaultServers.HostOf(p.Path)))]);
        await using var run = new FaultRun(server, listing, Directory.CreateTempSubdirectory("aggregator-faults-").FullName);
        var paths = await server.PathsAsync();
        await run.PrepareAsync(paths);
        var faults = new List<string>([.. paths.Except(table.Select(e => e.Path)).Select(p => $"{p} has no line in expected.tsv"), .. table.Select(e => e.Path).Except(paths).Select(p => $"{p} is not served")]);

        var rounds = table.ToDictionary(e => e.Path, e => e.Fates.Count);
        await run.RoundAsync([server.Url(First)]);
        await run.RoundAsync([.. paths.Where(p => p != First && !Slow.Contains(p)).Select(p => server.Url(p)), listing.Url], service => MeanwhileAsync(service, server, run, faults));
        await run.RoundAsync([.. Slow.Select(p => server.Url(p))], punctual: true);
        for (var round = 2; round <= rounds.Values.Max(); round++)
            await run.RoundAsync([.. paths.Where(p => rounds.GetValueOrDefault(p, 1) >= round).Select(p => server.Url(p)), .. round == 2 ? [server.Neighbour] : Array.Empty<string>()]);

        faults.AddRange(run.Faults);
        var stored = run.Read().ToDictionary(f => f.Url);
        var logs = await server.LogsAsync();
        if (show)
            Show(paths, stored, server, logs, output);
        faults.AddRange(table.Where(e => stored.ContainsKey(server.Url(e.Path))).SelectMany(e => e.Faults(stored[server.Url(e.Path)], Hits(logs, e.Path), server.PortOf(e.Path)).Select(f => $"{e.Path}: {f}")));
        faults.AddRange(pages.SelectMany(p => p.Faults(stored[listing.Url].Entries, server)));
        faults.AddRange(logs.SelectMany(Wire.Faults));
        if (run.Integrity() is not "ok" and var damage)
            faults.Add($"integrity: {damage}");
        if (run.PeakBytes > MostBytes)
            faults.Add($"{run.PeakBytes >> 20} MiB of memory");

        foreach (var fault in faults)
            await output.WriteLineAsync("FAULT " + fault);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{table.Count} faults and {pages.Count} pages: {faults.Count} do not hold; peak {run.PeakBytes >> 20} MiB; feeds due meanwhile were at most {run.LatestPunctual:0.0} s late"));
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task MeanwhileAsync(ServiceUnderTest service, FaultServers server, FaultRun run, List<string> faults)
    {
        await WaitForPagesAsync(run);
        try
        {
            faults.AddRange(await Readers.FaultsAsync(service.Client));
            faults.AddRange(await Discovery.FaultsAsync(service.Client, server));
        }
        catch (Exception e) when (e is HttpRequestException or System.Xml.XmlException or JsonException)
        {
            faults.Add($"what readers get: {e}");
        }
    }

    /// <summary>Until each page was tried; those that failed are tried again later.</summary>
    private static async Task WaitForPagesAsync(FaultRun run)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var tick = 0; tick < 600 && run.Read().SelectMany(f => f.Entries).Any(e => e.Fate == ReadFate.Pending && e.Reason is null); tick++)
            await timer.WaitForNextTickAsync();
    }

    private static int Hits(IReadOnlyList<JsonElement> logs, string path) => logs.Sum(log => log.GetProperty("hits").TryGetProperty(path, out var hits) ? hits.GetArrayLength() : 0);

    private static void Show(IReadOnlyList<string> paths, Dictionary<string, Stored> stored, FaultServers server, IReadOnlyList<JsonElement> logs, TextWriter output)
    {
        foreach (var path in paths)
        {
            var feed = stored[server.Url(path)];
            var titles = string.Join(" ;; ", feed.Entries.Take(3).Select(e => $"t:{Cut(e.Title)} u:{Cut(e.Url ?? "")} {e.Fate}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}\t{string.Join(',', feed.Fates)}\t{feed.Entries.Count}\t{Cut(feed.ETag ?? feed.LastModified ?? "-")}\t{Hits(logs, path)}\t{feed.Wait:0}\tr:{feed.RedirectTo ?? "-"} e:{Cut(feed.Errors)} {titles}"));
        }

        foreach (var entry in stored.Values.Where(f => f.SiteTitle == "Pages").SelectMany(f => f.Entries))
            output.WriteLine($"page {entry.Title}\t{entry.Fate}\t{entry.Reason}");
    }

    private static string Cut(string text) => text.Length > 120 ? text[..120] : text;
}
