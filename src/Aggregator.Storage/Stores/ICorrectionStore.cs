namespace Aggregator.Stores;

/// <summary>What people say about stories. A correction is kept as a fact, and assignment respects it from then on.</summary>
public interface ICorrectionStore
{
    /// <summary>
    /// Moves articles out of a story into stories of their own. Each side that holds the article that opened the story keeps its id, every other
    /// is known by its oldest article; the sides are never merged again by the engine. The same request again changes nothing.
    /// </summary>
    Task<CorrectionOutcome> SplitStoryAsync(SplitRequest request, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Makes one story of two: the older id stays, the younger redirects. The same request again changes nothing.</summary>
    Task<CorrectionOutcome> MergeStoriesAsync(MergeRequest request, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Corrections, newest first.</summary>
    /// <param name="storyId">Only those that made or changed this story; null for all.</param>
    Task<IReadOnlyList<Correction>> ListCorrectionsAsync(long? storyId, int limit, CancellationToken cancellation);
}
