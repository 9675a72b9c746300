using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>The first queue: feeds that are due.</summary>
public interface IPollStore
{
    /// <summary>
    /// Claims feeds that are due, or all enabled ones named in <paramref name="only"/>, due or not; earliest first. A claimed feed is given out to nobody
    /// else until its poll is committed; claims do not outlive the store that was opened.
    /// </summary>
    Task<IReadOnlyList<Feed>> ClaimDueFeedsAsync(DateTimeOffset now, int limit, IReadOnlyCollection<long>? only, CancellationToken cancellation);

    /// <summary>Of <paramref name="keys"/>, how many the feed has been seen to name before; asked before the schedule is decided.</summary>
    Task<int> CountKnownSightingsAsync(long feedId, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>
    /// Commits a poll and frees its feed: validators, schedule, history, new sightings, new articles and revisions.
    /// Identity is decided here: a known (feed, entry key) is a sighting seen again, with another content hash a revision;
    /// else a known article key adds a sighting to that article; else a new article is born.
    /// </summary>
    Task<PollOutcome> CommitPollAsync(PollCommit commit, CancellationToken cancellation);
}
