using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Api.Merged;

/// <summary>Queries that were given a name; each is a merged feed at <c>/feeds/NAME.atom</c>.</summary>
internal static partial class SavedQueriesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/queries").WithTags("Saved queries");
        group.MapGet("/", List).WithName("listQueries").WithSummary("All saved queries");
        var writes = group.MapGroup("")
            .WithMetadata(NeedsWriteKey.Instance)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        writes.MapPut("/{name}", Save)
            .WithName("saveQuery")
            .WithSummary("Saves a query under a name, or replaces it")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        writes.MapDelete("/{name}", Delete).WithName("deleteQuery").WithSummary("Forgets a saved query").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IReadOnlyList<SavedQueryResponse>> List(ISavedQueryStore store, HttpContext context) =>
        [.. (await store.ListSavedQueriesAsync(context.RequestAborted)).Select(query => SavedQueryResponse.From(query, BaseAddress.Of(context)))];

    private static async Task<Results<Ok<SavedQueryResponse>, ProblemHttpResult>> Save(string name, SavedQueryRequest request, ISavedQueryStore store,
        TimeProvider clock, HttpContext context)
    {
        if (!NamePattern.IsMatch(name))
            return Problems.BadRequest("name: 1 to 64 letters, digits and hyphens, as it becomes part of an address.");
        if (request.Title?.Length > 200)
            return Problems.BadRequest("title: at most 200 characters.");
        var now = clock.GetUtcNow();
        var text = (request.Query ?? "").TrimStart('?');
        var checkedQuery = QueryBinder.Bind(new QueryCollection(QueryHelpers.ParseQuery(text)), MergedFeedRequest.Parameters, now);
        if (checkedQuery.Faults.Any)
            return checkedQuery.Faults.ToProblem();
        var saved = new SavedQuery(name, string.IsNullOrWhiteSpace(request.Title) ? name : request.Title.Trim(), text, now);
        await store.SaveQueryAsync(saved, context.RequestAborted);
        return TypedResults.Ok(SavedQueryResponse.From(saved, BaseAddress.Of(context)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(string name, ISavedQueryStore store, CancellationToken cancellation) =>
        await store.DeleteSavedQueryAsync(name, cancellation) ? TypedResults.NoContent() : Problems.NotFound($"There is no saved query '{name}'.");

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$")]
    private static partial Regex NamePattern { get; }
}

/// <param name="Query">Filters as in a list's address, such as topic=electric%20vehicles&amp;copies=collapse.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SavedQueryRequest(string? Query, string? Title = null);

/// <param name="Feed">The address of its merged feed; .rss and .json work too.</param>
internal sealed record SavedQueryResponse(string Name, string Title, string Query, DateTimeOffset Created, string Feed)
{
    public static SavedQueryResponse From(SavedQuery query, string home) =>
        new(query.Name, query.Title, query.QueryString, query.Created.ToUniversalTime(), $"{home}/feeds/{query.Name}.atom");
}
