namespace Aggregator.Stores;

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
