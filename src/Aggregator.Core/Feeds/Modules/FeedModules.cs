using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Modules;

/// <summary>What other vocabularies say of a feed as a whole.</summary>
internal static class FeedModules
{
    public static void Read(FeedXmlReader reader, FeedDraft feed)
    {
        switch (reader.Vocabulary)
        {
            case FeedNamespace.Atom:
                ReadAtom(reader, feed);
                break;
            case FeedNamespace.DublinCore:
                ReadDublinCore(reader, feed);
                break;
            case FeedNamespace.DcTerms:
                ReadDcTerms(reader, feed);
                break;
            case FeedNamespace.ITunes when reader.Name is "subtitle" or "summary":
                feed.OtherDescription ??= reader.ReadText();
                break;
            case FeedNamespace.ITunes when reader.Name is "new-feed-url":
                feed.MovedTo ??= reader.Resolve(reader.ReadText());
                break;
            case FeedNamespace.Foreign when reader.Name == "generatorAgent":
                feed.Generator ??= reader.AnyAttribute("resource");
                break;
            case FeedNamespace.Syndication when reader.Name == "updatePeriod":
                feed.Hints.Period(reader.ReadText());
                break;
            case FeedNamespace.Syndication when reader.Name == "updateFrequency":
                feed.Hints.Frequency(reader.ReadText());
                break;
        }
    }

    private static void ReadAtom(FeedXmlReader reader, FeedDraft feed)
    {
        switch (reader.Name)
        {
            case "link":
                AtomLinks.ReadForFeed(reader, feed);
                break;
            case "title":
                feed.OtherTitle ??= AtomText.ReadTitle(reader);
                break;
            case "subtitle" or "tagline":
                feed.OtherDescription ??= AtomText.Read(reader);
                break;
            case "updated" or "modified":
                feed.Dates.Updated(reader.ReadText(), "atom:updated");
                break;
        }
    }

    private static void ReadDublinCore(FeedXmlReader reader, FeedDraft feed)
    {
        switch (reader.Name)
        {
            case "title":
                feed.OtherTitle ??= reader.ReadText();
                break;
            case "description":
                feed.OtherDescription ??= reader.ReadText();
                break;
            case "language":
                feed.Language ??= reader.ReadText();
                break;
            case "date":
                feed.Dates.Open(reader.ReadText(), "dc:date");
                break;
        }
    }

    private static void ReadDcTerms(FeedXmlReader reader, FeedDraft feed)
    {
        switch (reader.Name)
        {
            case "modified":
                feed.Dates.Updated(reader.ReadText(), "dcterms:modified");
                break;
            case "issued":
                feed.Dates.Published(reader.ReadText(), "dcterms:issued");
                break;
            case "created":
                feed.Dates.Created(reader.ReadText(), "dcterms:created");
                break;
        }
    }
}
