using System.Globalization;
using System.Text.Json;
using Aggregator.Stories.Tags;

namespace Aggregator;

/// <summary>
/// Scores the tagger on <c>tags-sample.jsonl</c>: labels made by reading the title and the opening of pages of the extraction corpus, whose texts stay there.
/// Topics: what the opening is about or speaks of, in the words of <c>topics.json</c>. Names: people of public note, companies and organisations, places,
/// whether <c>topics.json</c> has them or not. "unsure" tags count neither way.
/// </summary>
internal static class TagsEvaluation
{
    /// <summary>So many characters of the text were read and labelled, cut back to a whole word.</summary>
    private const int OpeningLength = 480;

    public static int Run(string corpus, TextWriter output, bool listFaults)
    {
        var pages = File.ReadLines(Path.Combine(corpus, "gold.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(p => p.GetProperty("id").GetString()!);
        using var sample = new StreamReader(typeof(TagsEvaluation).Assembly.GetManifestResourceStream("Aggregator.tags-sample.jsonl")!);
        var topics = new Tally();
        var names = new Tally();
        var articles = 0;
        while (sample.ReadLine() is { } line)
        {
            var label = JsonDocument.Parse(line).RootElement;
            if (!pages.TryGetValue(label.GetProperty("id").GetString()!, out var page))
                continue;
            articles++;
            var tags = Tagger.Default.Tag(page.GetProperty("title").GetString() ?? "", Opening(page.GetProperty("articleBody").GetString()!), null);
            var unsure = Strings(label, "unsure");
            topics.Add(tags.Where(t => t.Kind == "topic").Select(t => t.Name), Strings(label, "topics"), unsure);
            names.Add(tags.Where(t => t.Kind != "topic").Select(t => t.Name), Strings(label, "names"), unsure);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"articles {articles}"));
        output.WriteLine($"topics {topics}");
        output.WriteLine($"names  {names}");
        if (listFaults)
            output.WriteLine($"topics: {topics.Faults()}\nnames: {names.Faults()}");
        return articles > 0 ? 0 : 1;
    }

    private static string Opening(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= OpeningLength ? text : text[..Math.Max(text.LastIndexOf(' ', OpeningLength - 1), 0)];
    }

    private static HashSet<string> Strings(JsonElement label, string name) =>
        label.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(v => v.GetString()!)] : [];

    private sealed class Tally
    {
        private readonly List<string> _wrong = [];
        private readonly List<string> _missed = [];
        private int _right;

        public void Add(IEnumerable<string> found, HashSet<string> expected, HashSet<string> unsure)
        {
            var tags = found.Where(t => !unsure.Contains(t)).ToHashSet();
            _right += tags.Count(expected.Contains);
            _wrong.AddRange(tags.Except(expected));
            _missed.AddRange(expected.Except(tags));
        }

        public string Faults() => $"wrong {Count(_wrong)}; missed {Count(_missed)}";

        public override string ToString()
        {
            var precision = _right / Math.Max(1.0, _right + _wrong.Count);
            var recall = _right / Math.Max(1.0, _right + _missed.Count);
            return string.Create(CultureInfo.InvariantCulture, $"precision {precision:F3}  recall {recall:F3}  F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):F3}  (right {_right}, wrong {_wrong.Count}, missed {_missed.Count})");
        }

        private static string Count(IEnumerable<string> tags) =>
            string.Join(", ", tags.GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));
    }
}
