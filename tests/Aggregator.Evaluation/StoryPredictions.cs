using System.Text.Json;
using Aggregator.Model;
using Aggregator.Stories.Clustering;

namespace Aggregator;

/// <summary>Assigns labelled articles to stories as the service does: in stream order, each set with an index of its own.</summary>
internal static class StoryPredictions
{
    public static int Run(string path, TextWriter output)
    {
        foreach (var set in StoryCorpus.Read(path).GroupBy(a => a.Set))
        {
            var index = new StoryIndex(new StoryOptions());
            var redirects = new Dictionary<long, long>();
            var assigned = new List<(string Id, long Story)>();
            foreach (var article in set)
            {
                var match = index.Assign(article.Text, copyOf: null);
                assigned.Add((article.Id, match.StoryId));
                foreach (var younger in match.Merged)
                {
                    redirects[younger] = match.StoryId;
                }
            }

            foreach (var (id, story) in assigned)
            {
                output.WriteLine(JsonSerializer.Serialize(new { id, cluster = $"{set.Key}-{Follow(redirects, story)}" }));
            }
        }

        return 0;
    }

    /// <summary>A merged story redirects to the older one, as the service does for its readers.</summary>
    private static long Follow(Dictionary<long, long> redirects, long story)
    {
        while (redirects.TryGetValue(story, out var older))
        {
            story = older;
        }

        return story;
    }
}

/// <param name="Id">The corpus's own id.</param>
/// <param name="Set">The stream that the article belongs to.</param>
/// <param name="Story">The label, where the file has one.</param>
internal sealed record LabelledArticle(string Id, string Set, string? Story, ArticleText Text);

/// <summary>Reads a JSON Lines file of articles in stream order.</summary>
internal static class StoryCorpus
{
    public static IEnumerable<LabelledArticle> Read(string path)
    {
        long number = 0;
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var outlet = Text(root, "outlet");
            yield return new LabelledArticle(Text(root, "id"), Text(root, "set"), Text(root, "story"), new ArticleText
            {
                Id = ++number,
                // "unknown" is the corpora's word for an outlet that nobody wrote down.
                Outlet = outlet == "unknown" ? "" : outlet,
                Title = Text(root, "title"),
                Text = Text(root, "text"),
                Published = root.GetProperty("published").GetDateTimeOffset(),
            });
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
