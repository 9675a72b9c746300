using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Aggregator.Extraction.Html;

/// <summary>The one way in which markup becomes a tree here: no scripts, no loading, bounded depth, bounded number of elements.</summary>
internal static class HtmlParsing
{
    /// <summary>A page of 10 MB has below 400,000 elements; only markup made to blow up the tree has more than this.</summary>
    private const int MaxElements = 1_000_000;

    /// <summary>Nobody is told of attributes: what listens by default keeps the parts of live elements in step, which are never asked here.</summary>
    private static readonly IConfiguration Quiet = Configuration.Default.Without<IAttributeObserver>();

    /// <summary>A browsing context costs as much as the parse of a short page, and keeps nothing of what was parsed.</summary>
    [ThreadStatic]
    private static BoundedParser? _pages;

    [ThreadStatic]
    private static BoundedParser? _fragments;

    /// <returns>Null if the markup would make more elements than any page has.</returns>
    public static IHtmlDocument? ParseDocument(ReadOnlyMemory<char> html) => (_pages ??= new BoundedParser(skipRawText: true)).Document(DepthLimiter.Limit(html));

    /// <summary>The nodes that <paramref name="html"/> gives inside a <c>body</c>; none if it would make more than a million elements.</summary>
    public static IEnumerable<INode> ParseFragment(string html) =>
        (_fragments ??= new BoundedParser(skipRawText: false)).Fragment(DepthLimiter.Limit(html.AsMemory()).ToString());

    private sealed class BoundedParser
    {
        private readonly HtmlParser _parser;
        private readonly IElement _shell;
        private int _elements;
        private int _most = MaxElements;

        /// <param name="skipRawText">Style sheets and frames' replacement texts, which nobody reads, make no strings.</param>
        public BoundedParser(bool skipRawText)
        {
            var options = new HtmlParserOptions
            {
                IsScripting = false,
                SkipComments = true,
                SkipRawText = skipRawText,
                DisableElementPositionTracking = true,
                ShouldEmitAttribute = UnreadAttributes.IsRead,
                OnCreated = (_, _) =>
                {
                    if (++_elements > _most)
                        throw new TooManyElementsException();
                },
            };
            _parser = new HtmlParser(options, BrowsingContext.New(Quiet));
            _shell = _parser.ParseDocument("<!doctype html><body>").Body!;
        }

        public IHtmlDocument? Document(ReadOnlyMemory<char> html)
        {
            Begin(html.Length);
            try
            {
                var document = _parser.ParseDocument(html);
                // The parser's buffers go back to their pool. Disposing the document would also take the tree apart, node by node.
                ((IConstructableDocument)document).Builder?.Dispose();
                return document;
            }
            catch (TooManyElementsException)
            {
                return null;
            }
        }

        public IEnumerable<INode> Fragment(string html)
        {
            Begin(html.Length);
            try
            {
                return _parser.ParseFragment(html, _shell);
            }
            catch (TooManyElementsException)
            {
                return [];
            }
        }

        /// <summary>
        /// The densest of the 1,670 pages of the open corpus has an element in 36 characters: more than one in six, and some that every page gets,
        /// are copies of unclosed formatting.
        /// </summary>
        private void Begin(int characters)
        {
            _elements = 0;
            _most = Math.Min(MaxElements, 1_000 + (characters / 6));
        }
    }

    private sealed class TooManyElementsException : Exception;
}
