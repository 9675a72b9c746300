using Aggregator.Text.Languages;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// The language that a page declares. Order of trust: <c>html lang</c>, JSON-LD <c>inLanguage</c>, meta content-language, og:locale; where nothing is declared,
/// what the first paragraphs say. The article's text has the last word (<see cref="TextLanguage"/>).
/// </summary>
internal static class PageLanguage
{
    /// <returns>A BCP 47 tag in lower case, or null.</returns>
    public static string? Read(PageData page)
    {
        var declared = Normalize(page.Survey.DeclaredLanguage)
            ?? Normalize(page.ArticleText("inLanguage"))
            ?? Normalize(page.Survey.Meta("content-language", "language", "dc.language", "dcterms.language"))
            ?? Normalize(page.Survey.Meta("og:locale"));
        return declared ?? LanguageDetector.Detect(page.Survey.Prose());
    }

    /// <summary>Brings <c>EN_us</c>, <c>en-US</c>, <c>de, en</c> to one form; null for what is no language tag.</summary>
    public static string? Normalize(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var end = value.AsSpan().IndexOfAny(',', ';', ' ') is var cut and > 0 ? cut : value.Length;
        var tag = value[..end].Trim().Replace('_', '-').ToLowerInvariant();
        var parts = tag.Split('-');
        if (parts[0].Length is not (2 or 3)
            || !parts.All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
            || !parts[0].All(char.IsAsciiLetter))
        {
            return null;
        }

        return parts[0] is "und" or "mul" or "zxx" or "xx" ? null : tag;
    }
}
