using Aggregator.Model;

namespace Aggregator.Search;

/// <summary>Builds the tree by recursive descent: OR over AND over NOT over NEAR over a word, phrase or group.</summary>
internal sealed class SearchParser(IReadOnlyList<SearchToken> tokens)
{
    private int _at;
    private int _depth;
    private int _terms;

    public SearchParse.Invalid? Failure { get; private set; }

    private SearchToken Token => tokens[_at];

    /// <summary>The tree; null when nothing in it could be looked for, or after a failure.</summary>
    public SearchExpression? Read()
    {
        var expression = Or(SearchField.Any);
        if (Token.Kind == SearchTokenKind.Close)
            Fail(Token, "This parenthesis closes nothing.", "Remove it, or open one before it.");
        return Failure is null ? expression : null;
    }

    private SearchExpression? Or(SearchField field)
    {
        List<SearchExpression?> parts = [And(field)];
        while (Failure is null && Token.Kind == SearchTokenKind.Or)
        {
            _at++;
            parts.Add(And(field));
        }

        return Join([.. parts.OfType<SearchExpression>()], list => new SearchExpression.Or(list));
    }

    private SearchExpression? And(SearchField field)
    {
        List<SearchExpression?> parts = [Not(field)];
        while (Failure is null && Token.Kind is not (SearchTokenKind.Or or SearchTokenKind.Close or SearchTokenKind.End))
        {
            if (Token.Kind == SearchTokenKind.And)
                _at++;
            parts.Add(Not(field));
        }

        return Join([.. parts.OfType<SearchExpression>()], list => new SearchExpression.And(list));
    }

    private SearchExpression? Not(SearchField field)
    {
        var negated = false;
        for (; Token.Kind == SearchTokenKind.Not; _at++)
            negated = !negated;
        var part = Near(field);
        return negated && part is not null ? new SearchExpression.Not(part) : part;
    }

    // "a NEAR/5 b NEAR/3 c" asks for both pairs.
    private SearchExpression? Near(SearchField field)
    {
        var left = Token;
        var first = Primary(field, out var leftField);
        if (Failure is not null || Token.Kind != SearchTokenKind.Near)
            return first;
        List<SearchExpression> pairs = [];
        while (Failure is null && Token.Kind == SearchTokenKind.Near)
        {
            var distance = Token.Distance;
            left = tokens[_at - 1];
            var near = Token;
            _at++;
            var second = Primary(leftField, out _);
            var right = tokens[_at - 1];
            if (Failure is null && (!CanBeNear(first) || !CanBeNear(second)))
                Fail(near, "NEAR stands between two words or phrases only.", "Write it as: charging NEAR/5 network");
            pairs.Add(new SearchExpression.Near(leftField, [left.Text, right.Text], distance));
            first = second;
        }

        return Join(pairs, list => new SearchExpression.And(list));
    }

    private static bool CanBeNear(SearchExpression? expression) => expression is SearchExpression.Word { Prefix: false } or SearchExpression.Phrase;

    private SearchExpression? Primary(SearchField outer, out SearchField field)
    {
        field = outer;
        if (Token.Kind == SearchTokenKind.Field)
        {
            field = Token.Field;
            _at++;
        }

        var token = Token;
        switch (token.Kind)
        {
            case SearchTokenKind.Word or SearchTokenKind.Phrase:
                _at++;
                return Term(token, field);
            case SearchTokenKind.Open:
                return Group(token, field);
            case SearchTokenKind.Close:
                return Fail(token, "Something is missing before this parenthesis.", "Put a word there, or remove the parenthesis.");
            case SearchTokenKind.End:
                return tokens.Count == 1
                    ? null
                    : Fail(token, "The query ends where a word should follow.", "Add a word, or quote the operator to search for it as a word.");
            case SearchTokenKind.Field:
                return Fail(token, "A field cannot follow a field.", "Write one field before each word: title:battery");
            default:
                return Fail(token, $"{token.Text} stands where a word should.", $"Put a word on both sides of it, or quote it: \"{token.Text}\"");
        }
    }

    private SearchExpression? Term(SearchToken token, SearchField field)
    {
        if (token.IsOnlyPunctuation)
            return null;
        if (++_terms > SearchQuery.MostTerms)
            return Fail(token, $"The query has more than {SearchQuery.MostTerms} words.", "Split it into several.");
        var words = token.Kind == SearchTokenKind.Phrase ? token.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : [token.Text];
        return words.Length == 1 ? new SearchExpression.Word(field, words[0], token.Prefix) : new SearchExpression.Phrase(field, words);
    }

    private SearchExpression? Group(SearchToken open, SearchField field)
    {
        if (++_depth > SearchQuery.MostDepth)
            return Fail(open, $"Parentheses are nested more than {SearchQuery.MostDepth} deep.", "Write the query flatter.");
        _at++;
        var inside = Or(field);
        if (Failure is null && Token.Kind != SearchTokenKind.Close)
            return Fail(open, "This parenthesis is never closed.", "Put a closing one after the group.");
        if (Failure is null)
            _at++;
        _depth--;
        return inside;
    }

    private static SearchExpression? Join(List<SearchExpression> parts, Func<IReadOnlyList<SearchExpression>, SearchExpression> join) =>
        parts.Count switch { 0 => null, 1 => parts[0], _ => join(parts) };

    private SearchExpression? Fail(SearchToken token, string message, string hint)
    {
        Failure ??= new SearchParse.Invalid(token.Position, message, hint);
        return null;
    }
}
