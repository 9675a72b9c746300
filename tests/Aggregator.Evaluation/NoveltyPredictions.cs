using System.Text.Json;
using Aggregator.Stories.Novelty;

namespace Aggregator;

/// <summary>Says of each labelled sentence what the service says of it, each story with a memory of its own; the corpus's cutting into sentences is kept.</summary>
internal static class NoveltyPredictions
{
    public static int Run(string path, TextWriter output)
    {
        foreach (var story in NoveltyCorpus.Read(path))
            Write(story, new StoryNovelty(), output);
        return 0;
    }

    public static void Write(NoveltyStory story, StoryNovelty novelty, TextWriter output)
    {
        foreach (var article in story.Articles)
        {
            var verdicts = novelty.Add(article[0].Order, [.. article.Select(sentence => sentence.Text)], language: null).Sentences;
            foreach (var (sentence, verdict) in article.Zip(verdicts))
            {
                output.WriteLine(JsonSerializer.Serialize(new
                {
                    story = story.Id,
                    order = sentence.Order,
                    sentence = sentence.Number,
                    label = verdict.Novelty.ToString().ToLowerInvariant(),
                    score = verdict.Score,
                    source = verdict.Source is { } source ? $"{source.Article}.{source.Sentence}" : null,
                }));
            }
        }
    }
}

/// <summary>A story with its articles in order of arrival, each in sentences, the headline first.</summary>
internal sealed record NoveltyStory(string Id, IReadOnlyList<IReadOnlyList<LabelledSentence>> Articles);

/// <param name="Order">Of the article; 1 arrived first.</param>
/// <param name="Labels">One or none of each labeller: N, K, C or O.</param>
/// <param name="Sources">Where they found it, as <c>order.sentence</c>.</param>
internal sealed record LabelledSentence(int Order, int Number, string Text, IReadOnlyList<string> Labels, IReadOnlyList<string> Sources)
{
    /// <summary>Both labellers say the same of it: true for new or changed, false for known or nothing, null where they differ.</summary>
    public bool? IsNew => Labels.Count == 2 && IsNewLabel(Labels[0]) == IsNewLabel(Labels[1]) ? IsNewLabel(Labels[0]) : null;

    private static bool IsNewLabel(string label) => label is "N" or "C";
}

internal static class NoveltyCorpus
{
    public static IReadOnlyList<NoveltyStory> Read(string path) =>
    [
        .. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)
            .GroupBy(row => row.GetProperty("story").GetString()!)
            .Select(story => new NoveltyStory(story.Key, [.. story.Select(Sentence).GroupBy(s => s.Order).OrderBy(a => a.Key).Select(a => a.OrderBy(s => s.Number).ToList())])),
    ];

    private static LabelledSentence Sentence(JsonElement row) => new(
        row.GetProperty("order").GetInt32(),
        row.GetProperty("sentence").GetInt32(),
        row.GetProperty("text").GetString()!,
        Strings(row, "a", "b"),
        Strings(row, "a_source", "b_source"));

    private static string[] Strings(JsonElement row, params string[] names) =>
        [.. names.Where(name => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String).Select(name => row.GetProperty(name).GetString()!)];
}
