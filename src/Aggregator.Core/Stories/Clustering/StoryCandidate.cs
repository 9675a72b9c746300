namespace Aggregator.Stories.Clustering;

/// <summary>A story that an article may belong to.</summary>
/// <param name="Nearest">The story's article that is most like the new one.</param>
internal sealed record StoryCandidate(StoryCluster Story, IndexedArticle Nearest, JoinFeatures Features, double Score, double Threshold)
{
    /// <summary>Score over threshold: 1 joins.</summary>
    public double Strength => Score / Threshold;
}
