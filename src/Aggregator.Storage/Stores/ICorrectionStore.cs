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

public enum CorrectionKind
{
    Split,
    Merge,
}

/// <param name="Groups">The articles that leave; each group becomes a story of its own.</param>
/// <param name="By">Who says so.</param>
public sealed record SplitRequest(long StoryId, IReadOnlyList<IReadOnlyList<long>> Groups, string By, string? Reason);

/// <param name="Override">Take back an earlier word that the two are apart.</param>
/// <param name="By">Who says so.</param>
public sealed record MergeRequest(long StoryId, long OtherId, bool Override, string By, string? Reason);

/// <summary>A kept correction.</summary>
/// <param name="StoryId">The story that it was said of.</param>
/// <param name="Articles">The articles that left, by group; empty for a merge.</param>
/// <param name="Stories">What came of it: after a split all sides, after a merge the one story.</param>
public sealed record Correction(
    long Id, CorrectionKind Kind, DateTimeOffset At, string By, string? Reason, long StoryId, IReadOnlyList<IReadOnlyList<long>> Articles,
    IReadOnlyList<long> Stories);

/// <summary>How a correction was taken.</summary>
public abstract record CorrectionOutcome
{
    private CorrectionOutcome()
    {
    }

    /// <param name="Again">It had been said before and nothing was changed.</param>
    public sealed record Kept(Correction Correction, bool Again) : CorrectionOutcome;

    public sealed record UnknownStory(long Id) : CorrectionOutcome;

    /// <summary>The request does not fit the story; the reason is for a person.</summary>
    public sealed record Unfit(string Reason) : CorrectionOutcome;

    /// <summary>An earlier correction says the opposite.</summary>
    public sealed record Contradicted(string Reason) : CorrectionOutcome;
}
