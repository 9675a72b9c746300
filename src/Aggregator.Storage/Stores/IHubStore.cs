namespace Aggregator.Stores;

/// <summary>Subscriptions at WebSub hubs.</summary>
public interface IHubStore
{
    /// <summary>All subscriptions, first due first.</summary>
    Task<IReadOnlyList<HubSubscription>> ListHubSubscriptionsAsync(CancellationToken cancellation);

    /// <summary>The subscription whose callback address ends with <paramref name="token"/>; null when there is none.</summary>
    Task<HubSubscription?> GetHubSubscriptionAsync(string token, CancellationToken cancellation);

    /// <summary>Adds a subscription, or replaces the one with its token whole.</summary>
    Task SaveHubSubscriptionAsync(HubSubscription subscription, CancellationToken cancellation);

    /// <summary>Counts a push that was taken; touches nothing else of the subscription.</summary>
    Task CountPushAsync(string token, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>False when there is none with the token.</summary>
    Task<bool> DeleteHubSubscriptionAsync(string token, CancellationToken cancellation);
}
