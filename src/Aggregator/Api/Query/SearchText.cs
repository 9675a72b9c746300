using Aggregator.Model;

namespace Aggregator.Api.Query;

/// <summary>The one place where a search text becomes a tree.</summary>
internal static class SearchText
{
    public static SearchExpression? Parse(string text, QueryFaults faults)
    {
        // Stand-in until the parser of the query language lands: words joined by AND.
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (text.Count(c => c == '"') % 2 != 0) faults.AddSearch(text.LastIndexOf('"'), "A quotation mark is not closed.", "Put a second \" at the end of the phrase.");
        return new SearchExpression.And([.. words.Select(word => new SearchExpression.Word(SearchField.Any, word.Trim('"')))]);
    }
}
