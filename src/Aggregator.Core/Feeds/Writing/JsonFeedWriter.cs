using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Model;

namespace Aggregator.Feeds.Writing;

/// <summary>Writes JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
public static class JsonFeedWriter
{
    public const string MediaType = "application/feed+json";

    // Relaxed: the document is never pasted into HTML, and escaping each non-ASCII letter would double Chinese texts.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            Text(json, "title", feed.Title);
            Text(json, "home_page_url", feed.HomeUrl);
            Text(json, "feed_url", feed.SelfUrl);
            Text(json, "description", feed.Description);
            Text(json, "next_url", feed.NextUrl);
            Text(json, "language", feed.Language);
            Authors(json, [feed.Author]);
            json.WriteStartObject("_aggregator");
            json.WriteString("about", "The id is permanent and the same in all formats of this feed; updated is its newest change.");
            Text(json, "id", feed.Id);
            json.WriteString("updated", AtomWriter.Timestamp(feed.Updated));
            json.WriteEndObject();
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
                Item(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Item(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        Text(json, "id", item.Id);
        Text(json, "url", item.Url);
        Text(json, "title", item.Title);
        Text(json, "summary", item.Summary);
        // One of the two bodies is required.
        if (item.ContentHtml is { Length: > 0 } html)
            Text(json, "content_html", html);
        else
            Text(json, "content_text", item.Summary ?? item.Title);
        Text(json, "image", item.Image);
        json.WriteString("date_published", AtomWriter.Timestamp(item.Published));
        json.WriteString("date_modified", AtomWriter.Timestamp(item.Updated));
        Authors(json, item.Authors);
        if (item.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in item.Categories)
                json.WriteStringValue(XmlText.Clean(category));
            json.WriteEndArray();
        }

        Text(json, "language", item.Language);
        Attachments(json, item.Enclosures);
        if (item.Source is { } source)
            Source(json, source);
        if (item.Members.Count > 0)
            Members(json, item.Members);
        json.WriteEndObject();
    }

    private static void Attachments(Utf8JsonWriter json, IReadOnlyList<Enclosure> files)
    {
        if (files.Count == 0)
            return;
        json.WriteStartArray("attachments");
        foreach (var file in files)
        {
            json.WriteStartObject();
            Text(json, "url", file.Url);
            Text(json, "mime_type", MediaTypes.Of(file));
            if (file.Length is { } bytes)
                json.WriteNumber("size_in_bytes", bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Source(Utf8JsonWriter json, FeedSource source)
    {
        json.WriteStartObject("_source");
        Text(json, "id", source.Id);
        Text(json, "title", source.Title);
        Text(json, "home_page_url", source.HomeUrl);
        Text(json, "feed_url", source.FeedUrl);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, IReadOnlyList<FeedMember> members)
    {
        json.WriteStartObject("_story");
        json.WriteStartArray("articles");
        foreach (var member in members)
        {
            json.WriteStartObject();
            Text(json, "id", member.Id);
            Text(json, "title", member.Title);
            Text(json, "url", member.Url);
            Text(json, "outlet", member.Outlet);
            json.WriteString("date_published", AtomWriter.Timestamp(member.Published));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Authors(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            Text(json, "name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Absent values are left out. Halves of surrogate pairs, which JSON cannot carry either, go the way they go in XML.</summary>
    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, XmlText.Clean(text));
    }
}
