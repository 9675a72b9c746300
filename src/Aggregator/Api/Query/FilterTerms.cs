namespace Aggregator.Api.Query;

/// <summary>The filters of a request as they were written, without what only shapes the answer.</summary>
internal static class FilterTerms
{
    public static List<KeyValuePair<string, string?>> Of(HttpRequest request) =>
        [.. Parameters.Filter.SelectMany(parameter => request.Query[parameter.Name].Where(value => !string.IsNullOrWhiteSpace(value))
            .Select(value => KeyValuePair.Create(parameter.Name, value)))];
}
