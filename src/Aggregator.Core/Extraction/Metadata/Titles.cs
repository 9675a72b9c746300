namespace Aggregator.Extraction.Metadata;

/// <summary>The headline that a reader sees.</summary>
internal static class Titles
{
    public static string? Read(PageData page)
    {
        var survey = page.Survey;
        var declared = new List<string>();
        foreach (var text in new[] { survey.Meta("og:title"), page.Article is { } article ? JsonLd.Text(article, "headline") : null, survey.Meta("twitter:title"), survey.DocumentTitle })
        {
            if (!string.IsNullOrWhiteSpace(text))
                declared.Add(ElementText.Collapse(text));
        }

        var keys = declared.ConvertAll(Key);
        string? best = null;
        var bestScore = int.MinValue;
        foreach (var found in survey.Headings)
        {
            var text = ElementText.Of(found.Element);
            if (text.Length == 0)
                continue;
            var key = Key(text);
            if (key.Length == 0)
                continue;
            var score = (found.IsOwn ? 2 : 0) + keys.Sum(declaredKey => declaredKey == key ? 4 : declaredKey.StartsWith(key, StringComparison.Ordinal) && key.Length > 10 ? 3 : declaredKey.Contains(key, StringComparison.Ordinal) && key.Length > 10 ? 1 : 0);
            if (score > bestScore)
                (best, bestScore) = (text, score);
        }

        return best ?? declared.FirstOrDefault();
    }

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
