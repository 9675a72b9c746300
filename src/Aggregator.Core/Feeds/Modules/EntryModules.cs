using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Modules;

/// <summary>What vocabularies beside the dialect's own say of an item.</summary>
internal static class EntryModules
{
    public static void Read(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Vocabulary)
        {
            case FeedNamespace.Atom:
                AtomElements.Read(reader, entry);
                break;
            case FeedNamespace.DublinCore:
                ReadDublinCore(reader, entry);
                break;
            case FeedNamespace.DcTerms:
                ReadDcTerms(reader, entry);
                break;
            case FeedNamespace.Content when reader.Name is "encoded":
                entry.ContentBase ??= reader.StatedBase;
                entry.Content ??= reader.ReadText();
                break;
            case FeedNamespace.Xhtml when reader.Name is "body" or "div":
                entry.ContentBase ??= reader.StatedBase;
                entry.Content ??= reader.ReadMarkup();
                break;
            case FeedNamespace.Media:
                MediaElements.Read(reader, entry);
                break;
            case FeedNamespace.ITunes:
                ReadITunes(reader, entry);
                break;
        }
    }

    private static void ReadDublinCore(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Name)
        {
            case "title":
                entry.OtherTitle ??= reader.ReadText();
                break;
            case "creator":
                entry.AddAuthor(Persons.Read(reader));
                break;
            case "author":
                EntryDraft.AddOnce(entry.OtherAuthors, Persons.Read(reader));
                break;
            case "subject":
                entry.AddCategory(reader.ReadText());
                break;
            case "description":
                entry.OtherSummary ??= reader.ReadText();
                break;
            case "date":
                entry.Dates.Open(reader.ReadText(), "dc:date");
                break;
            case "language":
                entry.Language ??= reader.ReadText();
                break;
        }
    }

    private static void ReadDcTerms(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Name)
        {
            case "issued":
                entry.Dates.Published(reader.ReadText(), "dcterms:issued");
                break;
            case "created":
                entry.Dates.Created(reader.ReadText(), "dcterms:created");
                break;
            case "modified":
                entry.Dates.Updated(reader.ReadText(), "dcterms:modified");
                break;
        }
    }

    private static void ReadITunes(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Name)
        {
            case "author":
                EntryDraft.AddOnce(entry.OtherAuthors, reader.ReadText());
                break;
            case "summary" or "subtitle":
                entry.OtherSummary ??= reader.ReadText();
                break;
            case "image":
                entry.Image ??= reader.Resolve(reader.Attribute("href"));
                break;
        }
    }
}
