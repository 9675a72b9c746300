using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>Everything one poll changes.</summary>
public sealed record PollCommit
{
    public required long FeedId { get; init; }

    public required FeedState State { get; init; }

    /// <summary>False for a poll that was put off before anything was asked: only the next time and its reason are stored, and no history.</summary>
    public bool Sent { get; init; } = true;

    /// <summary>
    /// A new address that a lasting permanent redirect earned; null to keep the old one. Where another feed is polled there, the two are merged.
    /// </summary>
    public string? NewUrl { get; init; }

    public required FetchRecord Fetch { get; init; }

    public IReadOnlyList<IdentifiedEntry> Entries { get; init; } = [];

    public required DateTimeOffset Now { get; init; }
}

/// <param name="New">Articles born.</param>
/// <param name="Changed">Revisions.</param>
/// <param name="MergedInto">The feed that this one moved to; null when it did not.</param>
public sealed record PollOutcome(int New, int Changed, long? MergedInto = null);
