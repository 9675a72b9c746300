using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Modules;

/// <summary>Atom's elements inside an item of another dialect: they fill what the dialect's own left open.</summary>
internal static class AtomElements
{
    public static void Read(FeedXmlReader reader, EntryDraft entry)
    {
        switch (reader.Name)
        {
            case "link":
                AtomLinks.ReadForEntry(reader, entry);
                break;
            case "id":
                entry.OtherId ??= reader.ReadText();
                break;
            case "title":
                entry.OtherTitle ??= AtomText.ReadTitle(reader);
                break;
            case "summary":
                entry.OtherSummary ??= AtomText.Read(reader);
                break;
            case "content":
                entry.ContentBase ??= reader.StatedBase;
                entry.Content ??= AtomText.Read(reader);
                break;
            case "published" or "issued":
                entry.Dates.Published(reader.ReadText(), "atom:published");
                break;
            case "updated" or "modified":
                entry.Dates.Updated(reader.ReadText(), "atom:updated");
                break;
            case "created":
                entry.Dates.Created(reader.ReadText(), "atom:created");
                break;
            case "author":
                entry.AddAuthor(Persons.Read(reader));
                break;
            case "category":
                entry.AddCategory(reader.Attribute("term") ?? reader.ReadText());
                break;
        }
    }
}
