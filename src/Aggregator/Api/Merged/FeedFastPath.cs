using Aggregator.Api.Access;

namespace Aggregator.Api.Merged;

/// <summary>
/// The first thing that a request meets: a merged feed that stands ready is sent from here. The answer is the same, byte for byte and header
/// for header, as that of the long way, and a client's limits hold here too.
/// </summary>
internal sealed class FeedFastPath(RequestDelegate next, ReadyFeeds ready, ClientLimiter limiter)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value is not { } path || !path.StartsWith("/feed", StringComparison.Ordinal)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || ready.Find(context) is not { } feed || feed.IsUnmodified(request.Headers) is not { } unmodified)
        {
            return next(context);
        }

        if (limiter.IsUnlimited(context))
            return feed.SendAsync(context, unmodified);
        using var lease = limiter.Limiter.AttemptAcquire(context);
        // Refused here, it is refused again on the long way, which says so with all that belongs to it.
        return lease.IsAcquired ? feed.SendAsync(context, unmodified) : next(context);
    }
}
