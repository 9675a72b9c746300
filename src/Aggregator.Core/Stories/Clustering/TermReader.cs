using Aggregator.Model;
using Aggregator.Text.Languages;

namespace Aggregator.Stories.Clustering;

/// <summary>From an article to its counted terms.</summary>
internal static class TermReader
{
    /// <summary>Headline words count twice: on the labelled stories that beat once and three times.</summary>
    private const int TitleCount = 2;

    /// <summary>Characters looked at to guess a language that nobody stated; a sentence or three.</summary>
    private const int GuessReach = 400;

    /// <summary>A headline is in title case when more than this share of its content words is capitalised; its capitals then say nothing of names.</summary>
    private const double TitleCaseShare = 0.7;

    public static List<RawTerm> Read(ArticleText article, int leadWords)
    {
        var title = Tokenizer.Read(article.Title, leadWords).ToList();
        var lead = Tokenizer.Read(article.Text, leadWords).ToList();
        var language = LanguageOf(article);

        var terms = new Dictionary<string, (double Count, TermKind Kind)>(StringComparer.Ordinal);
        Add(terms, title, language, TitleCount, TermKind.Title, IsTitleCase(title, language));
        Add(terms, lead, language, 1, TermKind.None, false);
        return [.. terms.Select(t => new RawTerm(t.Key, t.Value.Count, t.Value.Kind))];
    }

    private static string LanguageOf(ArticleText article) => article.Language is { Length: >= 2 } stated
        ? stated.Split('-', '_')[0].ToLowerInvariant()
        : LanguageDetector.Detect($"{article.Title}\n{article.Text.AsSpan(0, Math.Min(article.Text.Length, GuessReach))}") ?? "en";

    private static void Add(Dictionary<string, (double Count, TermKind Kind)> terms, List<Tokenizer.Token> tokens, string language, int count,
        TermKind field, bool capitalsSayNothing)
    {
        foreach (var token in tokens)
        {
            if (token.Word.Length < 2 || FunctionWords.Contains(token.Word, language))
                continue;

            var kind = field | KindOf(token, capitalsSayNothing);
            var stem = Stemmer.Stem(token.Word, language);
            var had = terms.GetValueOrDefault(stem);
            terms[stem] = (had.Count + count, had.Kind | kind);
        }
    }

    private static TermKind KindOf(Tokenizer.Token token, bool capitalsSayNothing)
    {
        if (token.Word.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
            return TermKind.Number;

        return token.Capital && !token.Opens && !capitalsSayNothing ? TermKind.Name : TermKind.None;
    }

    private static bool IsTitleCase(List<Tokenizer.Token> title, string language)
    {
        var content = title.Where(t => t.Word.Length > 3 && !FunctionWords.Contains(t.Word, language)).ToList();
        return content.Count(t => t.Capital) > TitleCaseShare * content.Count;
    }
}
