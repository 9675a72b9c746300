using System.Globalization;
using System.Text.Json;
using Aggregator.Text.Languages;

namespace Aggregator;

/// <summary>
/// Scores what is told of a text's language on the titles and the texts of the extraction corpus, whose pages stay there. <c>languages.jsonl</c> has the language of
/// 1,377 of them: for 1,260 the one that the page declares and the model finds in the gold text; for 91 that declare nothing, the model's; 26 where the two differ were read and decided by eye.
/// </summary>
internal static class LanguagesEvaluation
{
    /// <summary>What pages and feeds declare by default; German for what is English.</summary>
    private const string Default = "en-us", OtherDefault = "de-de";

    public static int Run(string corpus, TextWriter output)
    {
        var (figures, faults) = Measure(corpus);
        foreach (var fault in faults)
            output.WriteLine(fault);
        foreach (var (name, (right, all)) in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28} {right} of {all}  {(double)right / all:0.0000}"));
        return figures.Count == 0 ? 1 : 0;
    }

    /// <summary>The figures that have floors.</summary>
    public static void Add(IDictionary<string, double> figures, string corpus)
    {
        foreach (var (name, (right, all)) in Measure(corpus).Figures)
            figures["languages." + name] = (double)right / all;
    }

    private static (SortedDictionary<string, (int Right, int All)> Figures, List<string> Faults) Measure(string corpus)
    {
        using var labels = typeof(LanguagesEvaluation).Assembly.GetManifestResourceStream("Aggregator.languages.jsonl")!;
        using var reader = new StreamReader(labels);
        var languages = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(row => row.GetProperty("id").GetString()!, row => row.GetProperty("language").GetString()!);
        var figures = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(corpus, "gold.jsonl")))
        {
            using var page = JsonDocument.Parse(line);
            if (!languages.TryGetValue(page.RootElement.GetProperty("id").GetString()!, out var language))
                continue;
            var wrong = language == "en" ? OtherDefault : Default;
            if (Text(page.RootElement, "title") is { Length: > 0 } title)
            {
                Count("titles", language, TextLanguage.Of(null, title), title);
                Count("titles.declared-right", language, TextLanguage.Of(language, title), title);
            }

            if (Text(page.RootElement, "articleBody") is { Length: > 0 } body)
            {
                Count("bodies", language, TextLanguage.Of(null, body), body);
                Count("bodies.declared-right", language, TextLanguage.Of(language, body), body);
                Count("bodies.declared-wrong", language, TextLanguage.Of(wrong, body), body);
            }
        }

        return (figures, faults);

        void Count(string name, string right, string? told, string text)
        {
            var (good, all) = figures.GetValueOrDefault(name);
            var isRight = told == right;
            figures[name] = (good + (isRight ? 1 : 0), all + 1);
            if (!isRight)
                faults.Add($"{name}: {right} read as {told ?? "nothing"}: {text[..Math.Min(text.Length, 80)].ReplaceLineEndings(" ")}");
        }
    }

    private static string? Text(JsonElement page, string name) => page.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
