namespace Aggregator.Api.Query;

/// <summary>One parameter of an address: what checks it, binds it and documents it.</summary>
/// <param name="Type">As OpenAPI names it: string, integer or boolean.</param>
/// <param name="Allowed">The only values, when there are few.</param>
/// <param name="Repeatable">May be given several times, or once with commas between the values.</param>
internal sealed record QueryParameter(
    string Name,
    string Description,
    string Type = "string",
    string? Example = null,
    string? Default = null,
    IReadOnlyList<string>? Allowed = null,
    int? Minimum = null,
    int? Maximum = null,
    bool Repeatable = false);

/// <summary>Endpoint metadata: the parameters that an endpoint takes; every other is refused by name.</summary>
internal sealed record AcceptsQuery(IReadOnlyList<QueryParameter> Parameters)
{
    public static AcceptsQuery None { get; } = new([]);
}
