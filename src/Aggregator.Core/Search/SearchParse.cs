using Aggregator.Model;

namespace Aggregator.Search;

/// <summary>The outcome of reading a query that a person typed.</summary>
public abstract record SearchParse
{
    private SearchParse()
    {
    }

    public sealed record Parsed(SearchExpression Expression) : SearchParse;

    /// <param name="Position">Where in the text, in characters from 0.</param>
    /// <param name="Message">What is wrong there.</param>
    /// <param name="Hint">What to write instead.</param>
    public sealed record Invalid(int Position, string Message, string Hint) : SearchParse;
}
