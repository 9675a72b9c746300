using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Aggregator.Api.Query;

/// <summary>What is wrong with a query string, by parameter, in the order it was found.</summary>
internal sealed class QueryFaults
{
    private readonly Dictionary<string, string[]> _byParameter = new(StringComparer.Ordinal);

    public bool Any => _byParameter.Count > 0;

    public IReadOnlyDictionary<string, string[]> ByParameter => _byParameter;

    /// <summary>Where a search text went wrong: the offset in q, and how to put it right.</summary>
    public (int Position, string Hint)? Search { get; private set; }

    public void Add(string parameter, string message) => _byParameter[parameter] = [.. _byParameter.GetValueOrDefault(parameter, []), message];

    public void AddSearch(int position, string message, string hint)
    {
        Add("q", message);
        Search = (position, hint);
    }

    /// <summary>400 with all faults, and where a search text went wrong.</summary>
    public ProblemHttpResult ToProblem()
    {
        var problem = new ProblemDetails
        {
            Type = "about:blank",
            Title = "Bad query",
            Status = StatusCodes.Status400BadRequest,
            Detail = string.Join(" ", _byParameter.Select(fault => $"{fault.Key}: {string.Join(" ", fault.Value)}")),
        };
        problem.Extensions["errors"] = _byParameter;
        if (Search is { } search)
        {
            problem.Extensions["position"] = search.Position;
            problem.Extensions["hint"] = search.Hint;
        }
        return TypedResults.Problem(problem);
    }
}
