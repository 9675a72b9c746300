using Aggregator.Extraction.Words;
using Aggregator.Html;
using Aggregator.Model;

namespace Aggregator.Extraction;

/// <summary>A yes or no with the reason in words, as it is stored with the article.</summary>
public readonly record struct FullTextDecision(bool Yes, string Reason);

/// <summary>Whether the feed's own text spares the fetch of the page, and which text is better once both are there.</summary>
public static class FullTextRule
{
    /// <summary>
    /// Words from which a content element is taken as the whole article: newspapers call a news item of 150 words complete, and teasers have 20 to
    /// 60.
    /// </summary>
    private const int FullWords = 150;

    /// <summary>A description (RSS) may be a summary, so it must be longer, and of several paragraphs.</summary>
    private const int FullDescriptionWords = 300;

    /// <summary>Texts that differ by less are the same text with and without captions.</summary>
    private const double Tolerance = 0.2;

    /// <summary>A page text below this confidence is as likely wrong as right (see README.md).</summary>
    private const double MinConfidence = 0.5;

    /// <summary>Blanks in a last line that is prose and no signature, credit or link.</summary>
    private const int ProseWords = 12;

    private static readonly string[] Ellipses = ["…", "...", "[…]", "[...]", "(…)", "(more)"];

    private static readonly string[] Cuts = WordLists.Sections["cuts"];

    /// <param name="feedText">Plain text of the entry's longest element.</param>
    /// <param name="isContentElement">It stood in <c>content:encoded</c>, Atom <c>content</c> or JSON Feed <c>content_html</c>, not in a summary.</param>
    public static FullTextDecision FeedTextIsEnough(string feedText, bool isContentElement)
    {
        ArgumentNullException.ThrowIfNull(feedText);
        var words = PlainText.CountWords(feedText);
        if (words == 0)
            return new(false, "the feed gives no text");
        if (IsCut(feedText))
            return new(false, $"the feed's text of {words} words is cut off");
        if (isContentElement && words >= FullWords)
            return new(true, $"the feed gives {words} words as content, not cut off");
        if (words >= FullDescriptionWords && feedText.AsSpan().Count('\n') >= 2)
            return new(true, $"the feed's description has {words} words in paragraphs, not cut off");
        return new(false, $"the feed gives only {words} words");
    }

    /// <param name="isContentElement">As in <see cref="FeedTextIsEnough"/>.</param>
    /// <param name="title">The entry's.</param>
    /// <returns>Yes if the page's text is the better one.</returns>
    public static FullTextDecision PageIsBetter(string feedText, bool isContentElement, string title, ExtractedPage page)
    {
        ArgumentNullException.ThrowIfNull(feedText);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(page);
        if (page.Kind != PageKind.Article || page.Text.Length == 0)
            return new(false, page.Reason ?? "the page gave no text");
        var feed = PlainText.CountWords(feedText);
        var own = page.WordCount;
        if (feed == 0)
            return new(true, $"only the page has text ({own} words)");
        if (!IsCut(feedText) && FeedTextInPage.WhyNot(feedText, isContentElement, title, page) is { } other)
            return new(false, other);
        if (own < feed * (1 - Tolerance))
            return new(false, $"the page shows {own} words of the feed's {feed}");
        if (page.Confidence < MinConfidence && feed >= FullWords && !IsCut(feedText))
            return new(false, $"the page's text is unsure ({page.Confidence:0.00}), and the feed gives {feed} words");
        if (own > feed * (1 + Tolerance) || IsCut(feedText))
            return new(true, $"the page has {own} words, the feed {feed}");
        return new(false, $"both have about {feed} words, and the feed's are free of page furniture");
    }

    /// <summary>
    /// Ends in mid-sentence, in an ellipsis or an invitation to read on (which may be followed by a link's text or a "first appeared on" line).
    /// </summary>
    private static bool IsCut(string text)
    {
        var tail = text.AsSpan().TrimEnd();
        tail = tail[Math.Max(0, tail.Length - 40)..];
        foreach (var mark in Ellipses)
        {
            if (tail.EndsWith(mark, StringComparison.Ordinal))
                return true;
        }
        foreach (var cut in Cuts)
        {
            if (tail.Contains(cut, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return EndsInMidSentence(text.AsSpan().TrimEnd());
    }

    /// <summary>The last line is long enough to be prose and stops after a letter, a digit or a comma: cut at so many words, without a sign of it.</summary>
    private static bool EndsInMidSentence(ReadOnlySpan<char> text)
    {
        var line = text[(text.LastIndexOf('\n') + 1)..];
        // combining marks and scripts without full stops end in neither letter nor digit of these
        return line.Count(' ') >= ProseWords && (char.IsAsciiLetterOrDigit(line[^1]) || line[^1] is ',' or ';' || char.IsLower(line[^1]));
    }
}
