using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Modules;
using Aggregator.Feeds.Xml;

namespace Aggregator.Feeds.Rss;

/// <summary>The elements of an RSS channel, in all the 0.9x dialects, 1.0 and 2.0.</summary>
internal static class RssChannel
{
    public static void ReadElement(FeedXmlReader reader, FeedDraft feed)
    {
        if (reader.Vocabulary != FeedNamespace.Core)
        {
            FeedModules.Read(reader, feed);
            return;
        }

        switch (reader.Name)
        {
            case "title":
                feed.Title ??= reader.ReadText();
                break;
            case "link":
                ReadLink(reader, feed);
                break;
            case "description":
                feed.Description ??= reader.ReadText();
                break;
            case "tagline" or "subtitle":
                feed.OtherDescription ??= reader.ReadText();
                break;
            case "language":
                if (reader.ReadText() is { } language)
                    feed.Language = language;
                break;
            case "lastBuildDate":
                feed.Dates.Updated(reader.ReadText(), "rss:lastBuildDate");
                break;
            case "pubDate":
                feed.Dates.Published(reader.ReadText(), "rss:pubDate");
                break;
            case "generator":
                feed.Generator ??= reader.ReadText();
                break;
            case "ttl":
                feed.Hints.Ttl(reader.ReadText());
                break;
            case "skipHours":
                ReadEach(reader, feed.Hints.SkipHour);
                break;
            case "skipDays":
                ReadEach(reader, feed.Hints.SkipDay);
                break;
        }
    }

    // RSS has text, but some write Atom's form without its namespace.
    private static void ReadLink(FeedXmlReader reader, FeedDraft feed)
    {
        if (reader.Attribute("href") is not null)
            AtomLinks.ReadForFeed(reader, feed);
        else
            feed.Link ??= reader.Resolve(reader.ReadText());
    }

    private static void ReadEach(FeedXmlReader reader, Action<string?> take)
    {
        var list = reader.Enter();
        while (reader.NextChild(list))
            take(reader.ReadText());
    }
}
