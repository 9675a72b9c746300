using Aggregator.Feeds.JsonFeed;
using Aggregator.Model;
using Aggregator.Text.Encodings;

namespace Aggregator.Feeds;

/// <summary>Reads a feed document of any dialect into the one neutral form. Pure: bytes and context in, a value out; never throws on bad documents.</summary>
public static class FeedParser
{
    /// <summary>Reads RSS 0.90–2.0, RSS 1.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, repairing what is broken.</summary>
    /// <param name="document">The body as received, after content decoding.</param>
    /// <param name="context">What else is known: address, headers, how many entries to keep.</param>
    public static FeedParseResult Parse(ReadOnlyMemory<byte> document, FeedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var source = EncodedDocument.Of(document, context.ContentType);
        return source.FirstCharacter switch
        {
            null => new FeedParseResult.NotAFeed("The document is empty."),
            '{' or '[' => JsonFeedReader.Read(source, context),
            '<' => XmlFeed.Read(source, context),
            _ => JsonFeedReader.ReadBehindJunk(source, context) ?? XmlFeed.Read(source, context),
        };
    }
}
