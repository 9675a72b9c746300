using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>What people say about stories: which articles do not belong together, and which stories are one.</summary>
internal static class CorrectionsApi
{
    /// <summary>Articles named in one split: more than any story has had so far, and a request that stays small.</summary>
    private const int MaxArticles = 1000;

    /// <summary>Of a reason, in characters: a sentence or two.</summary>
    private const int MaxReason = 500;

    private static readonly QueryParameter Story = new("story_id", "Only corrections that made or changed this story.");

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Corrections");
        group.MapGet("/corrections", List).WithMetadata(Parameters.Only(Story, Parameters.Limit(50, Parameters.MaxLimit, "corrections")))
            .WithName("listCorrections").WithSummary("What people said about stories, newest first");
        var writes = group.MapGroup("/stories/{id:long}").WithMetadata(NeedsWriteKey.Instance)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        writes.MapPost("/split", Split).WithName("splitStory").WithSummary("Takes articles out of a story into a story of their own, or several")
            .WithDescription("The side with the article that opened the story keeps its id. The stories are never merged again by the engine. The "
                + "same request again changes nothing.");
        writes.MapPost("/merge", Merge).WithName("mergeStories").WithSummary("Makes one story of two")
            .WithDescription("The older id stays, the younger redirects to it for good. 409 when a person told the two apart before, unless "
                + "override is true. The same request again changes nothing.");
    }

    private static async Task<Results<Ok<IReadOnlyList<CorrectionResponse>>, ProblemHttpResult>> List(RequestQuery query, ICorrectionStore store,
        CancellationToken cancellation)
    {
        var story = query["story_id"] is { } text ? Id(text) : null;
        if (query["story_id"] is not null && story is null)
            return Problems.BadRequest("story_id: must be the id of a story.");
        var corrections = await store.ListCorrectionsAsync(story, query.Number("limit"), cancellation);
        return TypedResults.Ok<IReadOnlyList<CorrectionResponse>>([.. corrections.Select(CorrectionResponse.From)]);
    }

    private static async Task<Results<Ok<CorrectionResponse>, ProblemHttpResult>> Split(long id, SplitBody body, ICorrectionStore store, TimeProvider clock,
        HttpContext context)
    {
        if ((body.Articles is null) == (body.Groups is null))
            return Problems.BadRequest("Name the articles that leave in articles, or in groups when they make several stories.");
        var named = body.Groups ?? [body.Articles!];
        if (named.Sum(group => group.Count) > MaxArticles)
            return Problems.BadRequest($"articles: at most {MaxArticles}.");
        foreach (var text in named.SelectMany(group => group))
        {
            if (Id(text) is null)
                return Problems.BadRequest($"articles: '{text}' is no id; ids are whole numbers as text.");
        }

        if (ReasonFault(body.Reason) is { } fault)
            return fault;
        long[][] groups = [.. named.Select(group => group.Select(text => Id(text)!.Value).ToArray())];
        return Answer(await store.SplitStoryAsync(new SplitRequest(id, groups, WriteAccess.NameOf(context), body.Reason), clock.GetUtcNow(),
            context.RequestAborted));
    }

    private static async Task<Results<Ok<CorrectionResponse>, ProblemHttpResult>> Merge(long id, MergeBody body, ICorrectionStore store, TimeProvider clock,
        HttpContext context)
    {
        if (Id(body.Story) is not { } other)
            return Problems.BadRequest("story: must be the id of the other story, a whole number as text.");
        if (ReasonFault(body.Reason) is { } fault)
            return fault;
        return Answer(await store.MergeStoriesAsync(new MergeRequest(id, other, body.Override, WriteAccess.NameOf(context), body.Reason), clock.GetUtcNow(),
            context.RequestAborted));
    }

    private static Results<Ok<CorrectionResponse>, ProblemHttpResult> Answer(CorrectionOutcome outcome) => outcome switch
    {
        CorrectionOutcome.Kept kept => TypedResults.Ok(CorrectionResponse.From(kept.Correction)),
        CorrectionOutcome.UnknownStory unknown => Problems.NotFound($"There is no story {unknown.Id}."),
        CorrectionOutcome.Unfit unfit => Problems.BadRequest(unfit.Reason),
        CorrectionOutcome.Contradicted no => Problems.Of(StatusCodes.Status409Conflict, no.Reason),
        _ => throw new UnreachableException(),
    };

    private static ProblemHttpResult? ReasonFault(string? reason) =>
        reason?.Length > MaxReason ? Problems.BadRequest($"reason: at most {MaxReason} characters.") : null;

    private static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}

/// <param name="Articles">Ids of the articles that leave; they become one story.</param>
/// <param name="Groups">In place of articles: several lists, each of which becomes a story of its own.</param>
/// <param name="Reason">Why, for those who come later; at most 500 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SplitBody(IReadOnlyList<string>? Articles = null, IReadOnlyList<IReadOnlyList<string>>? Groups = null, string? Reason = null);

/// <param name="Story">Id of the other story.</param>
/// <param name="Reason">Why, for those who come later; at most 500 characters.</param>
/// <param name="Override">Take back an earlier word that the two are apart.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MergeBody(string? Story, string? Reason = null, bool Override = false);

/// <summary>A correction as it is kept.</summary>
/// <param name="Kind">split or merge.</param>
/// <param name="By">The name of the key that it was sent with.</param>
/// <param name="StoryId">The story that it was said of.</param>
/// <param name="Articles">The articles that left, by group; empty for a merge.</param>
/// <param name="Stories">What came of it: after a split all sides, the one that kept the id first; after a merge the one story.</param>
internal sealed record CorrectionResponse(
    string Id, CorrectionKind Kind, DateTimeOffset At, string By, string? Reason, string StoryId, IReadOnlyList<IReadOnlyList<string>> Articles,
    IReadOnlyList<string> Stories)
{
    public static CorrectionResponse From(Correction row) => new(
        ArticleResponse.Text64(row.Id), row.Kind, row.At.ToUniversalTime(), row.By, row.Reason, ArticleResponse.Text64(row.StoryId),
        [.. row.Articles.Select(group => group.Select(ArticleResponse.Text64).ToArray())], [.. row.Stories.Select(ArticleResponse.Text64)]);
}
