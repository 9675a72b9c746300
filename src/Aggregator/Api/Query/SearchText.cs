using System.Diagnostics;
using Aggregator.Model;
using Aggregator.Search;

namespace Aggregator.Api.Query;

/// <summary>The one place where a search text becomes a tree.</summary>
internal static class SearchText
{
    public static SearchExpression? Parse(string text, QueryFaults faults)
    {
        switch (SearchQuery.Parse(text))
        {
            case SearchParse.Parsed parsed:
                return parsed.Expression;
            case SearchParse.Invalid invalid:
                faults.AddSearch(invalid.Position, invalid.Message, invalid.Hint);
                return null;
            default:
                throw new UnreachableException();
        }
    }
}
