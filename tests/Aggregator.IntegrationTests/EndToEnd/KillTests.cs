using System.Diagnostics;
using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.EndToEnd;

/// <summary>SIGKILL at any moment loses nothing and doubles nothing.</summary>
public class KillTests
{
    private const int Feeds = 30;
    private const int Items = 12;
    private const int KillsPerRound = 4;

    // At least 20 in CI; AGGREGATOR_KILLS=100 for the long run.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("AGGREGATOR_KILLS"), out var kills) ? kills : 20;

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.LiteDb)]
    public async Task A_pass_that_was_killed_again_and_again_ends_like_an_undisturbed_one(string engine)
    {
        await using var site = await LoopbackSite.StartAsync();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("feeds.json"), NewsSite.FeedsJson(NewsSite.Fill(site, Feeds, Items)));
        var whole = Stopwatch.StartNew();
        await PollToTheEndAsync(engine, site, folder, "undisturbed");
        whole.Stop();

        var expected = await ReadAsync(engine, folder, "undisturbed");
        Assert.Equal(Feeds * Items, expected.Articles.Count);

        // The same seed gives the same moments; they fall anywhere between the start of the process and the end of a whole pass.
        // Each round starts on an empty folder, so that first passes are hit and not only repeated ones, and is compared at its end.
        var random = new Random(20261122);
        var landed = 0;
        var started = 0;
        for (var round = 0; landed < Kills; round++)
        {
            var data = $"killed-{round}";
            for (var inRound = 0; inRound < KillsPerRound; inRound++)
            {
                // A process that ended by itself was not killed: only kills that came in time count.
                Assert.True(++started <= Kills * 5, $"only {landed} of {started} kills came before the process had ended by itself");
                using var process = ServiceProcess.Start(Arguments(engine, site, folder, data));
                if (await KillAfterAsync(process, whole.Elapsed * random.NextDouble()))
                    landed++;
            }

            await PollToTheEndAsync(engine, site, folder, data);
            var actual = await ReadAsync(engine, folder, data);
            Assert.Equal(expected.Articles, actual.Articles);
            Assert.Equal(expected.Feeds, actual.Feeds);
            Assert.Equal(actual.Sequences.Count, actual.Sequences.Distinct().Count());
            await Engines.AssertSoundAsync(engine, folder.File(data));
        }
    }

    /// <returns>Whether it was still running.</returns>
    private static async Task<bool> KillAfterAsync(Process process, TimeSpan time)
    {
        using var enough = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(enough.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return true;
        }
    }

    private static string[] Arguments(string engine, LoopbackSite site, TemporaryFolder folder, string data) =>
        ["poll", "--feeds", folder.File("feeds.json"), "--data", folder.File(data), "--allow-host", site.Authority, "--host-delay", "0", "--host-concurrency", "4", "--store", engine];

    private static async Task PollToTheEndAsync(string engine, LoopbackSite site, TemporaryFolder folder, string data)
    {
        var (code, output, error) = await ServiceProcess.RunAsync(Arguments(engine, site, folder, data));
        Assert.True(code == 0, $"poll ended with {code}:\n{output}\n{error}");
    }

    private static async Task<(List<string> Articles, List<string> Feeds, List<long> Sequences)> ReadAsync(string engine, TemporaryFolder folder, string data)
    {
        await using var store = await Engines.OpenReadOnlyAsync(engine, folder.File(data));
        var rows = new List<ArticleRow>();
        await foreach (var row in store.ExportAsync(ArticleFilter.All, CancellationToken.None))
            rows.Add(row);
        var feeds = await store.ListFeedsAsync(CancellationToken.None);
        return (
            [.. rows.Select(r => $"{r.Url}|{r.Title}|{r.Published.Instant:O}|{r.Sightings}|{r.Revisions}|{r.ReadFate}|{r.Text}").Order(StringComparer.Ordinal)],
            [.. feeds.Select(f => $"{f.CurrentUrl}|{f.State.ETag}|{f.State.LastModified}|{f.State.BodyHash}").Order(StringComparer.Ordinal)],
            [.. rows.Select(r => r.Sequence).Order()]);
    }
}
