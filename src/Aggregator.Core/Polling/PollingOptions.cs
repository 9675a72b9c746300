namespace Aggregator.Polling;

/// <summary>The bounds of the schedule. All times are above zero.</summary>
public sealed record PollingOptions
{
    /// <summary>Shortest interval of a feed's own rhythm.</summary>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest interval of a feed's own rhythm, of publishers' hints and of the back-off.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Interval of a feed of which nothing is known yet.</summary>
    public TimeSpan FirstInterval { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>
    /// Least time between two conditional polls of a feed whose publisher says nothing of how often to come (fetching.md rule 2).
    /// A publisher who states a shorter freshness or ttl has invited us to come that often.
    /// </summary>
    public TimeSpan ConditionalFloor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Least time between two unconditional polls (fetching.md rule 2), with the same exception.</summary>
    public TimeSpan UnconditionalFloor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A feed that answered 304 for so long is read once in full (fetching.md rule 8).</summary>
    public TimeSpan FullReadAfter { get; init; } = TimeSpan.FromDays(8);

    /// <summary>A feed whose server is known to hide new entries behind a 304 is read in full once in so long (fetching.md rule 8).</summary>
    public TimeSpan DailyReadAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>What the feed's owner wrote down: replaces <see cref="MinInterval"/> and both floors.</summary>
    public TimeSpan? OwnerInterval { get; init; }

    /// <summary>The first moment after the given one at which the feed's owner wants it polled; null without such wishes.</summary>
    public Func<DateTimeOffset, FixedTime?>? FixedTimeAfter { get; init; }

    /// <summary>Hours without polls; null for none.</summary>
    public QuietHours? Quiet { get; init; }
}
