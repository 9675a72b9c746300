using Aggregator.Extraction;
using Aggregator.Model;

namespace Aggregator.Pipeline;

/// <summary>Feed or page: whether the feed's own text spares the fetch, and which text is better once the page is there.</summary>
internal static class TextChoice
{
    // A news article has some 300 words and more; a feed that carries this much in its content element carries articles, not teasers.
    private const int FullWords = 250;

    public static bool NeedsPage(FullTextMode mode, bool hasContentElement, string text) => mode switch
    {
        FullTextMode.Always => true,
        FullTextMode.Never => false,
        _ => !hasContentElement || PlainText.CountWords(text) < FullWords || LooksCut(text),
    };

    /// <summary>A page that gave less than the feed did was a stub, a wall or read wrongly.</summary>
    public static bool PageIsBetter(string feedText, ExtractedPage page) =>
        page.Kind == PageKind.Article && page.WordCount > 0 && page.WordCount >= PlainText.CountWords(feedText) / 2;

    private static bool LooksCut(string text)
    {
        var end = text.AsSpan().TrimEnd();
        return end.EndsWith("…") || end.EndsWith("...") || end.EndsWith("[…]") || end.EndsWith("[...]");
    }
}
