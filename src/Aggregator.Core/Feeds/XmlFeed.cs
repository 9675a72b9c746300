using System.Xml;
using Aggregator.Feeds.Atom;
using Aggregator.Feeds.Drafts;
using Aggregator.Feeds.Rdf;
using Aggregator.Feeds.Repair;
using Aggregator.Feeds.Rss;
using Aggregator.Feeds.Xml;
using Aggregator.Model;
using Aggregator.Text.Encodings;

namespace Aggregator.Feeds;

/// <summary>Reads an XML feed: strictly in one pass, and only when that fails from a repaired copy.</summary>
internal static class XmlFeed
{
    private static readonly FeedProblem JunkAfter = new("junk-after", "more behind the feed element");

    public static FeedParseResult Read(EncodedDocument document, FeedContext context)
    {
        try
        {
            using var xml = document.OpenXml(Settings());
            return Read(xml, document.MayHaveBases, FeedReadPath.Strict, document.Problems, context) switch
            {
                // A warning that a script printed before the feed is an element too: <br /><b>Warning</b> … <rss>
                FeedParseResult.NotAFeed refused => Repaired(document, context, refused.Reason) is FeedParseResult.Parsed found ? found : refused,
                var read => read,
            };
        }
        catch (XmlException strict)
        {
            return Repaired(document, context, strict.Message);
        }
    }

    private static XmlReaderSettings Settings() => new()
    {
        // A document type may stand there (RSS 0.91 asks for one) but is never read: no external fetch, no entity expansion.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
        NameTable = new FeedNames(),
    };

    private static FeedParseResult Repaired(EncodedDocument document, FeedContext context, string fault)
    {
        if (XmlRepair.Run(document.Decode()) is not { } repaired)
            return new FeedParseResult.NotAFeed(NotAFeedReason.Of(document));
        var problems = new List<FeedProblem>(document.Problems) { new("not-well-formed", fault) };
        problems.AddRange(repaired.Problems);
        try
        {
            using var text = new StringReader(repaired.Xml);
            using var xml = XmlReader.Create(text, Settings());
            return Read(xml, mayHaveBases: true, FeedReadPath.Repaired, problems, context);
        }
        catch (XmlException error)
        {
            return new FeedParseResult.NotAFeed($"The document is damaged beyond repair: {error.Message}");
        }
    }

    private static FeedParseResult Read(XmlReader xml, bool mayHaveBases, FeedReadPath path, IReadOnlyList<FeedProblem> problems, FeedContext context)
    {
        using var reader = new FeedXmlReader(xml, DocumentBase.Of(context), mayHaveBases);
        if (!reader.MoveToRoot())
            return new FeedParseResult.NotAFeed("The document holds no element.");
        var draft = new FeedDraft(context.MaxEntries);
        switch (reader.Name.ToLowerInvariant(), reader.Vocabulary)
        {
            case ("rss" or "channel", _):
                RssReader.Read(reader, draft);
                break;
            case ("rdf", _):
                RdfReader.Read(reader, draft);
                break;
            case ("feed", FeedNamespace.Atom or FeedNamespace.Core or FeedNamespace.Foreign):
                AtomReader.Read(reader, draft);
                break;
            default:
                return new FeedParseResult.NotAFeed(NotAFeedReason.OfRoot(reader.QualifiedName));
        }

        return new FeedParseResult.Parsed(draft.Build() with { Path = path, Problems = EndsWell(xml) ? problems : [.. problems, JunkAfter] });
    }

    // What follows the root element hides nothing of the feed, so it costs no second reading.
    private static bool EndsWell(XmlReader xml)
    {
        try
        {
            while (xml.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
