using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Model;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>Articles: the list, one of them, its earlier states and the decisions about it.</summary>
internal static class ArticlesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/articles").WithTags("Articles");
        group.MapGet("/", List)
            .WithMetadata(Parameters.FilterAnd(Parameters.Sort, Parameters.Limit(50, Parameters.MaxLimit, "articles"), Parameters.Cursor, Parameters.Text))
            .WithName("listArticles").WithSummary("Articles that match, newest first")
            .WithDescription("Walk all matches by following next_cursor (or the Link header) until it is null: nothing is met twice and nothing is "
                + "missed, however much is added meanwhile.");
        group.MapGet("/{id:long}", Get)
            .WithName("getArticle")
            .WithSummary("One article with text, HTML and sightings")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id:long}/revisions", Revisions)
            .WithName("listRevisions")
            .WithSummary("Earlier states of an article, oldest first")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id:long}/why", Why).WithName("explainArticle").WithSummary("Why an article is what it is")
            .WithDescription("The decisions on its identity, on being a copy and on its story, each with the rule, the score, the threshold and the evidence.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<ListResponse<ArticleResponse>>> List(RequestQuery query, IArticleQueries store, HttpContext context)
    {
        var page = await store.ListArticlesAsync(query.Filter, query.Page, context.RequestAborted);
        return TypedResults.Ok(Lists.Respond(context, page, ArticleResponse.From));
    }

    private static async Task<Results<Ok<ArticleDetail>, ProblemHttpResult>> Get(long id, IArticleQueries store, CancellationToken cancellation)
    {
        if (await store.GetArticleAsync(id, cancellation) is not { } article)
            return NoArticle(id);
        return TypedResults.Ok(new ArticleDetail(article, await store.GetSightingsAsync(id, cancellation)));
    }

    private static async Task<Results<Ok<IReadOnlyList<RevisionResponse>>, ProblemHttpResult>> Revisions(long id, IArticleQueries store,
        CancellationToken cancellation)
    {
        if (await store.GetArticleAsync(id, cancellation) is not { } article)
            return NoArticle(id);
        var rows = await store.GetRevisionsAsync(id, cancellation);
        var responses = new List<RevisionResponse>(rows.Count);
        // What a revision brought is what the next one replaced, or what stands there now.
        var after = article.Text;
        foreach (var row in rows.Reverse())
        {
            responses.Add(new RevisionResponse(row.Number, row.At.ToUniversalTime(), row.Title, row.Text, row.Reason, row.Fields,
                row.Text is { } before ? ParagraphDiff.Of(before, after) : []));
            after = row.Text ?? after;
        }

        responses.Reverse();
        return TypedResults.Ok<IReadOnlyList<RevisionResponse>>(responses);
    }

    private static async Task<Results<Ok<IReadOnlyList<DecisionResponse>>, ProblemHttpResult>> Why(long id, IArticleQueries store,
        CancellationToken cancellation)
    {
        if (await store.GetArticleAsync(id, cancellation) is null)
            return NoArticle(id);
        var decisions = await store.GetDecisionsAsync(id, cancellation);
        var titles = new Dictionary<long, string?>();
        foreach (var decision in decisions.Where(decision => decision.Other is not null))
            titles.TryAdd(decision.Other!.Value, await TitleAsync(decision, store, cancellation));
        return TypedResults.Ok<IReadOnlyList<DecisionResponse>>([.. decisions.Select(d =>
            DecisionResponse.From(d, d.Other is { } other ? titles[other] : null))]);
    }

    // A story's id is that of its first article; a copy decision means the article.
    private static async Task<string?> TitleAsync(Decision decision, IArticleQueries store, CancellationToken cancellation) =>
        (decision.Kind == "copy" ? null : (await store.GetStoryAsync(decision.Other!.Value, cancellation))?.Title)
            ?? (await store.GetArticleAsync(decision.Other!.Value, cancellation))?.Title;

    private static ProblemHttpResult NoArticle(long id) => Problems.NotFound($"There is no article {id}.");
}
