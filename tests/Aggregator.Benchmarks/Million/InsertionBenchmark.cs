using System.Diagnostics;
using System.Globalization;
using Aggregator.Storage;

namespace Aggregator.Million;

/// <summary>
/// The rate of insertion through all three queues into a store that holds a million articles, and into an empty one, turn by turn in the same
/// run, after the rest in which the service brings its index together. Adds <see cref="Rounds"/> times <see cref="Articles"/> made-up articles to the store: give it a copy that may grow.
/// </summary>
internal static class InsertionBenchmark
{
    private const int Rounds = 6;
    private const int Articles = 1000;

    public static async Task<int> RunAsync(string data)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-insert-");
        await using var full = await StoreFill.OpenAsync(data);
        await using var empty = await StoreFill.OpenAsync(folder.FullName);
        while (await full.MergeIndexAsync(default) | await full.MergeIndexAsync(default))
        {
        }

        // Numbers that an earlier run has not used.
        var first = (int)(await full.GetStatisticsAsync(TimeProvider.System.GetUtcNow(), default)).Sequence;
        var generators = new Dictionary<string, ArticleGenerator> { ["empty"] = new(1), ["full"] = new(1) };
        var spent = new Dictionary<string, (double Wall, double Cpu)>();
        Console.WriteLine("round  store  articles per s  CPU ms per article");
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, store) in new[] { ("empty", empty), ("full", full) })
            {
                var cpu = Environment.CpuUsage.TotalTime;
                var start = Stopwatch.GetTimestamp();
                await StoreFill.AddAsync(store, generators[name], first + (round * Articles), Articles, readPages: true);
                var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
                var used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
                // The first round compiles the code.
                if (round > 0)
                    spent[name] = (spent.GetValueOrDefault(name).Wall + wall, spent.GetValueOrDefault(name).Cpu + used);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,5}  {name,-5}  {Articles / wall,14:F0}  {used / Articles,18:F3}"));
            }
        }

        var (rate, cost) = (spent["empty"].Wall / spent["full"].Wall, spent["empty"].Cpu / spent["full"].Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"full against empty: {rate:P0} of the rate by wall time, {cost:P0} by processor time (target 90 %)"));
        return rate >= 0.9 ? 0 : 1;
    }
}
