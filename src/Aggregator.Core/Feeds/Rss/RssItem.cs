using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Modules;
using Aggregator.Feeds.Xml;
using Aggregator.Model;

namespace Aggregator.Feeds.Rss;

/// <summary>One RSS item, in all the 0.9x dialects, 1.0 and 2.0.</summary>
internal static class RssItem
{
    public static ParsedEntry Read(FeedXmlReader reader, FeedDraft feed)
    {
        var entry = new EntryDraft { OtherId = reader.AnyAttribute("about") };
        var language = reader.Language;
        var item = reader.Enter();
        while (reader.NextChild(item))
        {
            if (reader.Vocabulary == FeedNamespace.Core)
                ReadElement(reader, entry);
            else
                EntryModules.Read(reader, entry);
        }

        entry.Language ??= language ?? feed.Language;
        return entry.Build();
    }

    private static void ReadElement(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Name)
        {
            case "title":
                entry.Title ??= reader.ReadText();
                break;
            case "link":
                ReadLink(reader, entry);
                break;
            case "guid" or "id":
                ReadGuid(reader, entry);
                break;
            case "description" or "summary":
                ReadDescription(reader, entry);
                break;
            case "body" or "fullitem" or "content" or "encoded":
                entry.ContentBase ??= reader.StatedBase;
                entry.Content ??= reader.ReadText();
                break;
            case "pubDate" or "pubdate" or "published":
                entry.Dates.Published(reader.ReadText(), "rss:pubDate");
                break;
            case "lastBuildDate" or "updated" or "modified":
                entry.Dates.Updated(reader.ReadText(), "rss:lastBuildDate");
                break;
            case "author":
                entry.AddAuthor(Persons.Read(reader));
                break;
            case "category":
                entry.AddCategory(reader.ReadText());
                break;
            case "enclosure":
                ReadEnclosure(reader, entry);
                break;
            case "comments":
                entry.Comments ??= reader.Resolve(reader.ReadText());
                break;
            case "source":
                entry.SourceTitle ??= reader.ReadText();
                break;
        }
    }

    private static void ReadLink(FeedXmlReader reader, EntryDraft entry)
    {
        if (reader.Attribute("href") is not null)
            AtomLinks.ReadForEntry(reader, entry);
        else
            entry.Link ??= reader.Resolve(reader.ReadText());
    }

    private static void ReadGuid(FeedXmlReader reader, EntryDraft entry)
    {
        var permanent = !string.Equals(reader.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase);
        if (entry.Id is not null || reader.ReadText() is not { } id)
            return;
        entry.Id = id;
        entry.IdIsPermaLink = permanent;
    }

    private static void ReadDescription(FeedXmlReader reader, EntryDraft entry)
    {
        entry.ContentBase ??= reader.StatedBase;
        entry.Summary ??= reader.ReadText();
    }

    // RSS 2.0 has one enclosure an item; podcasts and news feeds write several.
    private static void ReadEnclosure(FeedXmlReader reader, EntryDraft entry) =>
        entry.AddEnclosure(reader.Resolve(reader.Attribute("url") ?? reader.AnyAttribute("resource")), reader.AnyAttribute("type"),
            reader.AnyAttribute("length"));
}
