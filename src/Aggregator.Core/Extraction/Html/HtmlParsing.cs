using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Aggregator.Extraction.Html;

/// <summary>The one way in which markup becomes a tree here: no scripts, no loading, bounded depth, bounded number of elements.</summary>
internal static class HtmlParsing
{
    /// <summary>A page of 10 MB has below 400,000 elements; only markup made to blow up the tree has more than this.</summary>
    private const int MaxElements = 1_000_000;

    /// <returns>Null if the markup would make more than a million elements.</returns>
    public static IHtmlDocument? ParseDocument(string html)
    {
        try
        {
            return NewParser().ParseDocument(DepthLimiter.Limit(html));
        }
        catch (TooManyElementsException)
        {
            return null;
        }
    }

    /// <summary>The nodes that <paramref name="html"/> gives inside a <c>body</c>; none if it would make more than a million elements.</summary>
    public static IEnumerable<INode> ParseFragment(string html)
    {
        var parser = NewParser();
        var shell = parser.ParseDocument("<!doctype html><body>");
        try
        {
            return parser.ParseFragment(DepthLimiter.Limit(html), shell.Body!);
        }
        catch (TooManyElementsException)
        {
            return [];
        }
    }

    private static HtmlParser NewParser()
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            OnCreated = (_, _) =>
            {
                if (++elements > MaxElements)
                    throw new TooManyElementsException();
            },
        };
        return new HtmlParser(options, BrowsingContext.New());
    }

    private sealed class TooManyElementsException : Exception;
}
