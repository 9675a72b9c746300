namespace Aggregator.Text.Languages;

/// <summary>The language of a text of which somebody may have declared one.</summary>
public static class TextLanguage
{
    /// <summary>Different n-grams of a long title, and of some thirty words of prose.</summary>
    private const int Title = 12, Prose = 60;

    /// <summary>
    /// How far the declared language must be behind to be wrong, as a share of the found one's score. Of the titles of the open corpora with so many n-grams,
    /// one true declaration is that far behind, and 761 of 763 false ones are; of 980 texts none is less than 0.26 ahead, but for two.
    /// </summary>
    private const double TitleMargin = 0.25, ProseMargin = 0.12;

    /// <summary>Share of n-grams that a text in any of the languages known has (the open corpora: 0.69 and more).</summary>
    private const double LeastKnown = 0.65;

    /// <summary>Letters of a script that has one language.</summary>
    private const int ScriptLetters = 12;

    /// <summary>
    /// What was declared, unless the text is plainly in another language: feeds and templates carry the default of the software they were made with. Where
    /// nothing was declared, what the text says, if it says it.
    /// </summary>
    /// <param name="declared">A BCP 47 tag as written, or null.</param>
    /// <returns>The declared tag as it was given, or an ISO 639-1 code, or null.</returns>
    public static string? Of(string? declared, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(declared))
            return LanguageDetector.Detect(text);
        var said = Primary(declared);
        if (Scripts.Language(text) is (var language, var letters))
            return letters < ScriptLetters || Neighbours.AreKin(language, said) ? declared : language;
        var seen = NgramScores.Of(text);
        if (seen.Ngrams < Title || seen.Known < seen.Ngrams * LeastKnown)
            return declared;
        if (LanguageDetector.ByNgrams(text, seen) is not { } found || Neighbours.AreKin(found, said))
            return declared;
        var own = Array.IndexOf(NgramModel.Languages, Neighbours.Known(said));
        // Nobody declares by default what so few know.
        if (own < 0 && !IsTold(said))
            return declared;
        var best = (double)seen.Scores[Array.IndexOf(NgramModel.Languages, Neighbours.Known(found))];
        var behind = own < 0 ? 1 : (best - seen.Scores[own]) / best;
        return behind >= (seen.Ngrams < Prose ? TitleMargin : ProseMargin) ? found : declared;
    }

    /// <summary>The language of the tag in lower case; what is no tag is the default of a template too ("lan", "xx").</summary>
    private static string Primary(string tag)
    {
        var end = tag.AsSpan().Trim().IndexOfAny("-_,; ");
        return (end < 0 ? tag.Trim() : tag.Trim()[..end]).ToLowerInvariant();
    }

    // A language told by its script, of which there is nothing in the text.
    private static bool IsTold(string language) => language is "zh" or "ja" or "ko" or "th" or "bn" or "ta" or "te" or "ka" or "hy" or "el" or "he" or "am"
        or "gu" or "pa" or "kn" or "ml";
}
