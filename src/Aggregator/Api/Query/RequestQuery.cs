using System.Globalization;
using Aggregator.Stores;

namespace Aggregator.Api.Query;

/// <summary>The checked and bound query string of a request, or what is wrong with it.</summary>
internal sealed class RequestQuery(ArticleFilter filter, PageRequest page, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string,
    IReadOnlyList<string>> lists, QueryFaults faults, bool isRelative)
{
    public ArticleFilter Filter { get; } = filter;

    public PageRequest Page { get; } = page;

    public QueryFaults Faults { get; } = faults;

    /// <summary>The zone of bounds that name none.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The window of time moves with the clock.</summary>
    public bool IsRelative { get; } = isRelative;

    /// <summary>The value given, or the parameter's default; null where it has none.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The values of a repeatable parameter; empty when none was given.</summary>
    public IReadOnlyList<string> List(string name) => lists.GetValueOrDefault(name, []);

    public int Number(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);

    /// <summary>
    /// Called by the framework for handlers that take one; the query was bound once already by <see cref="QueryGate"/>'s check of the same request.
    /// </summary>
    public static ValueTask<RequestQuery?> BindAsync(HttpContext context) => ValueTask.FromResult<RequestQuery?>(For(context));

    public static RequestQuery For(HttpContext context)
    {
        if (context.Features.Get<RequestQuery>() is { } bound)
            return bound;
        var accepts = context.GetEndpoint()?.Metadata.GetMetadata<AcceptsQuery>() ?? AcceptsQuery.None;
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        var query = QueryBinder.Bind(context.Request.Query, accepts.Parameters, clock.GetUtcNow());
        context.Features.Set(query);
        return query;
    }
}

/// <summary>Answers 400 before a handler runs when the query string has faults.</summary>
internal sealed class QueryGate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        RequestQuery.For(context.HttpContext).Faults is { Any: true } faults
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ShowsOwnFaults>() is null
            ? faults.ToProblem()
            : await next(context);
}

/// <summary>Endpoint metadata: a page that shows the faults of its query by itself.</summary>
internal sealed record ShowsOwnFaults
{
    public static ShowsOwnFaults Instance { get; } = new();
}
