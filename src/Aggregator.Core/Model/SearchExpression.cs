namespace Aggregator.Model;

/// <summary>Which part of an article a search term looks at.</summary>
public enum SearchField
{
    Any,
    Title,
    Text,
    Author,
    Outlet,
}

/// <summary>The syntax tree of a query: one tree, one translation per store.</summary>
public abstract record SearchExpression
{
    private SearchExpression()
    {
    }

    /// <summary>A word, or the start of one.</summary>
    public sealed record Word(SearchField Field, string Text, bool Prefix = false) : SearchExpression;

    /// <summary>Words that stand side by side.</summary>
    public sealed record Phrase(SearchField Field, IReadOnlyList<string> Words) : SearchExpression;

    /// <summary>Words at most <paramref name="Distance"/> words apart, in any order.</summary>
    public sealed record Near(SearchField Field, IReadOnlyList<string> Words, int Distance) : SearchExpression;

    public sealed record And(IReadOnlyList<SearchExpression> Parts) : SearchExpression;

    public sealed record Or(IReadOnlyList<SearchExpression> Parts) : SearchExpression;

    public sealed record Not(SearchExpression Part) : SearchExpression;
}
