using System.Globalization;
using Aggregator.LiteDb;
using Aggregator.Million;
using Aggregator.Model;
using Aggregator.Sqlite;
using Aggregator.Stores;

namespace Aggregator.Storage;

/// <summary>
/// Both stores in one sitting: filled by turns through the stages of the pipeline, started anew, then asked the same by turns. Times are processor time,
/// as the machine is shared: of the process for filling, of the asking thread for questions. SQLite asks facets and relevance on two threads where it may:
/// there the second half is missing.
/// </summary>
internal sealed class StoresSideBySide(int articles, TextWriter output)
{
    private const int PerTurn = 1000;
    private const int Warm = 10;

    private readonly (string Name, Func<string, Task<IStore>> Open)[] _engines =
    [
        ("sqlite", folder => SqliteStore.OpenAsync(folder, TimeProvider.System, default)),
        ("litedb", folder => LiteStore.OpenAsync(folder, TimeProvider.System, default)),
    ];

    public async Task RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-stores-");
        try
        {
            var stores = await OpenAsync(folder.FullName, "open");
            await FillAsync(stores);
            await MergeAsync(stores);
            foreach (var store in stores)
                await store.DisposeAsync();
            stores = await OpenAsync(folder.FullName, "start again, to the first answer");
            await AskAsync(stores, rounds);
            foreach (var store in stores)
                await store.DisposeAsync();
            foreach ((var name, _) in _engines)
                output.WriteLine($"{name}: {new DirectoryInfo(Path.Combine(folder.FullName, name)).EnumerateFiles().Sum(file => file.Length) >> 20} MiB on disk");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<List<IStore>> OpenAsync(string folder, string what)
    {
        List<IStore> stores = [];
        foreach ((var name, var open) in _engines)
        {
            var start = TimeProvider.System.GetTimestamp();
            var store = await open(Path.Combine(folder, name));
            await store.ListArticlesAsync(ArticleFilter.All, new PageRequest(), default);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {what}: {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.00} s"));
            await StoreFill.SyncAsync(store);
            stores.Add(store);
        }

        return stores;
    }

    private async Task FillAsync(List<IStore> stores)
    {
        var generators = stores.ConvertAll(_ => new ArticleGenerator(1));
        var cpu = new double[stores.Count];
        var wall = new TimeSpan[stores.Count];
        for (var next = 0; next < articles; next += PerTurn)
        {
            for (var i = 0; i < stores.Count; i++)
            {
                var before = Environment.CpuUsage.TotalTime;
                var start = TimeProvider.System.GetTimestamp();
                await StoreFill.AddAsync(stores[i], generators[i], next, Math.Min(PerTurn, articles - next), readPages: true);
                wall[i] += TimeProvider.System.GetElapsedTime(start);
                cpu[i] += (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            }
        }

        for (var i = 0; i < stores.Count; i++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{_engines[i].Name}: insertion {articles / wall[i].TotalSeconds:0} articles/s, {cpu[i] / articles:0.000} CPU ms an article (making them included)"));
        }
    }

    // As in quiet hours.
    private async Task MergeAsync(List<IStore> stores)
    {
        for (var i = 0; i < stores.Count; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await stores[i].MergeIndexAsync(default);
            while (await stores[i].MergeIndexAsync(default))
            {
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{_engines[i].Name}: bringing the index together {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} CPU s"));
        }
    }

    private async Task AskAsync(List<IStore> stores, int rounds)
    {
        output.WriteLine($"thread CPU ms      {string.Join("          ", _engines.Select(engine => $"{engine.Name} p50 / p99"))}");
        foreach ((var name, var ask) in Questions())
        {
            var times = stores.ConvertAll(_ => new List<double>());
            for (var round = -Warm; round < rounds; round++)
            {
                for (var i = 0; i < stores.Count; i++)
                {
                    var before = CpuClock.OfThisThread();
                    ask(stores[i], round + Warm).GetAwaiter().GetResult();
                    if (round >= 0)
                        times[i].Add(CpuClock.OfThisThread() - before);
                }
            }

            output.WriteLine($"{name,-34} {string.Join("   ", times.Select(Show))}");
        }

        await Task.CompletedTask;
    }

    private IEnumerable<(string Name, Func<IStore, int, Task> Ask)> Questions()
    {
        ArticleGenerator words = new(1);
        // C: words of ranks 60 to 100, in most articles; M: about 1,000; R: about 9,000.
        SearchExpression Common(int i) => Word(words.WordAt(60 + (i * 7 % 40)));
        SearchExpression Middle(int i) => Word(words.WordAt(1000 + (i * 13 % 400)));
        SearchExpression Rare(int i) => Word(words.WordAt(9000 + (i * 17 % 3000)));
        ArticleFilter Both(SearchExpression a, SearchExpression b) => new() { Query = new SearchExpression.And([a, b]) };
        PageRequest page = new(WithText: false);
        TimelineRequest daily = new(TimelineInterval.Day, null, TimeZoneInfo.Utc);
        yield return ("newest 50", (store, _) => store.ListArticlesAsync(ArticleFilter.All, page, default));
        yield return ("newest 50 with texts", (store, _) => store.ListArticlesAsync(ArticleFilter.All, new PageRequest(), default));
        yield return ("newest 50 of C and C", (store, i) => store.ListArticlesAsync(Both(Common(i), Common(i + 3)), page, default));
        yield return ("newest 50 of C and M", (store, i) => store.ListArticlesAsync(Both(Common(i), Middle(i)), page, default));
        yield return ("newest 50 of M and R", (store, i) => store.ListArticlesAsync(Both(Middle(i), Rare(i)), page, default));
        yield return ("newest 50 of R", (store, i) => store.ListArticlesAsync(new ArticleFilter { Query = Rare(i) }, page, default));
        yield return ("newest 50 of R and R", (store, i) => store.ListArticlesAsync(Both(Rare(i), Rare(i + 5)), page, default));
        yield return ("best 50 of C and M", (store, i) => store.ListArticlesAsync(Both(Common(i), Middle(i)), page with { Sort = SortOrder.Relevance }, default));
        yield return ("newest 50 of an outlet", (store, i) => store.ListArticlesAsync(new ArticleFilter { Outlets = [$"outlet{i % 40}.example"] }, page, default));
        yield return ("newest 50 stories", (store, _) => store.ListStoriesAsync(ArticleFilter.All, page, default));
        yield return ("by day, C and C", (store, i) => store.GetTimelineAsync(Both(Common(i), Common(i + 3)), daily, default));
        yield return ("by day, all", (store, _) => store.GetTimelineAsync(ArticleFilter.All, daily, default));
        yield return ("facets, C and C", (store, i) => store.GetFacetsAsync(Both(Common(i), Common(i + 3)), ["outlet", "topic"], 20, default));
        yield return ("changes after N, 100 rows", (store, i) => store.ListChangesAsync(articles * (i % 50) / 50, 100, default));
        yield return ("changes after N, 1,000 rows", (store, i) => store.ListChangesAsync(articles * (i % 50) / 50, 1000, default));
    }

    private static SearchExpression.Word Word(string text) => new(SearchField.Any, text);

    private static string Show(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2],9:0.000} / {times[(int)(times.Count * 0.99)],8:0.000}");
    }
}
