using System.Collections.Frozen;

namespace Aggregator.Feeds.Xml;

/// <summary>Names of feed elements in the spelling of their specifications; some generators write TITLE, Title or PubDate.</summary>
internal static class ElementSpelling
{
    private static readonly FrozenDictionary<string, string> Spelling = new[]
    {
        "author", "body", "category", "channel", "comments", "content", "copyright", "creator", "date", "description", "email", "enclosure", "encoded", "entry",
        "generator", "guid", "id", "image", "info", "issued", "item", "items", "language", "lastBuildDate", "link", "modified", "name", "pubDate", "published",
        "rights", "skipDays", "skipHours", "source", "subject", "subtitle", "summary", "tagline", "textInput", "title", "ttl", "updated", "uri", "url",
    }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public static string Normalize(string name) =>
        name.Length > 0 && char.IsAsciiLetterUpper(name[0]) && Spelling.TryGetValue(name, out var spelt) ? spelt : name;
}
