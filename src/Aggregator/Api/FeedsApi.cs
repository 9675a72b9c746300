using System.Globalization;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Aggregator.Api.Query;
using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api;

/// <summary>Feeds: the list with schedule and health, and the ways to change it.</summary>
internal static class FeedsApi
{
    /// <summary>No feed is polled more than once a minute, whoever asks (Reddit's limit since June 2026 is the strictest that is known).</summary>
    private static readonly TimeSpan ShortestRefresh = TimeSpan.FromMinutes(1);

    /// <summary>A feed that answered 410 may be tried again by hand after this (fetching.md rule 10).</summary>
    private static readonly TimeSpan GoneRetry = TimeSpan.FromDays(30);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/feeds").WithTags("Feeds");
        group.MapGet("/", List).WithMetadata(Parameters.Only(
                new QueryParameter("category", "Only feeds of these categories.", Repeatable: true),
                new QueryParameter("health", "Only feeds that fare so.", Allowed: [.. Enum.GetValues<FeedHealth>().Select(ApiJson.Name)])))
            .WithName("listFeeds").WithSummary("All feeds with their schedule and health");
        group.MapGet("/troubled", Troubled)
            .WithName("listTroubledFeeds")
            .WithSummary("Feeds that broke or fell silent, and why: what has lasted longest first");
        group.MapGet("/{id:long}", Get)
            .WithName("getFeed")
            .WithSummary("One feed: when it is polled next, why then, and what may have been missed")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id:long}/history", History).WithMetadata(Parameters.Only(Parameters.Limit(50, 50, "fetches")))
            .WithName("listFetches").WithSummary("The last fetches of a feed, newest first").ProducesProblem(StatusCodes.Status404NotFound);
        var writes = group.MapGroup("")
            .WithMetadata(NeedsWriteKey.Instance)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        writes.MapPost("/", Add).WithName("addFeed").WithSummary("Adds a feed").ProducesProblem(StatusCodes.Status400BadRequest);
        writes.MapPatch("/{id:long}", Change).WithName("changeFeed").WithSummary("Changes some fields of a feed")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        writes.MapDelete("/{id:long}", Remove)
            .WithName("removeFeed")
            .WithSummary("Stops polling a feed; its articles stay")
            .ProducesProblem(StatusCodes.Status404NotFound);
        writes.MapPost("/{id:long}/refresh", Refresh).WithName("refreshFeed").WithSummary("Polls a feed soon")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        writes.MapPost("/discover", Discover)
            .WithName("discoverFeeds")
            .WithSummary("Finds the feeds of a web page")
            .ProducesProblem(StatusCodes.Status501NotImplemented);
    }

    private static async Task<IReadOnlyList<FeedResponse>> List(RequestQuery query, IFeedStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var categories = query.List("category");
        var now = clock.GetUtcNow();
        var feeds = (await store.ListFeedsAsync(cancellation)).Select(feed => FeedResponse.From(feed, now));
        return [.. feeds.Where(feed => (categories.Count == 0 || categories.Contains(feed.Category))
            && (query["health"] is not { } health || ApiJson.Name(feed.Health) == health))];
    }

    private static async Task<IReadOnlyList<FeedResponse>> Troubled(IFeedStore store, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return [.. (await store.ListFeedsAsync(cancellation))
            .Select(feed => FeedResponse.From(feed, now))
            .Where(feed => feed.Trouble is not null)
            .OrderBy(feed => feed.FailingSince ?? feed.LastNewAt)];
    }

    private static async Task<Results<Ok<FeedResponse>, ProblemHttpResult>> Get(long id, IFeedStore store, TimeProvider clock,
        CancellationToken cancellation) =>
        await store.GetFeedAsync(id, cancellation) is { } feed ? TypedResults.Ok(FeedResponse.From(feed, clock.GetUtcNow())) : NoFeed(id);

    private static async Task<Results<Ok<IReadOnlyList<FetchRecord>>, ProblemHttpResult>> History(long id, RequestQuery query, IFeedStore store,
        CancellationToken cancellation) =>
        await store.GetFeedAsync(id, cancellation) is null ? NoFeed(id) : TypedResults.Ok(await store.GetHistoryAsync(id, query.Page.Limit, cancellation));

    private static async Task<Results<Created<FeedResponse>, Ok<FeedResponse>, ProblemHttpResult>> Add(FeedRequest request, IFeedStore store,
        PipelineSignals signals, TimeProvider clock, CancellationToken cancellation)
    {
        var (definition, fault) = FeedValidation.Apply(request, null);
        if (definition is null)
            return Problems.BadRequest(fault!);
        var known = (await store.ListFeedsAsync(cancellation)).Any(feed => feed.Definition.Url == definition.Url && !feed.Removed);
        var feed = FeedResponse.From(await store.AddFeedAsync(definition, clock.GetUtcNow(), cancellation), clock.GetUtcNow());
        signals.WakePoll();
        return known ? TypedResults.Ok(feed) : TypedResults.Created($"/api/v1/feeds/{feed.Id}", feed);
    }

    private static async Task<Results<Ok<FeedResponse>, ProblemHttpResult>> Change(long id, FeedRequest request, IFeedStore store, PipelineSignals signals,
        TimeProvider clock, IServiceProvider services, CancellationToken cancellation)
    {
        if (await store.GetFeedAsync(id, cancellation) is not { } old)
            return NoFeed(id);
        var (definition, fault) = FeedValidation.Apply(request, old.Definition);
        if (definition is null)
            return Problems.BadRequest(fault!);
        if ((await store.ListFeedsAsync(cancellation)).FirstOrDefault(other => other.Id != id && other.Definition.Url == definition.Url) is { } owner)
            return Problems.Of(StatusCodes.Status409Conflict, $"url: feed {owner.Id} has the address {definition.Url} already.");
        if (await store.UpdateFeedAsync(id, definition, cancellation) is not { } feed)
            return NoFeed(id);
        if (services.GetService<AggregatorOptions>() is { } options)
            await FixedTimeWish.BringForwardAsync(store, options, feed, clock.GetUtcNow(), cancellation);
        signals.WakePoll();
        return TypedResults.Ok(FeedResponse.From(await store.GetFeedAsync(id, cancellation) ?? feed, clock.GetUtcNow()));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(long id, IFeedStore store, CancellationToken cancellation) =>
        await store.RemoveFeedAsync(id, cancellation) ? TypedResults.NoContent() : NoFeed(id);

    private static async Task<Results<Accepted<FeedResponse>, ProblemHttpResult>> Refresh(long id, IFeedStore store, PipelineSignals signals,
        TimeProvider clock, HttpContext context)
    {
        if (await store.GetFeedAsync(id, context.RequestAborted) is not { } feed)
            return NoFeed(id);
        var now = clock.GetUtcNow();
        var health = FeedResponse.HealthOf(feed, now);
        if (health is FeedHealth.Merged or FeedHealth.Disabled or FeedHealth.Removed)
            return Problems.Of(StatusCodes.Status409Conflict, $"Feed {id} is {ApiJson.Name(health)} and is not polled.");
        if (health is FeedHealth.Gone && !(now - feed.State.LastPolledAt >= GoneRetry))
        {
            return Problems.Of(StatusCodes.Status409Conflict,
                $"Feed {id} is gone; it may be tried once more from {feed.State.LastPolledAt + GoneRetry:yyyy-MM-dd} on.");
        }
        // A host that asked for a pause gets it, whoever is impatient.
        var earliest = feed.State.LastFate == FetchFate.RateLimited ? feed.State.NextPollAt : feed.State.LastPolledAt + ShortestRefresh;
        if (earliest > now)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling((earliest.Value - now).TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.Of(StatusCodes.Status429TooManyRequests,
                $"Feed {id} may be polled again at {earliest.Value.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}.");
        }

        await store.ScheduleFeedAsync(id, now, FeedState.AskedFor, context.RequestAborted);
        signals.WakePoll();
        return TypedResults.Accepted($"/api/v1/feeds/{id}", FeedResponse.From((await store.GetFeedAsync(id, context.RequestAborted))!, now));
    }

    private static async Task<Results<Ok<IReadOnlyList<ProbedFeed>>, ProblemHttpResult>> Discover(DiscoverRequest request, IServiceProvider services,
        CancellationToken cancellation)
    {
        if (FeedValidation.HttpAddress(request.Url) is not { } address)
            return Problems.BadRequest("url: must be an absolute http or https address of at most 2,000 characters.");
        if (services.GetService<FeedProbe>() is not { } probe)
            return Problems.Of(StatusCodes.Status501NotImplemented, "This service was started without access to the network.");
        return TypedResults.Ok(await probe.ProbeAsync(address, cancellation));
    }

    private static ProblemHttpResult NoFeed(long id) => Problems.NotFound($"There is no feed {id}.");
}
