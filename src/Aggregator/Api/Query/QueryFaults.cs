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
}
