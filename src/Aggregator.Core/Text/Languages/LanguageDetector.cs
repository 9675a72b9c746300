namespace Aggregator.Text.Languages;

/// <summary>
/// Tells the language of prose: by its script where the script has one language, otherwise by how many of its words are the common words of each
/// language (Grefenstette, "Comparing two language identification schemes", JADT 1995: the short-word method).
/// </summary>
internal static class LanguageDetector
{
    /// <summary>Fewer common words than this decide nothing between neighbouring languages.</summary>
    private const int MinHits = 2;

    /// <summary>Share of common words that prose reaches in its own language: 0.3–0.5 in the languages listed; chance hits stay below 0.1.</summary>
    private const double MinShare = 0.12;

    /// <returns>An ISO 639-1 code, or null when the text is too short or none of the languages known.</returns>
    public static string? Detect(string text) => ByScript(text) ?? ByWords(text);

    private static string? ByScript(string text)
    {
        int letters = 0, han = 0, kana = 0, hangul = 0, thai = 0, bengali = 0, tamil = 0, telugu = 0, georgian = 0, armenian = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            switch (c)
            {
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
                case >= '\u0980' and <= '\u09FF': bengali++; break;
                case >= '\u0B80' and <= '\u0BFF': tamil++; break;
                case >= '\u0C00' and <= '\u0C7F': telugu++; break;
                case >= '\u10A0' and <= '\u10FF': georgian++; break;
                case >= '\u0530' and <= '\u058F': armenian++; break;
            }
        }

        // half of the letters: names and terms in Latin script stand in every kind of text
        var half = letters / 2;
        if (letters == 0)
            return null;
        // Japanese mixes Han and kana; a tenth of kana is far more than a Chinese text ever quotes
        if (kana + han > half && kana > (kana + han) / 10)
            return "ja";
        return han > half
            ? "zh"
            : hangul > half
            ? "ko"
            : thai > half
            ? "th"
            : bengali > half
            ? "bn"
            : tamil > half
            ? "ta"
            : telugu > half
            ? "te"
            : georgian > half
            ? "ka"
            : armenian > half
            ? "hy"
            : null;
    }

    private static string? ByWords(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length
                && (char.IsLetter(text[i])
                    || char.IsSurrogate(text[i])
                    || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark
                        or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                i++;
            }

            words++;
            if (FunctionWords.Telling.TryGetValue(text[start..i].ToLowerInvariant(), out var languages))
            {
                foreach (var language in languages)
                    counts[language] = counts.GetValueOrDefault(language) + 1;
            }
        }

        // The first of equals is English, whose words stand in texts of all languages.
        var best = FunctionWords.Languages.MaxBy(language => counts.GetValueOrDefault(language))!;
        return counts.GetValueOrDefault(best) is >= MinHits and var hits && hits >= words * MinShare ? best : null;
    }
}
