using System.Text.Json.Nodes;
using Aggregator.Model;

namespace Aggregator;

/// <summary>Reads each document of a corpus folder and writes what was read, one JSON object a line.</summary>
internal static class FeedPredictions
{
    // A corpus is judged whole: nothing is dropped for being old.
    private const int AllEntries = int.MaxValue - 1;

    /// <param name="folder">Holds <c>manifest.jsonl</c> (id, file, content_type, base_url, headers) and the files it names.</param>
    /// <param name="reader">Which reader is judged.</param>
    public static int Write(string folder, IFeedReader reader, TextWriter output)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "manifest.jsonl")))
        {
            var document = JsonNode.Parse(line)!;
            var context = new FeedContext(
                (string?)document["base_url"] is { } url ? new Uri(url) : null,
                (string?)document["content_type"] ?? (string?)document["headers"]?["content-type"],
                (string?)document["headers"]?["content-location"],
                AllEntries);
            var bytes = File.ReadAllBytes(Path.Combine(folder, (string)document["file"]!));
            var prediction = Prediction(reader.Read(bytes, context));
            prediction["id"] = (string)document["id"]!;
            output.WriteLine(prediction.ToJsonString());
        }

        return 0;
    }

    private static JsonObject Prediction(FeedParseResult result) => result switch
    {
        FeedParseResult.Parsed(var feed) => new JsonObject
        {
            ["path"] = feed.Path.ToString(),
            ["problems"] = Strings(feed.Problems.Select(p => p.Code)),
            ["feed"] = new JsonObject
            {
                ["title"] = feed.Title,
                ["link"] = feed.Link,
                ["description"] = feed.Description,
                ["language"] = feed.Language,
                ["updated"] = Instant(feed.Updated),
            },
            ["entries"] = new JsonArray([.. feed.Entries.Select(Entry)]),
        },
        FeedParseResult.NotAFeed(var reason) => new JsonObject { ["error"] = reason },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static JsonObject Entry(ParsedEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["title"] = entry.Title,
        ["link"] = entry.Link,
        ["published"] = Instant(entry.Published),
        ["updated"] = Instant(entry.Updated),
        ["summary"] = entry.Summary,
        ["content"] = entry.Content,
        ["authors"] = Strings(entry.Authors),
        ["categories"] = Strings(entry.Categories),
        ["enclosures"] = new JsonArray([.. entry.Enclosures.Select(e => new JsonObject { ["url"] = e.Url, ["type"] = e.Type, ["length"] = e.Length })]),
    };

    private static string? Instant(ClaimedDate? date) => date?.Instant.ToString("O");

    private static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
