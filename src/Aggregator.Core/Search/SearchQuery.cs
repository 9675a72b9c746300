namespace Aggregator.Search;

/// <summary>
/// The query language: words and "phrases" that must all occur, <c>OR</c> between alternatives, <c>NOT</c> or <c>-</c> before what must not,
/// parentheses, <c>start*</c>, <c>a NEAR/5 b</c>, and the fields <c>title:</c> <c>text:</c> <c>author:</c> <c>outlet:</c> before a word, phrase or group.
/// Operators are upper case; <c>NOT</c> binds before <c>AND</c>, <c>AND</c> before <c>OR</c>.
/// </summary>
public static class SearchQuery
{
    /// <summary>Characters; a saved query of some dozen names fits several times.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Words and phrases; each costs one look-up in the index.</summary>
    public const int MostTerms = 100;

    /// <summary>Groups within groups; FTS5 takes trees of up to 256 levels, people write three.</summary>
    public const int MostDepth = 20;

    /// <summary>Reads a query. Never throws: whatever is no query is an <see cref="SearchParse.Invalid"/>.</summary>
    public static SearchParse Parse(string text)
    {
        if (text.Length > MostCharacters)
            return new SearchParse.Invalid(MostCharacters, $"The query is longer than {MostCharacters} characters.", "Shorten it, or split it into several.");
        SearchLexer lexer = new(text);
        var tokens = lexer.Read();
        if (lexer.Failure is { } failure)
            return failure;
        SearchParser parser = new(tokens);
        var expression = parser.Read();
        if (parser.Failure is { } mistake)
            return mistake;
        return expression is null
            ? new SearchParse.Invalid(0, "There is nothing to search for.", "Write at least one word with a letter or a digit.")
            : new SearchParse.Parsed(expression);
    }
}
