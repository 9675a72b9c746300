using Aggregator.Stories.Clustering;

namespace Aggregator.Stores;

/// <summary>The third queue: articles that wait for their story, and what is remembered in order to find it. One caller at a time.</summary>
public interface IAssignStore
{
    /// <summary>Read articles that wait for assignment, new or changed, in the order of ids. They are not claimed.</summary>
    Task<IReadOnlyList<UnassignedArticle>> ListUnassignedAsync(int limit, CancellationToken cancellation);

    /// <summary>
    /// Makes articles visible: stores copy, story, tags and decisions, indexes the text and gives each change the next sequence number.
    /// Stories are created, extended and retitled as the commits say. Articles that are not there are passed over.
    /// </summary>
    Task CommitAssignAsync(IReadOnlyList<AssignCommit> commits, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Assigned articles published since <paramref name="since"/>, in the order of ids, to rebuild the copy and story indexes at start: with their
    /// memory, or with their text where there is no memory of this <paramref name="version"/>. Streamed in constant memory.
    /// </summary>
    IAsyncEnumerable<AssignedArticle> ReadAssignedSinceAsync(DateTimeOffset since, int version, CancellationToken cancellation);

    /// <summary>Stores memories that were made anew from the texts, in place of older ones.</summary>
    Task SaveMemoriesAsync(IReadOnlyList<NewsMemoryRow> memories, CancellationToken cancellation);

    /// <summary>Deletes the memories of articles published before a time.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteMemoriesAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Which stories people told apart, as it stands after all merges; its version is another one after every correction.</summary>
    Task<StoryConstraints> ReadConstraintsAsync(CancellationToken cancellation);
}
