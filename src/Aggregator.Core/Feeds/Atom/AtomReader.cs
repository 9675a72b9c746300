using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Modules;
using Aggregator.Feeds.Xml;
using Aggregator.Model;

namespace Aggregator.Feeds.Atom;

/// <summary>Atom 0.3 and 1.0 (RFC 4287), with or without the namespace, under any prefix.</summary>
internal static class AtomReader
{
    /// <summary>Reads the document whose root the reader stands on.</summary>
    public static void Read(FeedXmlReader reader, FeedDraft feed)
    {
        feed.Format = reader.NamespaceAddress.Contains("/atom/ns", StringComparison.OrdinalIgnoreCase) || reader.Attribute("version") is "0.3" or "0.2" or "0.1"
            ? FeedFormat.Atom03
            : FeedFormat.Atom10;
        feed.Language ??= reader.Language;
        var root = reader.Enter();
        while (reader.NextChild(root))
        {
            if (reader.Vocabulary is not (FeedNamespace.Atom or FeedNamespace.Core))
                FeedModules.Read(reader, feed);
            else if (reader.Name is "entry" or "item")
                feed.Entries.Add(AtomEntry.Read(reader, feed));
            else
                ReadElement(reader, feed);
        }
    }

    private static void ReadElement(FeedXmlReader reader, FeedDraft feed)
    {
        switch (reader.Name)
        {
            case "id":
                feed.Id ??= reader.ReadText();
                break;
            case "generator":
                feed.Generator ??= Generator(reader);
                break;
            case "title":
                feed.Title ??= AtomText.ReadTitle(reader);
                break;
            case "subtitle" or "tagline":
                feed.Description ??= AtomText.Read(reader);
                break;
            case "description" or "info":
                feed.OtherDescription ??= AtomText.Read(reader);
                break;
            case "link":
                AtomLinks.ReadForFeed(reader, feed);
                break;
            case "updated" or "modified":
                feed.Dates.Updated(reader.ReadText(), "atom:updated");
                break;
            case "published" or "issued":
                feed.Dates.Published(reader.ReadText(), "atom:published");
                break;
            case "author":
                EntryDraft.AddOnce(feed.Authors, Persons.Read(reader));
                break;
        }
    }

    // The address, which Atom 0.3 calls url, tells programs apart better than a name that sites may change.
    private static string? Generator(FeedXmlReader reader)
    {
        var address = reader.Attribute("uri") ?? reader.Attribute("url");
        return $"{reader.ReadText()} {address}".Trim() is { Length: > 0 } text ? text : null;
    }
}
