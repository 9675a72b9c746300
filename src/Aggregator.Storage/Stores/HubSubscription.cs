namespace Aggregator.Stores;

/// <summary>What was asked of a hub and is to be verified by it.</summary>
public enum HubIntent
{
    None,
    Subscribe,
    Unsubscribe,
}

/// <summary>One subscription of one feed at one hub.</summary>
public sealed record HubSubscription
{
    /// <summary>The last part of the callback address; nobody but the hub knows it.</summary>
    public required string Token { get; init; }

    public required long FeedId { get; init; }

    public required string Hub { get; init; }

    /// <summary>The feed's own address as it states it (rel=self).</summary>
    public required string Topic { get; init; }

    /// <summary>What pushes are signed with; null where it could not be handed over safely.</summary>
    public string? Secret { get; init; }

    public HubIntent Awaiting { get; init; }

    /// <summary>The end of the lease; null before the first verification and after a refusal.</summary>
    public DateTimeOffset? ActiveUntil { get; init; }

    /// <summary>When to act next: renew, ask again, or forget.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Requests in a row that the hub did not accept or did not verify.</summary>
    public int Failures { get; init; }

    /// <summary>Pushes that were taken.</summary>
    public long Pushes { get; init; }

    public DateTimeOffset? LastPushAt { get; init; }

    /// <summary>What went wrong last, in words.</summary>
    public string? Note { get; init; }

    public bool IsActive(DateTimeOffset now) => ActiveUntil > now;
}
