using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>Counts over any query: the timeline and the facets.</summary>
internal static class AnalysisApi
{
    private static readonly string[] FacetNames = ["outlet", "category", "topic", "name", "language"];

    /// <summary>The most intervals that one timeline may have: over a year of hours.</summary>
    private const int MaxBuckets = 10_000;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Analysis");
        group.MapGet("/timeline", TimelineOf)
            .WithMetadata(Parameters.FilterAnd(
                new QueryParameter("interval", "The length of an interval; weeks begin on Monday.", Default: "day", Allowed: ["hour", "day", "week"]),
                new QueryParameter("group_by", "Also counts the matches by this.", Allowed: ["outlet", "category", "topic", "language"])))
            .WithName("timeline").WithSummary("Matches per hour, day or week")
            .WithDescription("Hours, days and weeks are those of zone. Intervals without a match are there with a zero. total counts all articles of "
                + "the interval, or of what from and to leave of it, matching or not, so that a share can be worked out.");
        group.MapGet("/facets", Facets)
            .WithMetadata(Parameters.FilterAnd(
                new QueryParameter("facets", "Which.", Default: "outlet,category,topic,name,language", Example: "outlet,topic", Repeatable: true),
                Parameters.Limit(20, Parameters.MaxLimit, "values per facet")))
            .WithName("facets").WithSummary("Outlets, categories, topics, names and languages of the matches, with counts");
    }

    private static async Task<Results<Ok<TimelineResponse>, ProblemHttpResult>> TimelineOf(RequestQuery query, IArticleQueries store,
        CancellationToken cancellation)
    {
        var (interval, length) = query["interval"] switch
        {
            "hour" => (TimelineInterval.Hour, TimeSpan.FromHours(1)),
            "week" => (TimelineInterval.Week, TimeSpan.FromDays(7)),
            _ => (TimelineInterval.Day, TimeSpan.FromDays(1)),
        };
        if (query.Filter is { From: { } from, To: { } to } && (to - from) / length > MaxBuckets)
            return Problems.BadRequest($"interval: the range has more than {MaxBuckets} intervals; take a longer interval.");
        var timeline = await store.GetTimelineAsync(query.Filter, new TimelineRequest(interval, query["group_by"], query.Zone), cancellation);
        var buckets =
            timeline.Buckets.Select(bucket => new BucketResponse(bucket.Start, bucket.Count, bucket.Total, query["group_by"] is null ? null : bucket.Groups));
        return TypedResults.Ok(new TimelineResponse(query["interval"]!, query.Zone.Id, query["group_by"], [.. buckets]));
    }

    private static async Task<Results<Ok<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>>, ProblemHttpResult>> Facets(RequestQuery query,
        IArticleQueries store, CancellationToken cancellation)
    {
        var asked = query.List("facets") is { Count: > 0 } given ? given : FacetNames;
        if (asked.Except(FacetNames).FirstOrDefault() is { } unknown)
            return Problems.BadRequest($"facets: '{unknown}' is not allowed; use {string.Join(", ", FacetNames)}.");
        return TypedResults.Ok(await store.GetFacetsAsync(query.Filter, asked, query.Page.Limit, cancellation));
    }
}

/// <summary>Counts per interval, without holes between the first and the last.</summary>
/// <param name="Zone">The zone that the starts are in.</param>
internal sealed record TimelineResponse(string Interval, string Zone, string? GroupBy, IReadOnlyList<BucketResponse> Buckets);

/// <param name="Start">Start of the interval, with the zone's offset.</param>
/// <param name="Count">Articles that match.</param>
/// <param name="Total">All articles of the interval, as far as the bounds leave it.</param>
/// <param name="Groups">Matches by group; null without group_by.</param>
internal sealed record BucketResponse(DateTimeOffset Start, int Count, int Total, IReadOnlyDictionary<string, int>? Groups);
