using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Modules;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Library = global::CodeHollow.FeedReader;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>
/// Atom 0.3 and 1.0: ids, dates and categories as the library has them; texts, links and persons from its elements, since it decodes contents once too
/// often, joins the words of XHTML, falls back to links that are no pages and knows one author.
/// </summary>
internal sealed class AtomMapping(FeedDraft draft, string? documentBase)
{
    public void Read(Library.Feeds.AtomFeed feed)
    {
        var element = feed.Element;
        draft.Format = element.Name.NamespaceName.Contains("/atom/ns", StringComparison.OrdinalIgnoreCase) || (string?)element.Attribute("version") == "0.3"
            ? FeedFormat.Atom03
            : FeedFormat.Atom10;
        draft.Language = ElementWalk.LanguageOf(element);
        draft.Dates.Updated(feed.UpdatedDateString, "atom:updated");
        ElementWalk.Children(element, documentBase, ReadFeedElement);
        draft.Title ??= ElementWalk.Text(feed.Title);
        draft.Description ??= ElementWalk.Text(feed.Subtitle);
        foreach (var item in feed.Items.OfType<Library.Feeds.AtomFeedItem>())
            draft.Entries.Add(Entry(item));
    }

    private void ReadFeedElement(FeedXmlReader reader)
    {
        if (!IsAtom(reader))
        {
            FeedModules.Read(reader, draft);
            return;
        }

        switch (reader.Name)
        {
            case "title":
                draft.Title ??= AtomText.Read(reader);
                break;
            case "subtitle" or "tagline":
                draft.Description ??= AtomText.Read(reader);
                break;
            case "link":
                AtomLinks.ReadForFeed(reader, draft);
                break;
            case "author":
                EntryDraft.AddOnce(draft.Authors, Persons.Read(reader));
                break;
        }
    }

    private ParsedEntry Entry(Library.Feeds.AtomFeedItem item)
    {
        var entry = new EntryDraft { Id = ElementWalk.Text(item.Id) };
        entry.Dates.Published(item.PublishedDateString, "atom:published");
        entry.Dates.Updated(item.UpdatedDateString, "atom:updated");
        // The term tells categories apart; the label, which the library prefers, is for the eye and may change.
        foreach (var category in item.CategoryDetails ?? [])
            entry.AddCategory(ElementWalk.Text(category.Term) ?? ElementWalk.Text(category.Name));
        var sourceAuthors = new List<string>();
        var stated = ElementWalk.StatedBaseOf(item.Element, documentBase);
        ElementWalk.Children(item.Element, documentBase, reader => ReadEntryElement(reader, entry, stated, sourceAuthors));
        // RFC 4287 section 4.2.1: without an author of its own the entry has its source's, else the feed's.
        if (entry.Authors.Count == 0 && entry.OtherAuthors.Count == 0)
            entry.Authors.AddRange(sourceAuthors.Count > 0 ? sourceAuthors : draft.Authors);
        entry.Language = ElementWalk.LanguageOf(item.Element);
        return entry.Build();
    }

    private static void ReadEntryElement(FeedXmlReader reader, EntryDraft entry, string? stated, List<string> sourceAuthors)
    {
        if (!IsAtom(reader))
        {
            EntryModules.Read(reader, entry);
            return;
        }

        switch (reader.Name)
        {
            case "title":
                entry.Title ??= AtomText.Read(reader);
                break;
            case "summary":
                entry.ContentBase ??= reader.StatedBase ?? stated;
                entry.Summary ??= AtomText.Read(reader);
                break;
            case "content":
                entry.ContentBase ??= reader.StatedBase ?? stated;
                entry.Content ??= AtomText.Read(reader);
                break;
            case "link":
                AtomLinks.ReadForEntry(reader, entry);
                break;
            case "author":
                entry.AddAuthor(Persons.Read(reader));
                break;
            case "source":
                ReadSource(reader, entry, sourceAuthors);
                break;
        }
    }

    private static void ReadSource(FeedXmlReader reader, EntryDraft entry, List<string> authors)
    {
        var source = reader.Enter();
        while (reader.NextChild(source))
        {
            if (reader.Name == "title")
                entry.SourceTitle ??= AtomText.Read(reader);
            else if (reader.Name == "author")
                EntryDraft.AddOnce(authors, Persons.Read(reader));
        }
    }

    private static bool IsAtom(FeedXmlReader reader) => reader.Vocabulary is FeedNamespace.Atom or FeedNamespace.Core;
}
