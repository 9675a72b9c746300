using System.Globalization;
using Aggregator.Model;
using Aggregator.Text.Languages;

namespace Aggregator.Extraction;

/// <summary>
/// Whether what was read from a page is the text that its feed gave, and more of it. Of a post of three words a page may show nothing that reads as an
/// article but the form below it or its footer, which are longer.
/// </summary>
internal static class FeedTextInPage
{
    /// <summary>Words in a row that are looked for together; shorter texts are looked for as a whole.</summary>
    private const int Run = 3;

    /// <summary>Of the runs: feeds add a line of their own, and pages show pictures, tables and code otherwise.</summary>
    private const double MinShare = 0.7;

    /// <summary>Dates, bylines and the like have fewer.</summary>
    private const int ProseWords = 8;

    /// <summary>Words of prose: the footer of a site, which says whose it is in a sentence or three, has fewer.</summary>
    private const int AddedWords = 50;

    /// <summary>Of the telling words of title and summary: who sums up an article names what it is about.</summary>
    private const double MinTelling = 0.3;

    /// <summary>Long enough to be the article whatever its summary says: forms and footers have a third of it.</summary>
    private const int ArticleWords = 100;
    private const double SureConfidence = 0.5;

    private const string SoftHyphen = "\u00ad";

    /// <returns>Why the page's text is not that of the entry; null when it is.</returns>
    /// <param name="feedText">Not cut off.</param>
    /// <param name="isContentElement">It is the article's own text, as a content element is by its definition; else it may sum the article up.</param>
    public static string? WhyNot(string feedText, bool isContentElement, string title, ExtractedPage page)
    {
        var feed = Words(feedText);
        if (Holds(Words(page.Text), feed))
            return Adds(page.Text, feed) ? null : "the page's text holds the feed's and little beside it";
        if (isContentElement)
            return $"the page's {page.WordCount} words do not hold those of the feed";
        if (page.WordCount >= ArticleWords && page.Confidence >= SureConfidence)
            return null;
        return IsAbout(page.Text, title, feedText) ? null : $"the page's {page.WordCount} words have nothing to do with title and summary";
    }

    private static bool Holds(List<string> page, List<string> feed)
    {
        if (feed.Count == 0)
            return true;
        var run = Math.Min(Run, feed.Count);
        var there = Runs(page, run).ToHashSet();
        int all = 0, found = 0;
        foreach (var wanted in Runs(feed, run))
        {
            all++;
            found += there.Contains(wanted) ? 1 : 0;
        }

        return found >= MinShare * all;
    }

    /// <summary>The page goes on where the feed's text ends: it has more beyond it than dates, bylines and a footer.</summary>
    private static bool Adds(string text, List<string> feed)
    {
        var added = 0;
        foreach (var line in text.Split('\n'))
        {
            var words = Words(line);
            added += words.Count >= ProseWords && !Holds(feed, words) ? words.Count : 0;
        }

        return added >= AddedWords;
    }

    private static IEnumerable<int> Runs(List<string> words, int length)
    {
        for (var i = 0; i + length <= words.Count; i++)
        {
            var hash = default(HashCode);
            for (var k = i; k < i + length; k++)
                hash.Add(words[k], StringComparer.Ordinal);
            yield return hash.ToHashCode();
        }
    }

    private static bool IsAbout(string text, string title, string summary)
    {
        var telling = Words($"{title}\n{summary}").Where(word => !FunctionWords.Contains(word)).ToHashSet(StringComparer.Ordinal);
        var common = telling.Count(Words(text).ToHashSet(StringComparer.Ordinal).Contains);
        return common >= Math.Min(2, telling.Count) && common >= MinTelling * telling.Count;
    }

    /// <summary>In lower case and without marks of typesetting; each character of scripts that are written without blanks is a word.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        text = text.Replace(SoftHyphen, "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            if (!char.IsLetterOrDigit(text[start]))
                continue;
            if (!IsAlone(text[start]))
            {
                while (i < text.Length && char.IsLetterOrDigit(text[i]) && !IsAlone(text[i]))
                    i++;
            }

            words.Add(text[start..i].ToLowerInvariant());
        }

        return words;
    }

    private static bool IsAlone(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;
}
