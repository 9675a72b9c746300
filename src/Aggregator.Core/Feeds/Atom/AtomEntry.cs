using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Modules;
using Aggregator.Feeds.Xml;
using Aggregator.Model;

namespace Aggregator.Feeds.Atom;

/// <summary>One Atom entry.</summary>
internal static class AtomEntry
{
    public static ParsedEntry Read(FeedXmlReader reader, FeedDraft feed)
    {
        var entry = new EntryDraft { Language = reader.Language };
        var sourceAuthors = new List<string>();
        var element = reader.Enter();
        while (reader.NextChild(element))
        {
            if (reader.Vocabulary is not (FeedNamespace.Atom or FeedNamespace.Core))
                EntryModules.Read(reader, entry);
            else
                ReadElement(reader, entry, sourceAuthors);
        }

        // RFC 4287 section 4.2.1: without an author of its own the entry has its source's, else the feed's.
        if (entry.Authors.Count == 0 && entry.OtherAuthors.Count == 0)
            entry.Authors.AddRange(sourceAuthors.Count > 0 ? sourceAuthors : feed.Authors);
        entry.Language ??= feed.Language;
        return entry.Build();
    }

    private static void ReadElement(FeedXmlReader reader, EntryDraft entry, List<string> sourceAuthors)
    {
        switch (reader.Name)
        {
            case "id":
                entry.Id ??= reader.ReadText();
                break;
            case "title":
                entry.Title ??= AtomText.ReadTitle(reader);
                break;
            case "link":
                AtomLinks.ReadForEntry(reader, entry);
                break;
            case "summary" or "description":
                entry.ContentBase ??= reader.StatedBase;
                entry.Summary ??= AtomText.Read(reader);
                break;
            case "content":
                entry.ContentBase ??= reader.StatedBase;
                entry.Content ??= AtomText.Read(reader);
                break;
            case "category":
                entry.AddCategory(reader.Attribute("term") ?? reader.Attribute("label") ?? reader.ReadText());
                break;
            case "source":
                ReadSource(reader, entry, sourceAuthors);
                break;
            default:
                AtomElements.Read(reader, entry);
                break;
        }
    }

    private static void ReadSource(FeedXmlReader reader, EntryDraft entry, List<string> authors)
    {
        var source = reader.Enter();
        while (reader.NextChild(source))
        {
            if (reader.Name == "title")
                entry.SourceTitle ??= AtomText.ReadTitle(reader);
            else if (reader.Name == "author")
                EntryDraft.AddOnce(authors, Persons.Read(reader));
        }
    }
}
