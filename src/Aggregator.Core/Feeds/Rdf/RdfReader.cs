using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Rss;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Urls;

namespace Aggregator.Feeds.Rdf;

/// <summary>RSS 0.90 and 1.0: RDF with the items beside the channel.</summary>
internal static class RdfReader
{
    /// <summary>Reads the document whose root the reader stands on.</summary>
    public static void Read(FeedXmlReader reader, FeedDraft feed)
    {
        feed.Format = FeedFormat.Rss10;
        feed.Language ??= reader.Language;
        var root = reader.Enter();
        while (reader.NextChild(root))
        {
            if (reader.Vocabulary == FeedNamespace.Core && reader.Name == "item")
                feed.Entries.Add(RssItem.Read(reader, feed));
            else if (reader.Vocabulary == FeedNamespace.Core && reader.Name.Equals("channel", StringComparison.OrdinalIgnoreCase))
                ReadChannel(reader, feed);
        }
    }

    private static void ReadChannel(FeedXmlReader reader, FeedDraft feed)
    {
        if (reader.NamespaceAddress.EndsWith("/0.9/", StringComparison.Ordinal))
            feed.Format = FeedFormat.Rss090;
        feed.Language ??= reader.Language;
        feed.OtherLink ??= reader.Resolve(reader.AnyAttribute("about")) is { } about && UrlResolution.IsWeb(about) ? about : null;
        var channel = reader.Enter();
        while (reader.NextChild(channel))
        {
            // Some write the items inside the channel, as RSS 2.0 does.
            if (reader.Vocabulary == FeedNamespace.Core && reader.Name == "item")
                feed.Entries.Add(RssItem.Read(reader, feed));
            else
                RssChannel.ReadElement(reader, feed);
        }
    }
}
