using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;
using Aggregator.Model;

namespace Aggregator.Feeds.Modules;

/// <summary>Media RSS: files and pictures of an item, alone or in a group.</summary>
internal static class MediaElements
{
    public static void Read(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Name)
        {
            case "content":
                ReadContent(reader, entry);
                break;
            case "thumbnail":
                entry.Image ??= reader.Resolve(reader.Attribute("url"));
                break;
            case "group":
                ReadInside(reader, entry);
                break;
            case "description":
                entry.OtherSummary ??= ReadDescription(reader);
                break;
            case "title":
                entry.OtherTitle ??= reader.ReadText();
                break;
        }
    }

    private static void ReadContent(FeedXmlReader reader, EntryDraft entry)
    {
        var type = reader.Attribute("type");
        var medium = reader.Attribute("medium") ?? type?.Split('/')[0];
        if (reader.Resolve(reader.Attribute("url")) is { } url)
        {
            if (medium is "image")
                entry.Image ??= url;
            else
                entry.AddMediaFile(new Enclosure(url, type, Lengths.Parse(reader.Attribute("fileSize"))));
        }

        ReadInside(reader, entry);
    }

    // Media RSS: the type is "plain" or "html", by default "plain". Untyped ones with tags in them are HTML all the same.
    private static string? ReadDescription(FeedXmlReader reader) => reader.Attribute("type") switch
    {
        "html" or "text/html" => reader.ReadText(),
        "plain" or "text/plain" => reader.ReadPlainLines(),
        _ => reader.ReadText() is { } text ? MarkupText.LooksLikeMarkup(text) ? text : MarkupText.WithLines(text) : null,
    };

    // A group and a content element may hold thumbnails, titles and further files: one level each.
    private static void ReadInside(FeedXmlReader reader, EntryDraft entry)
    {
        var outer = reader.Enter();
        while (reader.NextChild(outer))
        {
            if (reader.Vocabulary != FeedNamespace.Media)
                continue;
            if (reader.Name == "content")
                ReadContent(reader, entry);
            else if (reader.Name is "thumbnail")
                entry.Image ??= reader.Resolve(reader.Attribute("url"));
            else if (reader.Name is "description")
                entry.OtherSummary ??= ReadDescription(reader);
        }
    }
}
