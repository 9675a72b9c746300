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
            .WithDescription("Every match has the same chance. The same seed draws the same articles as long as the matches are the same; new matches replace only few of them. Combine with as_of to repeat a sample exactly. The whole result is looked through, so narrow it by time first.");

    private static async Task<ListResponse<ArticleResponse>> Draw(RequestQuery query, IStore store, CancellationToken cancellation)
    {
        var size = query.Number("size");
        var seed = ulong.Parse(query["seed"]!, CultureInfo.InvariantCulture);
        // Bottom-k sampling: each article gets a number from seed and id, the k smallest are the sample. The queue holds the largest of them first.
        var kept = new PriorityQueue<long, ulong>(Comparer<ulong>.Create(static (a, b) => b.CompareTo(a)));
        string? cursor = null;
        do
        {
            var page = await store.ListArticlesAsync(query.Filter, new PageRequest(Limit: Parameters.MaxLimit, Cursor: cursor, WithText: false), cancellation);
            foreach (var article in page.Items)
            {
                if (kept.Count < size) kept.Enqueue(article.Id, Mix(seed, article.Id));
                else kept.EnqueueDequeue(article.Id, Mix(seed, article.Id));
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        var articles = new List<ArticleResponse>(kept.Count);
        foreach (var id in kept.UnorderedItems.Select(item => item.Element).OrderDescending())
        {
            if (await store.GetArticleAsync(id, cancellation) is { } article) articles.Add(ArticleResponse.From(article));
        }

        return new ListResponse<ArticleResponse>(articles, null, await store.GetSequenceAsync(cancellation));
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) over id and seed.</summary>
    private static ulong Mix(ulong seed, long id)
    {
        var z = unchecked((ulong)id + (0x9E3779B97F4A7C15 * (seed + 1)));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
