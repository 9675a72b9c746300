using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Aggregator;

/// <summary>
/// Predicts over the corpora of a folder, has the scorer beside each corpus judge, and holds every figure against its floor in
/// <c>floors.json</c>. Floors only rise: <c>--raise</c> lifts those that the run exceeds and never lowers one.
/// </summary>
internal static class Score
{
    // Below a floor by less than this is rounding, not a loss.
    private const double Tolerance = 0.0005;

    /// <summary>A corpus that came later than the others; where it is missing its floors are not held.</summary>
    private const string Optional = "novelty";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly (string Name, string Kind, string Path, Func<string, string, Scoring> Scorer)[] Corpora =
    [
        ("feeds", "feeds", "feeds/dev", (root, predictions) => Scoring.ToFile(
            $"{root}/feeds/score_feeds.py", [$"{root}/feeds/dev/gold.jsonl", predictions, "--brief"])),
        ("feeds-codehollow", "feeds-codehollow", "feeds/dev", (root, predictions) => Scoring.ToFile(
            $"{root}/feeds/score_feeds.py", [$"{root}/feeds/dev/gold.jsonl", predictions, "--brief"])),
        ("extraction", "extraction", "extraction/dev", (root, predictions) => Scoring.ToFile(
            $"{root}/extraction/score_extraction.py", [$"{root}/extraction/dev/gold.jsonl", predictions])),
        ("urls", "urls", "dedup/dev/urls.jsonl", (root, predictions) => Scoring.ToOutput(
            $"{root}/dedup/score_dedup.py", ["urls", $"{root}/dedup/dev/urls.jsonl", predictions])),
        ("near", "near", "dedup/dev/near.jsonl", (root, predictions) => Scoring.ToOutput(
            $"{root}/dedup/score_dedup.py", ["near", $"{root}/dedup/dev/near.jsonl", predictions])),
        ("stories", "stories", "dedup/dev/stories.jsonl", (root, predictions) => Scoring.ToOutput(
            $"{root}/dedup/score_dedup.py", ["stories", $"{root}/dedup/dev/stories.jsonl", predictions, "--no-ceaf"])),
        ("novelty", "novelty", "novelty/dev.jsonl", (root, predictions) => Scoring.ToFile(
            $"{root}/novelty/score_novelty.py", [$"{root}/novelty/dev.jsonl", predictions])),
    ];

    /// <returns>0 when every floor holds, 1 when one does not, 2 when the corpora are not there.</returns>
    public static int Run(string root, string floorsFile, bool raise)
    {
        if (!Directory.Exists(root))
        {
            Console.Error.WriteLine($"There are no corpora in {root}; name their folder.");
            return 2;
        }

        var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(floorsFile))!;
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var isWhole = Directory.Exists(Path.Combine(root, Optional));
        foreach (var corpus in Corpora.Where(corpus => isWhole || corpus.Name != Optional))
        {
            var predictions = Path.Combine(Path.GetTempPath(), $"aggregator-{Environment.ProcessId}-{corpus.Name}.jsonl");
            try
            {
                using (var writer = new StreamWriter(predictions))
                    Predict.Run(corpus.Kind, Path.Combine(root, corpus.Path), writer);
                Figures.Add(figures, corpus.Name, corpus.Scorer(root, predictions).Run());
            }
            finally
            {
                File.Delete(predictions);
            }
        }

        TagsEvaluation.Add(figures, Path.Combine(root, "extraction/dev"));
        LanguagesEvaluation.Add(figures, Path.Combine(root, "extraction/dev"));
        if (!isWhole)
            floors = new SortedDictionary<string, double>(floors.Where(floor => !floor.Key.StartsWith($"{Optional}.", StringComparison.Ordinal)).ToDictionary());
        var failed = Judge(figures, floors);
        if (raise && isWhole)
            Raise(figures, floors, floorsFile);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{floors.Count - failed} floors hold, {failed} do not"));
        return failed == 0 ? 0 : 1;
    }

    private static int Judge(SortedDictionary<string, double> figures, SortedDictionary<string, double> floors)
    {
        var failed = 0;
        foreach (var (name, value) in figures)
        {
            var floor = floors.TryGetValue(name, out var f) ? f : double.NaN;
            var holds = !(value < floor - Tolerance);
            if (!holds)
                failed++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(holds ? "    " : "LOW ")} {name,-40} {value:0.0000}   floor {floor:0.0000}"));
        }

        foreach (var missing in floors.Keys.Where(name => !figures.ContainsKey(name)))
        {
            failed++;
            Console.WriteLine($"LOW  {missing,-40} was not measured");
        }

        return failed;
    }

    private static void Raise(SortedDictionary<string, double> figures, SortedDictionary<string, double> floors, string file)
    {
        foreach (var (name, value) in figures)
        {
            // Rounded down, so that a rerun on another machine does not fail by the last digit.
            var candidate = Math.Floor(value * 1000) / 1000;
            if (!floors.TryGetValue(name, out var floor) || candidate > floor)
                floors[name] = candidate;
        }

        File.WriteAllText(file, JsonSerializer.Serialize(floors, Indented) + "\n");
    }
}

/// <summary>One run of a scorer.</summary>
internal sealed record Scoring(string Script, IReadOnlyList<string> Arguments, string? ResultFile)
{
    public static Scoring ToOutput(string script, IReadOnlyList<string> arguments) => new(script, [.. arguments, "--json"], null);

    public static Scoring ToFile(string script, IReadOnlyList<string> arguments)
    {
        var file = Path.GetTempFileName();
        return new Scoring(script, [.. arguments, "--json", file], file);
    }

    public JsonElement Run()
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Script, .. Arguments]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("python3 could not be started; the scorers need it.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Script} ended with code {process.ExitCode}.");
        if (ResultFile is null)
            return JsonDocument.Parse(output).RootElement;
        Console.WriteLine(output);
        var result = JsonDocument.Parse(File.ReadAllText(ResultFile)).RootElement;
        File.Delete(ResultFile);
        return result;
    }
}
