using Aggregator.Model;
using Aggregator.Stories.Clustering;
using Aggregator.Text.Languages;

namespace Aggregator.Stories;

/// <summary>What an entry says of its article.</summary>
/// <param name="Text">Its summary or text, plain; may be empty.</param>
/// <param name="Language">BCP 47; null where nobody says.</param>
public sealed record EntryClaim(string Title, string Text, string? Language);

/// <summary>Whether a page is the one that an entry means.</summary>
/// <param name="Other">Why the page is not the entry's; null where nothing says so.</param>
/// <param name="SameHeadline">The page's headline is the entry's, in so many words or others.</param>
/// <param name="Sure">The page's address may stand for the entry.</param>
/// <param name="Doubtful">The page's text does not say what the headline does: a wall shows when the same text comes under another headline.</param>
public readonly record struct PageVerdictOfEntry(string? Other, bool SameHeadline, bool Sure, bool Doubtful);

/// <summary>
/// Holds a page against the entry that leads to it. Walls (consent, region, subscription, login, errors, "enable JavaScript") and front pages are written
/// in all languages and ever new words, but none of them says what the entry says: its headline and summary share words with its article and none with a
/// wall.
/// </summary>
public static class PageOfEntry
{
    /// <summary>
    /// Fewer content words say nothing. The shortest headlines of the corpora have two, and one of three fails to come up in one of twenty articles.
    /// </summary>
    private const int FewWords = 5;

    /// <summary>Words of a summary that must be missing before a page under the entry's own headline is none: a headline alone may play with words.</summary>
    private const int SummaryWords = 8;

    /// <summary>A wall and an article share one content word of ten at most ("time", "people"); an article has most of those of its summary.</summary>
    private const double Nothing = 0.1, LittleAfterRedirect = 0.2;

    /// <summary>Words of a wall's text; the longest met have some hundred, those that list all partners far more.</summary>
    private const int MostWallWords = 250;

    /// <summary>Content words of the entry, and words of the page, that are compared.</summary>
    private const int MostTitle = 40, MostSummary = 120, MostPage = 4000;

    /// <param name="redirected">The page lies at another address than the entry's.</param>
    public static PageVerdictOfEntry Judge(EntryClaim entry, ExtractedPage page, bool redirected)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(page);
        var language = Primary(entry.Language) ?? LanguageDetector.Detect($"{entry.Title}\n{entry.Text}") ?? Primary(page.Metadata.Language) ?? "en";
        // An outlet's name stands in its walls as in its headlines.
        var outlet = Words(page.Metadata.SiteName, MostTitle, language);
        var title = Words(entry.Title, MostTitle, language);
        title.ExceptWith(outlet);
        HashSet<string> all = [.. title, .. Words(entry.Text, MostSummary, language)];
        all.ExceptWith(outlet);
        var headline = Words(page.Metadata.Title, MostTitle, language);
        var inHeadline = title.Count(headline.Contains);
        var sameHeadline = title.Count > 0 && 2 * inHeadline >= title.Count;
        var (inText, shared) = Find(page.Text, title, all, language);
        var other = all.Count >= FewWords ? WhyOther(all.Count, shared, all.Count - title.Count, sameHeadline, inHeadline, redirected, entry, page)
            : all.Count > 0 && shared + inHeadline == 0 ? WhyForm(page, redirected)
            : null;
        var said = title.Count > 0 && 2 * inText >= title.Count;
        // A front page says what all its articles are about, so behind a redirect the headline has to be the entry's.
        return new PageVerdictOfEntry(other, sameHeadline, Sure: sameHeadline || (said && !redirected), Doubtful: !said || (redirected && !sameHeadline));
    }

    /// <summary>How many words of the title, and of title and summary, stand in the text: counted until it is plain that the text is the entry's.</summary>
    private static (int InTitle, int Shared) Find(string text, HashSet<string> title, HashSet<string> all, string language)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        var inTitle = 0;
        foreach (var token in Tokenizer.Read(text, MostPage))
        {
            var word = Stemmer.Stem(token.Word, language);
            if (!all.Contains(word) || !found.Add(word))
                continue;
            inTitle += title.Contains(word) ? 1 : 0;
            if (2 * inTitle >= title.Count && found.Count > LittleAfterRedirect * all.Count)
                break;
        }

        return (inTitle, found.Count);
    }

    private static string? WhyOther(
        int words, int shared, int ofSummary, bool sameHeadline, int inHeadline, bool redirected, EntryClaim entry, ExtractedPage page)
    {
        if (shared > (redirected && !sameHeadline ? LittleAfterRedirect : Nothing) * words)
            return null;
        var found = $"{shared} of {words} words of the entry's title and summary stand in its {page.WordCount} words";
        if (redirected && inHeadline == 0)
            return $"the address leads to another page: {found}";
        if (sameHeadline)
            return ofSummary >= SummaryWords && page.WordCount <= MostWallWords ? $"the page has the headline and another text: {found}" : null;
        if (page.WordCount > MostWallWords && IsOtherLanguage(entry, page))
            return null;
        return inHeadline == 0 ? $"the page is not the entry's: {found}" : null;
    }

    // A headline of two words is missing in many a short article, but not in one that stands around buttons or at another address.
    private static string? WhyForm(ExtractedPage page, bool redirected) =>
        page.WordCount > MostWallWords ? null
        : redirected ? "the address leads to another page: no word of the entry's title stands in it"
        : page.Controls > 0 ? $"the page has {page.WordCount} words around a form, and no word of the entry's title"
        : null;

    // A feed may tell in one language of articles in another.
    private static bool IsOtherLanguage(EntryClaim entry, ExtractedPage page) =>
        LanguageDetector.Detect($"{entry.Title}\n{entry.Text}") is { } own && LanguageDetector.Detect(page.Text) is { } found && own != found;

    private static string? Primary(string? language) => language is { Length: >= 2 } ? language.Split('-', '_')[0].ToLowerInvariant() : null;

    /// <summary>The different content words, without their endings; numbers are left out, as walls have years and prices.</summary>
    private static HashSet<string> Words(string? text, int most, string language)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Read(text ?? "", most * 2))
        {
            if (token.Word.Length < 2 || char.IsDigit(token.Word[0]) || FunctionWords.Contains(token.Word, language))
                continue;
            words.Add(Stemmer.Stem(token.Word, language));
            if (words.Count >= most)
                break;
        }

        return words;
    }
}
