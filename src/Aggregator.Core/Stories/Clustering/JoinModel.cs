namespace Aggregator.Stories.Clustering;

/// <summary>Decides on an article and a story.</summary>
internal static class JoinModel
{
    /// <summary>Least score to join; 0.20 was best on the open half of the labelled stories.</summary>
    public const double Threshold = 0.20;

    /// <summary>Standard deviation of the time decay; 3 days is the compromise between daily politics (1 day) and slow industry stories (7 days).</summary>
    private const double DecayDays = 3;

    /// <summary>Mean of centroid and nearest-article cosine, decayed by time.</summary>
    public static double Score(in JoinFeatures f) =>
        (f.Centroid + f.Nearest) / 2 * Math.Exp(-f.Days * f.Days / (2 * DecayDays * DecayDays));
}
