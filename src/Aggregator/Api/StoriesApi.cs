using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>Stories: the list and one of them.</summary>
internal static class StoriesApi
{
    private static readonly QueryParameter Text =
        Parameters.Text with { Default = "none", Description = "full loads the texts of all articles; none is several times faster." };

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/stories").WithTags("Stories");
        group.MapGet("/", List)
            .WithMetadata(Parameters.FilterAnd(Parameters.Limit(50, Parameters.MaxLimit, "stories"), Parameters.Cursor, Text))
            .WithName("listStories").WithSummary("Stories with at least one article that matches, the story with the newest match first");
        group.MapGet("/{id:long}", Get).WithMetadata(Parameters.Only(Text))
            .WithName("getStory").WithSummary("One story with all its articles")
            .WithDescription("A story that proved to be the same as another redirects there for good, so an id that was once given out always leads "
                + "to its story.")
            .ProducesProblem(StatusCodes.Status404NotFound).Produces(StatusCodes.Status308PermanentRedirect);
    }

    private static async Task<Ok<ListResponse<StoryResponse>>> List(RequestQuery query, IArticleQueries store, HttpContext context)
    {
        var page = await store.ListStoriesAsync(query.Filter, query.Page, context.RequestAborted);
        return TypedResults.Ok(Lists.Respond(context, page, StoryResponse.From));
    }

    private static async Task<Results<Ok<StoryResponse>, RedirectHttpResult, ProblemHttpResult>> Get(long id, RequestQuery query, IArticleQueries store,
        HttpContext context)
    {
        if (await store.GetStoryAsync(id, context.RequestAborted) is not { } story)
            return Problems.NotFound($"There is no story {id}.");
        if (story.Id != id)
            return TypedResults.Redirect($"/api/v1/stories/{story.Id}{context.Request.QueryString}", permanent: true, preserveMethod: true);
        var response = StoryResponse.From(story);
        return TypedResults.Ok(query["text"] == "full"
            ? response
            : response with { Articles = [.. response.Articles.Select(article => article with { Text = "" })] });
    }
}
