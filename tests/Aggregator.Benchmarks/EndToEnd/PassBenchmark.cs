using System.Diagnostics;
using System.Globalization;
using Aggregator.Configuration;
using Aggregator.Hosting;
using Aggregator.Pipeline;
using Aggregator.Scheduling;
using Aggregator.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.EndToEnd;

/// <summary>
/// The cost of a whole pass over a list of feeds that a local server serves: cold into an empty store, then once more with nothing new.
/// Everything runs in this process, so its CPU time, read before and after, is the pass's own.
/// </summary>
internal static class PassBenchmark
{
    public static async Task<int> RunAsync(string feedsFile, string allowedHost)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-pass-");
        try
        {
            Console.WriteLine("pass        articles    wall s     CPU s   articles per CPU s   peak MiB   store MiB");
            foreach (var name in (string[])["cold", "nothing new"])
                await PassAsync(name, feedsFile, allowedHost, folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PassAsync(string name, string feedsFile, string allowedHost, string data)
    {
        var settings = new CommandLineSettings([], new Dictionary<string, string?>
        {
            ["Aggregator:Feeds"] = feedsFile,
            ["Aggregator:Data"] = data,
            ["Aggregator:AllowHosts:0"] = allowedHost,
            ["Aggregator:FeedHostDelay"] = "0",
            ["Aggregator:PageHostDelay"] = "0",
            ["Aggregator:HostConcurrency"] = "16",
        });
        var found = Startup.Check(settings, FeedsNeeded.Yes) ?? throw new InvalidOperationException("The list of feeds cannot be used.");
        var (wall, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        long articles;
        await using (var store = await SqliteStore.OpenAsync(data, TimeProvider.System, CancellationToken.None))
        await using (var services = new ServiceCollection().AddLogging().AddPipeline(found.Options, store).BuildServiceProvider())
        {
            await services.GetRequiredService<FeedList>().SyncAsync(found.Feeds, announce: false, CancellationToken.None);
            var feeds = await store.ListFeedsAsync(CancellationToken.None);
            await services.GetRequiredService<OnePass>().RunAsync([.. feeds.Select(f => f.Id)], CancellationToken.None);
            articles = services.GetRequiredService<PipelineMetrics>().Pass.Assigned;
        }

        var used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        var bytes = Directory.EnumerateFiles(data).Sum(f => new FileInfo(f).Length) / 1048576.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-11} {articles,8} {wall.Elapsed.TotalSeconds,9:0.0} {used,9:0.0} {articles / used,20:0} {peak,10:0} {bytes,11:0}"));
    }
}
