using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>Feeds, their schedule and their history.</summary>
public interface IFeedStore
{
    /// <summary>
    /// Makes the listed feeds the ones that come from the file: new ones are added as due at <paramref name="firstPoll"/> of their position,
    /// changed ones updated, missing ones marked removed (their articles stay), returning ones revived with their old schedule.
    /// Feeds that were added over the API are left alone.
    /// </summary>
    /// <param name="firstPoll">Called with the position in the list, from 0, for new feeds only.</param>
    Task<FeedSync> SyncFeedsAsync(IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll, CancellationToken cancellation);

    /// <summary>All feeds in the order of their ids, with those that are removed, disabled, gone or merged into another.</summary>
    Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellation);

    /// <summary>One feed, removed or not; null when no feed ever had the id.</summary>
    Task<Feed?> GetFeedAsync(long id, CancellationToken cancellation);

    /// <summary>Adds a feed by hand; answers the existing one when the address is already there, revived if it was removed.</summary>
    Task<Feed> AddFeedAsync(FeedDefinition definition, DateTimeOffset firstPoll, CancellationToken cancellation);

    /// <summary>Gives a feed another definition; null when there is none with the id.</summary>
    /// <exception cref="InvalidOperationException">Another feed has the address.</exception>
    Task<Feed?> UpdateFeedAsync(long id, FeedDefinition definition, CancellationToken cancellation);

    /// <summary>Stops polling; the feed's articles stay. False when there is none, or it was removed before.</summary>
    Task<bool> RemoveFeedAsync(long id, CancellationToken cancellation);

    /// <summary>
    /// Sets when a feed is polled next, with the reason in words (a person asked, a hub pushed). A feed that is gone is tried once more.
    /// False when there is no such feed.
    /// </summary>
    Task<bool> ScheduleFeedAsync(long id, DateTimeOffset at, string reason, CancellationToken cancellation);

    /// <summary>The last fetches, newest first; 50 are kept per feed.</summary>
    Task<IReadOnlyList<FetchRecord>> GetHistoryAsync(long feedId, int limit, CancellationToken cancellation);
}

/// <param name="Added">Feeds that were not known before.</param>
/// <param name="Updated">Feeds whose definition changed or that came back.</param>
/// <param name="Removed">Feeds that are no longer listed.</param>
public sealed record FeedSync(int Added, int Updated, int Removed);
