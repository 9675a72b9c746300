using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>Where an article went.</summary>
/// <param name="StoryId">The id of the article that opened the story; it never changes.</param>
/// <param name="IsNew">The article opened the story itself.</param>
/// <param name="Lead">The story's most central article after this one joined: it leads a story that has no lead.</param>
/// <param name="Merged">Younger stories that this article proved to be the same as <paramref name="StoryId"/>; they redirect to it.</param>
/// <param name="Why">Rule, score, threshold and evidence.</param>
public sealed record StoryMatch(long StoryId, bool IsNew, long Lead, IReadOnlyList<long> Merged, Decision Why)
{
    /// <summary>What is to be kept with the article, so that it can be put back after a restart without its text.</summary>
    public required StoryVector Vector { get; init; }
}
