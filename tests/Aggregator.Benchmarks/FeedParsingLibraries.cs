using System.ServiceModel.Syndication;
using System.Xml;

namespace Aggregator;

/// <summary>The feed readers of the package registry, each from bytes to entries with their dates; they answer how many.</summary>
internal static class FeedParsingLibraries
{
    private static readonly XmlReaderSettings Bare = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>Its parser only; what it fetches by itself is not measured.</summary>
    public static int CodeHollow(byte[] document) => global::CodeHollow.FeedReader.FeedReader.ReadFromByteArray(document).Items.Count;

    public static int Syndication(byte[] document)
    {
        using var xml = XmlReader.Create(new MemoryStream(document), Bare);
        var entries = 0;
        foreach (var item in SyndicationFeed.Load(xml).Items)
        {
            // It reads a date, and throws at a bad one, when it is asked for.
            _ = item.PublishDate;
            _ = item.LastUpdatedTime;
            entries++;
        }

        return entries;
    }
}
