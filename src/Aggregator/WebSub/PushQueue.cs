using System.Threading.Channels;
using Aggregator.Stores;

namespace Aggregator.WebSub;

/// <summary>A delivery of a hub that waits to be read.</summary>
/// <param name="Body">The document; null when only the news that there is news can be trusted or held, so that the feed is to be polled.</param>
internal sealed record Push(HubSubscription Subscription, byte[]? Body, string? ContentType);

/// <summary>Deliveries between the answer to the hub and the work. Bounded: what does not fit becomes a poll.</summary>
internal sealed partial class PushQueue(ILogger<PushQueue> logger)
{
    // Bodies are at most MaxFeedBytes (10 MiB) each; so many may wait.
    private const int MostBodies = 16;

    private readonly Channel<Push> _waiting = Channel.CreateUnbounded<Push>();
    private int _bodies;

    public ChannelReader<Push> Reader => _waiting.Reader;

    /// <summary>Drops what is not signed as it should be. Without a secret nobody knows who sent the body, so it only calls for a poll.</summary>
    public void Take(HubSubscription subscription, byte[] body, string? contentType, string? signature)
    {
        if (subscription.Secret is { } secret && !PushSignature.IsValid(signature, secret, body))
        {
            LogDropped(logger, subscription.Hub, subscription.Topic);
            return;
        }

        var keeps = subscription.Secret is not null && Interlocked.Increment(ref _bodies) <= MostBodies;
        if (subscription.Secret is not null && !keeps)
            Interlocked.Decrement(ref _bodies);
        _waiting.Writer.TryWrite(new Push(subscription, keeps ? body : null, contentType));
    }

    public void Done(Push push)
    {
        if (push.Body is not null)
            Interlocked.Decrement(ref _bodies);
    }

    [LoggerMessage(LogLevel.Warning, "Dropped a push of {Hub} for {Topic}: its signature is wrong")]
    private static partial void LogDropped(ILogger logger, string hub, string topic);
}
