using System.Buffers;
using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Search;

/// <summary>Cuts a query into words, phrases, operators and fields.</summary>
internal sealed class SearchLexer(string text)
{
    // FTS5's own default, https://sqlite.org/fts5.html#fts5_near_queries
    private const int DefaultDistance = 10;

    private const int MostDistance = 1000;

    // A star after one letter would gather a large part of all words there are.
    private const int LeastPrefix = 2;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    private int _at;

    public SearchParse.Invalid? Failure { get; private set; }

    public IReadOnlyList<SearchToken> Read()
    {
        List<SearchToken> tokens = [];
        while (Failure is null && SkipSpace())
            tokens.Add(Next());
        tokens.Add(new SearchToken(SearchTokenKind.End, text.Length, ""));
        return tokens;
    }

    private bool SkipSpace()
    {
        while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || char.IsControl(text[_at])))
            _at++;
        return _at < text.Length;
    }

    private SearchToken Next()
    {
        var start = _at;
        switch (text[_at])
        {
            case '(' or '（':
                _at++;
                return new SearchToken(SearchTokenKind.Open, start, "(");
            case ')' or '）':
                _at++;
                return new SearchToken(SearchTokenKind.Close, start, ")");
            case '"' or '“' or '”' or '„' or '「' or '『':
                return Phrase(start);
            case '-' or '−' when _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]) && text[_at + 1] is not ('-' or ')'):
                _at++;
                return new SearchToken(SearchTokenKind.Not, start, "-");
            default:
                return Word(start);
        }
    }

    private SearchToken Phrase(int start)
    {
        ReadOnlySpan<char> closing = text[start] switch { '「' => "」", '『' => "』", _ => "\"“”" };
        var length = text.AsSpan(start + 1).IndexOfAny(closing);
        if (length < 0)
            return Fail(start, "This quotation mark is never closed.", "Put a second one after the phrase.");
        _at = start + length + 2;
        if (_at < text.Length && text[_at] == '*')
            return Fail(_at, "A star cannot follow a phrase.", "Put it after a single word: batter*");
        return new SearchToken(SearchTokenKind.Phrase, start, text.Substring(start + 1, length));
    }

    private SearchToken Word(int start)
    {
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('"' or '“' or '”' or '(' or ')' or '（' or '）'))
        {
            if (text[_at] is ':' or '：' && FieldBefore(start) is { } field)
                return field;
            _at++;
        }

        var word = text[start.._at];
        return Operator(start, word) ?? Plain(start, word);
    }

    /// <summary>A field's name stands before this colon, and something to look for after it.</summary>
    private SearchToken? FieldBefore(int start)
    {
        var name = text.AsSpan(start, _at - start);
        var followed = _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]) && text[_at + 1] is not ('/' or ':' or ')');
        if (!followed || name.IsEmpty || name.ContainsAnyExcept(NameLetters))
            return null;
        SearchField? field = name.ToString().ToLowerInvariant() switch
        {
            "title" => SearchField.Title,
            "text" => SearchField.Text,
            "author" => SearchField.Author,
            "outlet" => SearchField.Outlet,
            _ => null,
        };
        if (field is null)
            return Fail(start, $"There is no field “{name}”.", $"Fields are title, text, author and outlet. To search for the words, quote them: \"{name} …\"");
        _at++;
        return new SearchToken(SearchTokenKind.Field, start, name.ToString(), Field: field.Value);
    }

    private SearchToken? Operator(int start, string word)
    {
        switch (word)
        {
            case "AND":
                return new SearchToken(SearchTokenKind.And, start, word);
            case "OR":
                return new SearchToken(SearchTokenKind.Or, start, word);
            case "NOT":
                return new SearchToken(SearchTokenKind.Not, start, word);
            case "NEAR":
                return new SearchToken(SearchTokenKind.Near, start, word, Distance: DefaultDistance);
        }

        if (!word.StartsWith("NEAR/", StringComparison.Ordinal))
            return null;
        return int.TryParse(word.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var distance) && distance is >= 1 and <= MostDistance
            ? new SearchToken(SearchTokenKind.Near, start, word, Distance: distance)
            : Fail(start, "NEAR needs a distance in words.", $"Write NEAR/5, or any number from 1 to {MostDistance}.");
    }

    private SearchToken Plain(int start, string word)
    {
        var body = word.TrimEnd('*');
        var prefix = body.Length < word.Length;
        var star = body.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
            return Fail(start + star, "A star may only end a word.", "Write the start of the word and then the star: batter*");
        if (prefix && body.Count(char.IsLetterOrDigit) < LeastPrefix)
            return Fail(start, "Too little stands before the star.", $"Write at least {LeastPrefix} letters before it.");
        return new SearchToken(SearchTokenKind.Word, start, body, prefix);
    }

    private SearchToken Fail(int position, string message, string hint)
    {
        Failure ??= new SearchParse.Invalid(position, message, hint);
        return new SearchToken(SearchTokenKind.End, position, "");
    }
}
