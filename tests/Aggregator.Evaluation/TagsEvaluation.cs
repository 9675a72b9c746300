using System.Globalization;
using System.Text.Json;
using Aggregator.Stories.Tags;

namespace Aggregator;

/// <summary>
/// Scores the tagger on <c>tags-sample.jsonl</c>: labels made by reading the title and the opening of pages of the extraction corpus, whose texts stay there.
/// Topics: what the opening is about or speaks of, in the words of <c>topics.json</c>. Names: people of public note, companies and organisations, places,
/// whether <c>topics.json</c> has them or not. "unsure" tags count neither way. <c>tags-heldout.jsonl</c> is a second sample, two thirds of it drawn at random
/// and one third with a word of technology in the opening, labelled before any prediction on it was seen; the lists are not to be mended after it.
/// </summary>
internal static class TagsEvaluation
{
    /// <summary>So many characters of the text were read and labelled, cut back to a whole word.</summary>
    private const int OpeningLength = 480;

    private static readonly string[] Samples = ["sample", "heldout"];

    /// <param name="rest"><c>faults</c> lists what was wrong and missed in the first sample; a file is taken for the lists in place of the built-in ones.</param>
    public static int Run(string corpus, TextWriter output, IReadOnlyList<string> rest)
    {
        var lists = rest.FirstOrDefault(File.Exists);
        var tagger = lists is null ? Tagger.Default : Tagger.Load(File.ReadAllText(lists));
        foreach (var sample in Samples)
        {
            var (articles, topics, names) = Measure(corpus, sample, tagger);
            if (articles == 0)
                return 1;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample}: articles {articles}"));
            output.WriteLine($"topics {topics}");
            output.WriteLine($"names  {names}");
            if (rest.Contains("faults") && sample == "sample")
                output.WriteLine($"topics: {topics.Faults()}\nnames: {names.Faults()}");
        }

        return 0;
    }

    /// <summary>The figures that have floors.</summary>
    public static void Add(IDictionary<string, double> figures, string corpus)
    {
        foreach (var sample in Samples)
        {
            var (_, topics, names) = Measure(corpus, sample, Tagger.Default);
            figures[$"tags.{sample}.topics.precision"] = topics.Precision;
            figures[$"tags.{sample}.topics.recall"] = topics.Recall;
            figures[$"tags.{sample}.names.precision"] = names.Precision;
            figures[$"tags.{sample}.names.recall"] = names.Recall;
        }
    }

    private static (int Articles, Tally Topics, Tally Names) Measure(string corpus, string sampleName, Tagger tagger)
    {
        var pages = File.ReadLines(Path.Combine(corpus, "gold.jsonl"))
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(p => p.GetProperty("id").GetString()!);
        using var sample = new StreamReader(typeof(TagsEvaluation).Assembly.GetManifestResourceStream($"Aggregator.tags-{sampleName}.jsonl")!);
        var topics = new Tally();
        var names = new Tally();
        var articles = 0;
        while (sample.ReadLine() is { } line)
        {
            var label = JsonDocument.Parse(line).RootElement;
            if (!pages.TryGetValue(label.GetProperty("id").GetString()!, out var page))
                continue;
            articles++;
            var tags = tagger.Tag(page.GetProperty("title").GetString() ?? "", Opening(page.GetProperty("articleBody").GetString()!), null);
            var unsure = Strings(label, "unsure");
            topics.Add(tags.Where(t => t.Kind == "topic").Select(t => t.Name), Strings(label, "topics"), unsure);
            names.Add(tags.Where(t => t.Kind != "topic").Select(t => t.Name), Strings(label, "names"), unsure);
        }

        return (articles, topics, names);
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

        public double Precision => _right / Math.Max(1.0, _right + _wrong.Count);

        public double Recall => _right / Math.Max(1.0, _right + _missed.Count);

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
            return string.Create(CultureInfo.InvariantCulture, $"precision {Precision:F3}  recall {Recall:F3}  F1 {2 * Precision * Recall / Math.Max(1e-9, Precision + Recall):F3}  (right {_right}, wrong {_wrong.Count}, missed {_missed.Count})");
        }

        private static string Count(IEnumerable<string> tags) =>
            string.Join(", ", tags.GroupBy(t => t).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));
    }
}
