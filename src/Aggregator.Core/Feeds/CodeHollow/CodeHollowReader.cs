using System.Globalization;
using System.Xml;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Text.Encodings;
using Library = global::CodeHollow.FeedReader;

namespace Aggregator.Feeds.CodeHollow;

/// <summary>
/// The parser of CodeHollow.FeedReader behind our seam: it gets a string that our own decoder made and that is within bounds, and whatever it throws is a
/// document that could not be read. Its own fetching is never used.
/// </summary>
internal sealed class CodeHollowReader : IFeedReader
{
    public FeedParseResult Read(ReadOnlyMemory<byte> document, FeedContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var source = EncodedDocument.Of(document, context.ContentType);
        if (source.FirstCharacter is null)
            return new FeedParseResult.NotAFeed("The document is empty.");
        if (BoundedDocument.Of(source.Decode(), out var text) is { } fault)
            return new FeedParseResult.NotAFeed(fault);
        try
        {
            var read = Parse(text);
            // It looks for elements in the default namespace: under a prefix it finds none, without an error.
            if (read is { Type: Library.FeedType.Atom, SpecificFeed.Element: var root } && root.GetDefaultNamespace() != root.Name.Namespace)
                return new FeedParseResult.NotAFeed("CodeHollow.FeedReader does not find the elements of an Atom feed that have a prefix.");
            return new FeedParseResult.Parsed(FeedMapping.Map(read, context) with { Problems = source.Problems });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new FeedParseResult.NotAFeed(Reason(e, source));
        }
    }

    // It reads dates and numbers by the thread's culture, whose calendar may count other years.
    private static Library.Feed Parse(string text)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return Library.FeedReader.ReadFromString(text);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Reason(Exception e, EncodedDocument source) => e switch
    {
        Library.Parser.FeedTypeNotSupportedException when source.FirstCharacter == '<' => NotAFeedReason.Of(source),
        Library.Parser.FeedTypeNotSupportedException => "The document is JSON, but no JSON Feed.",
        XmlException => $"CodeHollow.FeedReader reads well-formed documents only: {e.Message}",
        _ => $"CodeHollow.FeedReader failed on it: {e.GetType().Name}: {e.Message}",
    };
}
