using System.Globalization;
using Aggregator.Configuration;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.Features;

namespace Aggregator.WebSub;

/// <summary>What hubs call: to verify or deny a subscription (W3C WebSub, sections 5.2 and 5.3) and to push content (section 7).</summary>
internal static class WebSubApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Callback.Path).ExcludeFromDescription();
        group.MapGet("/{token}", VerifyAsync);
        group.MapPost("/{token}", ReceiveAsync);
    }

    private static async Task<IResult> VerifyAsync(string token, HttpRequest request, IHubStore store, IFeedStore feeds, TimeProvider time,
        CancellationToken cancellation)
    {
        if (await store.GetHubSubscriptionAsync(token, cancellation) is not { } subscription || request.Query["hub.topic"] != subscription.Topic)
            return Results.NotFound();
        var mode = request.Query["hub.mode"].ToString();
        var now = time.GetUtcNow();
        if (mode == "denied")
        {
            await store.SaveHubSubscriptionAsync(LeaseRules.Denied(subscription, request.Query["hub.reason"], now), cancellation);
            if (subscription.IsActive(now) && await feeds.GetFeedAsync(subscription.FeedId, cancellation) is { } feed)
                await SubscriptionKeeper.PollAgainAsync(feeds, feed, now, "the hub has ended the subscription", cancellation);
            return Results.Ok();
        }

        var challenge = request.Query["hub.challenge"].ToString();
        if (challenge.Length == 0)
            return Results.NotFound();
        switch (mode, subscription.Awaiting)
        {
            case ("subscribe", HubIntent.Subscribe):
                await store.SaveHubSubscriptionAsync(LeaseRules.Verified(subscription, Seconds(request.Query["hub.lease_seconds"]), now), cancellation);
                break;
            case ("unsubscribe", HubIntent.Unsubscribe):
                await store.DeleteHubSubscriptionAsync(token, cancellation);
                break;
            default:
                return Results.NotFound();
        }

        return Results.Text(challenge, "text/plain; charset=utf-8");
    }

    // Answered before anything is read into articles; a body whose signature is wrong is dropped, and the hub is not told (section 7.1).
    private static async Task<IResult> ReceiveAsync(string token, HttpRequest request, IHubStore store, PushQueue queue, AggregatorOptions options,
        CancellationToken cancellation)
    {
        if (await store.GetHubSubscriptionAsync(token, cancellation) is not { } subscription)
            return Results.StatusCode(StatusCodes.Status410Gone);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.MaxFeedBytes;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        queue.Take(subscription, body.ToArray(), request.ContentType, request.Headers["X-Hub-Signature"]);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static long? Seconds(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
