using System.Text.Json;
using System.Text.Json.Serialization;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>
/// Remembers the texts that did not say what their headline does. One that comes again on the same host under another headline is a wall's, in whatever
/// language it is written.
/// </summary>
internal static class RepeatedTexts
{
    public const string Reason = "Wall: another page of this host has the same text under another headline";

    /// <summary>The other articles that came with this text under another headline; those that took it say what to take back.</summary>
    /// <returns>Empty when the text has not come before, or for articles of the same headline only.</returns>
    public static List<TakenText> Find(ITables tables, long id, DoubtfulPage page)
    {
        var title = Letters(tables.Articles.Traits(id).Title);
        var earlier = tables.Doubts.Find(Hash(page), id);
        return earlier.TrueForAll(other => Letters(other.Title) == title)
            ? []
            : [.. earlier.Select(other => new TakenText(other.ArticleId, Content(other.ByFeed)))];
    }

    /// <param name="text">What the article took of the page; null when it took nothing.</param>
    public static void Remember(IDoubtTable doubts, long id, DoubtfulPage page, string? text) =>
        doubts.Put(Hash(page), id, text is null ? null : JsonSerializer.Serialize(page.ByFeed, ContentJson.Default.ReadContent));

    private static long Hash(DoubtfulPage page) => Keys.Hash($"{page.Host}\n{page.Letters}");

    private static ReadContent? Content(string? json) => json is null ? null : JsonSerializer.Deserialize(json, ContentJson.Default.ReadContent);

    private static string Letters(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>An article that came with a wall's text.</summary>
/// <param name="ByFeed">What it is without; null when it never took the text, or has given it back.</param>
internal sealed record TakenText(long ArticleId, ReadContent? ByFeed);

[JsonSerializable(typeof(ReadContent))]
internal sealed partial class ContentJson : JsonSerializerContext;
