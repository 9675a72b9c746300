using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>Which articles; the same on every list, feed, timeline, facet and export.</summary>
public sealed record ArticleFilter
{
    public static ArticleFilter All { get; } = new();

    public SearchExpression? Query { get; init; }

    /// <summary>Published at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before.</summary>
    public DateTimeOffset? To { get; init; }

    public IReadOnlyList<string> Outlets { get; init; } = [];

    public IReadOnlyList<string> NotOutlets { get; init; } = [];

    public IReadOnlyList<long> Feeds { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Leave out articles that are copies of an earlier one.</summary>
    public bool CollapseCopies { get; init; }

    public int? MinWords { get; init; }

    public long? StoryId { get; init; }

    /// <summary>Only what was visible at this sequence number.</summary>
    public long? AsOf { get; init; }
}
