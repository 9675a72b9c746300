using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Xml;
using Aggregator.Model;

namespace Aggregator.Feeds.Rss;

/// <summary>RSS 0.91 to 2.0 (Netscape's and UserLand's), with or without the <c>rss</c> and <c>channel</c> elements that should be there.</summary>
internal static class RssReader
{
    /// <summary>Reads the document whose root the reader stands on.</summary>
    public static void Read(FeedXmlReader reader, FeedDraft feed)
    {
        feed.Format = FormatOf(reader.Attribute("version"));
        feed.Language ??= reader.Language;
        ReadChildren(reader, feed);
    }

    // Items stand in the channel as they should, or beside it, or without any.
    private static void ReadChildren(FeedXmlReader reader, FeedDraft feed)
    {
        var element = reader.Enter();
        while (reader.NextChild(element))
        {
            if (reader.Vocabulary == FeedNamespace.Core && reader.Name == "channel")
                ReadChannel(reader, feed);
            else
                ReadChild(reader, feed);
        }
    }

    private static void ReadChannel(FeedXmlReader reader, FeedDraft feed)
    {
        feed.Language ??= reader.Language;
        var channel = reader.Enter();
        while (reader.NextChild(channel))
            ReadChild(reader, feed);
    }

    private static void ReadChild(FeedXmlReader reader, FeedDraft feed)
    {
        if (reader.Vocabulary == FeedNamespace.Core && reader.Name is "item" or "entry")
            feed.Entries.Add(RssItem.Read(reader, feed));
        else if (reader.Vocabulary == FeedNamespace.Core && reader.Name is "items")
            ReadItems(reader, feed);
        else
            RssChannel.ReadElement(reader, feed);
    }

    // RSS 1.1 puts the items into a list of their own, and so do some home-made feeds.
    private static void ReadItems(FeedXmlReader reader, FeedDraft feed)
    {
        var items = reader.Enter();
        while (reader.NextChild(items))
        {
            if (reader.Vocabulary == FeedNamespace.Core && reader.Name is "item" or "entry")
                feed.Entries.Add(RssItem.Read(reader, feed));
        }
    }

    private static FeedFormat FormatOf(string? version) => version switch
    {
        "0.90" or "0.9" => FeedFormat.Rss090,
        "0.91" => FeedFormat.Rss091,
        "0.92" or "0.93" or "0.94" => FeedFormat.Rss092,
        "1.0" => FeedFormat.Rss10,
        _ => FeedFormat.Rss20,
    };
}
