namespace Aggregator.Stores;

public enum TimelineInterval
{
    Hour,
    Day,
    Week,
}

/// <param name="GroupBy">outlet, category, language or topic; null for none.</param>
/// <param name="Zone">The zone whose hours, days and weeks (from Monday) are counted.</param>
public sealed record TimelineRequest(TimelineInterval Interval, string? GroupBy, TimeZoneInfo Zone);

/// <summary>Counts per interval, without holes between the first and the last.</summary>
public sealed record Timeline(IReadOnlyList<TimelineBucket> Buckets);

/// <param name="Start">Start of the interval in the requested zone.</param>
/// <param name="Count">Matches.</param>
/// <param name="Total">All articles of the interval, as far as the filter's bounds leave it, matching or not.</param>
/// <param name="Groups">Matches by group, empty without <see cref="TimelineRequest.GroupBy"/>.</param>
public sealed record TimelineBucket(DateTimeOffset Start, int Count, int Total, IReadOnlyDictionary<string, int> Groups);
