using System.Text.Json;
using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Feeds.JsonFeed;

/// <summary>One item of a JSON Feed.</summary>
internal static class JsonItems
{
    public static ParsedEntry Read(JsonElement item, string? documentBase)
    {
        var entry = new EntryDraft
        {
            Id = item.Member("id").Text(),
            Title = Plain(item.Member("title").Text()),
            Link = UrlResolution.Resolve(documentBase, item.Member("url").Text()),
            OtherLink = UrlResolution.Resolve(documentBase, item.Member("external_url").Text()),
            Summary = Lines(item.Member("summary").Text()),
            Content = item.Member("content_html").Text() ?? Lines(item.Member("content_text").Text()),
            Image = UrlResolution.Resolve(documentBase, item.Member("image").Text() ?? item.Member("banner_image").Text()),
            Language = item.Member("language").Text(),
            IdIsPermaLink = true,
        };
        entry.Dates.Published(item.Member("date_published").Text(), "json:date_published");
        entry.Dates.Updated(item.Member("date_modified").Text(), "json:date_modified");
        AddAuthors(entry.Authors, item.Member("authors"));
        if (entry.Authors.Count == 0)
            AddAuthors(entry.Authors, item.Member("author"));
        foreach (var tag in Elements(item.Member("tags")))
            entry.AddCategory(tag.Text());
        foreach (var file in Elements(item.Member("attachments")))
        {
            entry.AddEnclosure(UrlResolution.Resolve(documentBase, file.Member("url").Text()), file.Member("mime_type").Text(),
                file.Member("size_in_bytes").Text());
        }

        return entry.Build();
    }

    /// <summary>Adds the author objects of version 1.0 (one) or 1.1 (a list): the name, else the address.</summary>
    public static void AddAuthors(List<string> authors, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var author in value.EnumerateArray())
                AddAuthors(authors, author);
        }
        else
        {
            EntryDraft.AddOnce(authors, value.Member("name").Text() ?? value.Text() ?? value.Member("url").Text());
        }
    }

    private static string? Plain(string? text) => text is null ? null : MarkupText.FromPlainText(text);

    private static string? Lines(string? text) => text is null ? null : MarkupText.FromPlainLines(text);

    // Some write the only value of a list without the list.
    private static IEnumerable<JsonElement> Elements(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object => [value],
        _ => [],
    };
}
