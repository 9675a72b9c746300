using System.Text.Json.Serialization;

namespace Aggregator.Model;

/// <summary>Which library reads the documents of feeds.</summary>
public enum FeedReaderKind
{
    /// <summary>Aggregator's own reader, which also mends what is broken.</summary>
    Own,

    /// <summary>The parser of the package CodeHollow.FeedReader.</summary>
    [JsonStringEnumMemberName("codehollow")]
    CodeHollow,
}

/// <summary>Reads a feed document into the one neutral form. Pure: bytes and context in, a value out; never throws on bad documents.</summary>
public interface IFeedReader
{
    /// <param name="document">The body as received, after content decoding.</param>
    /// <param name="context">What else is known: address, headers, how many entries to keep.</param>
    FeedParseResult Read(ReadOnlyMemory<byte> document, FeedContext context);
}
