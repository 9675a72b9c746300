using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;
using Aggregator.Urls;

namespace Aggregator.Feeds.Modules;

/// <summary>Atom's <c>link</c> (RFC 4287 section 4.2.7), in Atom feeds and inside RSS.</summary>
internal static class AtomLinks
{
    public static void ReadForFeed(FeedXmlReader reader, FeedDraft feed)
    {
        if (reader.Resolve(reader.Attribute("href")) is not { } address)
            return;
        switch (Relation(reader))
        {
            case "alternate":
                feed.OfferLink(address, Fitness(reader.Attribute("type"), address));
                break;
            case "self":
                feed.Self ??= address;
                break;
            case "next":
                feed.Next ??= address;
                break;
            case "hub":
                EntryDraft.AddOnce(feed.Hubs, address);
                break;
        }
    }

    public static void ReadForEntry(FeedXmlReader reader, EntryDraft entry)
    {
        if (reader.Resolve(reader.Attribute("href")) is not { } address)
            return;
        switch (Relation(reader))
        {
            case "alternate":
                entry.OfferLink(address, Fitness(reader.Attribute("type"), address));
                break;
            case "enclosure":
                entry.AddEnclosure(address, reader.Attribute("type"), reader.Attribute("length"));
                break;
            case "replies" when Fitness(reader.Attribute("type"), address) > 1:
                entry.Comments ??= address;
                break;
        }
    }

    // RFC 4287 allows one alternate for each media type and language: the page that a browser shows is the one that is meant.
    private static int Fitness(string? type, string address)
    {
        var page = string.IsNullOrEmpty(type) || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        return (page ? 2 : 0) + (UrlResolution.IsWeb(address) ? 1 : 0);
    }

    // Without rel a link is an alternate; a registered relation may be written as its full address.
    private static string Relation(FeedXmlReader reader)
    {
        const string registry = "http://www.iana.org/assignments/relation/";
        var relation = reader.Attribute("rel");
        if (string.IsNullOrEmpty(relation))
            return "alternate";
        relation = relation.ToLowerInvariant();
        return relation.StartsWith(registry, StringComparison.Ordinal) ? relation[registry.Length..] : relation;
    }
}
