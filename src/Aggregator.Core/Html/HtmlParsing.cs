using System.Collections.Concurrent;
using Aggregator.Html.Dom;
using AngleSharp;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Aggregator.Html;

/// <summary>The one way in which markup becomes a tree here: no scripts, no loading, bounded depth, bounded number of elements.</summary>
internal static class HtmlParsing
{
    /// <summary>A page of 10 MB has below 400,000 elements; only markup made to blow up the tree has more than this.</summary>
    private const int MaxElements = 1_000_000;

    /// <summary>What follows it is read as in a page's body, without the quirks of pages that name no standard.</summary>
    private const string BeforeFragment = "<!doctype html><body>";

    private static readonly ParserPool Pages = new(skipRawText: true);
    private static readonly ParserPool Fragments = new(skipRawText: false);

    /// <returns>Null if the markup would make more elements than any page has. Its texts are there until it is disposed.</returns>
    public static Document? ParseDocument(ReadOnlyMemory<char> html) => Pages.Parse(DepthLimiter.Limit(html));

    /// <summary>A page with <paramref name="html"/> inside its <c>body</c>.</summary>
    /// <returns>Null if it would make more than a million elements. Its texts are there until it is disposed.</returns>
    public static Document? ParseFragment(string html) => Fragments.Parse($"{BeforeFragment}{DepthLimiter.Limit(html.AsMemory())}".AsMemory());

    /// <summary>
    /// A parser costs as much as the parse of a short page, and keeps of what it parsed the names only. As many are made as ever parse at once, not one for
    /// each of the threads of the pool, which are many more.
    /// </summary>
    /// <param name="skipRawText">Style sheets and frames' replacement texts, which nobody reads, make no strings.</param>
    private sealed class ParserPool(bool skipRawText)
    {
        private readonly ConcurrentStack<BoundedParser> _idle = new();

        public Document? Parse(ReadOnlyMemory<char> html)
        {
            if (!_idle.TryPop(out var parser))
                parser = new BoundedParser(skipRawText);
            var document = parser.Parse(html);
            _idle.Push(parser);
            return document;
        }
    }

    private sealed class BoundedParser
    {
        private readonly DocumentFactory _factory = new();
        private readonly HtmlParserOptions _options;
        private readonly HtmlParser _parser;
        private int _foreign;

        public BoundedParser(bool skipRawText)
        {
            _options = new HtmlParserOptions
            {
                IsScripting = false,
                SkipComments = true,
                SkipRawText = skipRawText,
                DisableElementPositionTracking = true,
                ShouldEmitAttribute = UnreadAttributes.IsRead,
                OnCreated = (_, _) =>
                {
                    if (++_foreign > _factory.MostElements)
                        throw new TooManyElementsException();
                },
            };
            _parser = new HtmlParser(_options, BrowsingContext.New(Configuration.Default.With(_factory)));
        }

        public Document? Parse(ReadOnlyMemory<char> html)
        {
            // The densest of the 1,670 pages of the open corpus has an element in 36 characters: more than one in six, and some that every page gets,
            // are copies of unclosed formatting.
            _factory.MostElements = Math.Min(MaxElements, 1_000 + (html.Length / 6));
            try
            {
                return Build(html) ?? Copy(html);
            }
            catch (TooManyElementsException)
            {
                return null;
            }
        }

        /// <returns>
        /// Null where the parser (AngleSharp 1.10) builds the tree right of its own nodes only, as it knows tables and templates by its classes of them:
        /// for elements astray in a table and parts of tables in a template.
        /// </returns>
        private Document? Build(ReadOnlyMemory<char> html)
        {
            if (TemplatedTables.MayStandIn(html.Span))
                return null;
            try
            {
                return _parser.ParseDocument<Document, Element>(new TextSource(new ReadOnlyMemoryTextSource(html)), null);
            }
            catch (ForeignNodesException)
            {
                return null;
            }
        }

        private Document Copy(ReadOnlyMemory<char> html)
        {
            _foreign = 0;
            using var original = new HtmlParser(_options, BrowsingContext.New(Configuration.Default)).ParseDocument(html);
            return DocumentCopy.Of(original, _factory);
        }
    }
}
