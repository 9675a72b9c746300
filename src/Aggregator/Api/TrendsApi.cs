using System.Globalization;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Aggregator.Trends;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>What stands out: names, topics and stories against their own past.</summary>
internal static class TrendsApi
{
    private const string Statistic =
        "score is the log-likelihood ratio G2 (Dunning 1993; Rayson and Garside 2000) of count among the window's articles against baseline_count "
            + "among the baseline's; by chance alone it passes 3.84 in 5 %, 6.63 in 1 %, 10.83 in 0.1 % of cases";

    /// <summary>The span that window and baseline may make together: ten years.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3653);

    private static readonly string[] Kinds = ["names", "topics", "stories"];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/trends", Trends).WithTags("Analysis")
        .WithMetadata(new AcceptsQuery([.. Parameters.Filter.Where(parameter => parameter.Name != "from"),
            new("window", "The length of the window that is looked at; it ends at to, or now.", Default: "24h", Example: "7d"),
            new("baseline", "How many windows of that length before it are the past.", "integer", Default: "7", Minimum: 1, Maximum: 52),
            new("kind", "Which.", Default: "names,topics,stories", Example: "names", Repeatable: true),
            new("min_count", "Articles of the window that a trend has at least.", "integer", Default: "2", Minimum: 1, Maximum: 1_000_000),
            Parameters.Limit(10, 100, "of each kind")]))
        .WithName("trends").WithSummary("Names, topics and stories that stand out from their own past")
        .WithDescription("Ranked by how unlikely the rise of their share is by chance, not by how often they come up. copies=collapse keeps a "
            + "reprinted report from counting forty times. Without articles in the baseline nothing stands out and the lists are empty.");

    private static async Task<Results<Ok<TrendsResponse>, ProblemHttpResult>> Trends(RequestQuery query, IArticleQueries store, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (!TimeExpression.TryParseSpan(query["window"]!, out var window) || window <= TimeSpan.Zero)
            return Problems.BadRequest($"window: '{query["window"]}' is not allowed; use a span such as 30m, 24h, 7d, 4w.");
        var windows = query.Number("baseline");
        if (window > Longest / (windows + 1))
            return Problems.BadRequest("window: together with the baseline at most ten years.");
        var kinds = query.List("kind") is { Count: > 0 } given ? given : Kinds;
        if (kinds.Except(Kinds).FirstOrDefault() is { } unknown)
            return Problems.BadRequest($"kind: '{unknown}' is not allowed; use {string.Join(", ", Kinds)}.");
        var to = query.Filter.To ?? clock.GetUtcNow();
        var split = to - window;
        var request = new TrendRequest(split - (window * windows), split, to, query.Page.Limit, query.Number("min_count"));
        var report = await store.GetTrendsAsync(query.Filter, request, cancellation);
        return TypedResults.Ok(new TrendsResponse(
            new SpanResponse(split.ToUniversalTime(), to.ToUniversalTime()), new SpanResponse(request.From.ToUniversalTime(), split.ToUniversalTime()), windows,
            report.Articles, report.PastArticles, Statistic, List("names", report.Names), List("topics", report.Topics), List("stories", report.Stories)));

        IReadOnlyList<TrendResponse>? List(string kind, IReadOnlyList<Trend> trends) =>
            kinds.Contains(kind) ? [.. trends.Select(trend => TrendResponse.From(trend, report, windows))] : null;
    }
}

/// <summary>What stands out, most first; a kind that was not asked for is null.</summary>
/// <param name="Baseline">The past that the window is compared with.</param>
/// <param name="BaselineWindows">How many windows long the past is.</param>
/// <param name="Articles">Matches in the window.</param>
/// <param name="BaselineArticles">Matches in the past.</param>
/// <param name="Statistic">What score is.</param>
internal sealed record TrendsResponse(
    SpanResponse Window, SpanResponse Baseline, int BaselineWindows, int Articles, int BaselineArticles, string Statistic,
    IReadOnlyList<TrendResponse>? Names, IReadOnlyList<TrendResponse>? Topics, IReadOnlyList<TrendResponse>? Stories);

/// <param name="From">Published at or after.</param>
/// <param name="To">Published before.</param>
internal sealed record SpanResponse(DateTimeOffset From, DateTimeOffset To);

/// <param name="Kind">person, company, place, topic or story.</param>
/// <param name="Name">The name; of a story its title.</param>
/// <param name="StoryId">Of a story; null else.</param>
/// <param name="Count">Articles of the window that have it.</param>
/// <param name="BaselineCount">Articles of the whole baseline that had it.</param>
/// <param name="BaselineMean">The same per window.</param>
/// <param name="Expected">What its share of the baseline would have made of this window's articles.</param>
/// <param name="Score">How far it stands out.</param>
internal sealed record TrendResponse(string Kind, string Name, string? StoryId, int Count, int BaselineCount, double BaselineMean, double Expected,
    double Score)
{
    public static TrendResponse From(Trend trend, TrendReport report, int windows) => new(
        trend.Kind, trend.Name, trend.StoryId?.ToString(CultureInfo.InvariantCulture), trend.Count, trend.Past, Math.Round((double)trend.Past / windows, 2),
        Math.Round(Surprise.Expected(report.Articles, trend.Past, report.PastArticles), 2), Math.Round(trend.Score, 2));
}
