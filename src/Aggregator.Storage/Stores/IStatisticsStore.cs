namespace Aggregator.Stores;

/// <summary>How much there is.</summary>
public interface IStatisticsStore
{
    /// <summary>Counts of what is stored and of what waits at <paramref name="now"/>, all of one state.</summary>
    Task<StoreStatistics> GetStatisticsAsync(DateTimeOffset now, CancellationToken cancellation);
}

/// <param name="Feeds">Feeds that are not removed.</param>
/// <param name="Articles">Visible ones.</param>
/// <param name="Stories">Those that were not merged into another.</param>
/// <param name="Copies">Visible articles that are copies of an earlier one.</param>
/// <param name="Sightings">Entries that named an article.</param>
/// <param name="Revisions">Earlier states of articles.</param>
/// <param name="Bytes">Size of the database with its log.</param>
/// <param name="Sequence">Number of the newest change.</param>
public sealed record StoreStatistics(
    long Feeds, long Articles, long Stories, long Copies, long Sightings, long Revisions, long Bytes, long Sequence, QueueDepths Queues);

/// <param name="DueFeeds">Feeds due now.</param>
/// <param name="Unread">Articles whose page is still to be read, claimed or waiting for their time included.</param>
/// <param name="Unassigned">Read articles not assigned yet.</param>
public sealed record QueueDepths(int DueFeeds, int Unread, int Unassigned);
