using System.Globalization;
using Aggregator.Api.Query;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>A random sample of the matches that anybody can draw again.</summary>
internal static class SampleApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/sample", Draw).WithTags("Analysis")
            .WithMetadata(Parameters.FilterAnd(
                new QueryParameter("size", "How many.", "integer", Default: "50", Minimum: 1, Maximum: Parameters.MaxLimit),
                new QueryParameter("seed", "Another seed gives another sample, the same one the same.", "integer", Default: "0", Minimum: 0)))
            .WithName("sample").WithSummary("A random sample of the matches, repeatable by its seed")
            .WithDescription("Every match has the same chance. The same seed draws the same articles as long as the matches are the same; new "
                + "matches replace only few of them. Combine with as_of to repeat a sample exactly.");

    private static async Task<ListResponse<ArticleResponse>> Draw(RequestQuery query, HttpContext context, IArticleQueries store)
    {
        var seed = ulong.Parse(query["seed"]!, CultureInfo.InvariantCulture);
        return Lists.Respond(context, await store.SampleAsync(query.Filter, query.Number("size"), seed, context.RequestAborted), ArticleResponse.From);
    }
}
