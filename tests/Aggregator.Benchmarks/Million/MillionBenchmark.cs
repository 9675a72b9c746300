using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Aggregator.Million;

/// <summary>
/// Mixed queries over HTTP against the real service on a store of a million articles, and beside each the best bare SQL on the same file in
/// the same run. Prints wall and processor time of both, and which targets hold. Other work on the machine bends the wall times, not the others.
/// </summary>
internal static class MillionBenchmark
{
    private const int Queries = 2000;

    // Statements prepared, pages of the file in the system's cache, code compiled.
    private const int WarmUp = 30;

    public static async Task<int> RunAsync(string data, int queries = Queries)
    {
        await using var service = await ServiceUnderTest.StartAsync(data);
        using var bare = new BareSql(data);
        var words = await WordPick.FromAsync(service.Client);
        var all = new MillionQueries(words, bare.Outlets(), await WalkAsync(service.Client, words));
        var random = new Random(1);
        var samples = all.Kinds.Select(_ => new List<Sample>()).ToList();
        for (var i = -WarmUp * samples.Count; i < queries; i++)
        {
            var query = all.Make(i < 0 ? (i + (WarmUp * samples.Count)) % samples.Count : random.Next(samples.Count), random);
            var sample = await MeasureAsync(service, bare, query);
            if (i >= 0)
                samples[query.Kind].Add(sample);
        }

        var held = Print(all.Kinds, samples);
        var memory = service.PeakMemory();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak memory of the service {memory:F0} MiB (target under 300): {(memory < 300 ? "held" : "MISSED")}"));
        return held && memory < 300 ? 0 : 1;
    }

    private static async Task<Sample> MeasureAsync(ServiceUnderTest service, BareSql bare, MillionQuery query)
    {
        var cpu = CpuClock.OfThisThread();
        var start = Stopwatch.GetTimestamp();
        foreach (var sql in query.Sql)
            bare.Run(sql, query.Arguments);
        var bareWall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var bareCpu = CpuClock.OfThisThread() - cpu;
        cpu = CpuClock.OfProcess(service.Id);
        start = Stopwatch.GetTimestamp();
        using (var answer = await service.Client.GetAsync(query.Path))
        {
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{query.Path} was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            await answer.Content.ReadAsByteArrayAsync();
        }

        var wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new Sample(bareWall, bareCpu, wall, CpuClock.OfProcess(service.Id) - cpu);
    }

    /// <summary>Walks some common words to their thousandth page, as a client would, for cursors that lie deep.</summary>
    private static async Task<List<string>> WalkAsync(HttpClient client, WordPick words)
    {
        const int Pages = 1000;
        var cursors = new List<string>();
        var random = new Random(2);
        for (var word = words.Common(random); cursors.Count < 3; word = words.Common(random))
        {
            string? cursor = null;
            var last = "";
            for (var page = 0; page < Pages && (page == 0 || cursor is not null); page++)
            {
                var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/articles?text=none&q={word}{(cursor is null ? "" : "&cursor=" + cursor)}")).RootElement;
                if (answer.GetProperty("next_cursor").GetString() is not { } next)
                    break;
                (cursor, last) = (next, answer.GetProperty("items").EnumerateArray().Last().GetProperty("id").GetString()!);
            }

            if (cursor is not null)
                cursors.Add($"{word} {cursor} {last}");
        }

        return cursors;
    }

    private static bool Print(IReadOnlyList<QueryKind> kinds, List<List<Sample>> samples)
    {
        Console.WriteLine("p50 / p99, ms                    |   n | bare SQL wall   | bare SQL CPU    | HTTP wall       | service CPU     | median <= 2 x bare + 1 | p99");
        var held = true;
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            var taken = samples[kind];
            var median = Of(taken, sample => sample.Wall, 0.5);
            var allowed = (2 * Of(taken, sample => sample.BareWall, 0.5)) + 1;
            var slowest = Of(taken, sample => sample.Wall, 0.99);
            var good = median <= allowed && slowest <= kinds[kind].MostMilliseconds;
            held &= good;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kinds[kind].Name,-32} | {taken.Count,3} | {Pair(taken, s => s.BareWall)} | {Pair(taken, s => s.BareCpu)} | {Pair(taken, s => s.Wall)} | {Pair(taken, s => s.Cpu)} | {median,8:F2} <= {allowed,8:F2}   | {slowest:F1} <= {kinds[kind].MostMilliseconds:F0} {(good ? "held" : "MISSED")}"));
        }

        return held;
    }

    private static string Pair(List<Sample> samples, Func<Sample, double> value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(samples, value, 0.5),7:F2} {Of(samples, value, 0.99),7:F2}");

    private static double Of(List<Sample> samples, Func<Sample, double> value, double share) =>
        samples.Select(value).Order().ElementAt((int)Math.Min(samples.Count - 1, share * samples.Count));

    private sealed record Sample(double BareWall, double BareCpu, double Wall, double Cpu);
}
