using Aggregator.Stores;

namespace Aggregator.Pages;

/// <summary>What the first page shows.</summary>
public sealed record HomeView
{
    public required string Title { get; init; }

    public required string? Search { get; init; }

    /// <summary>Filters that a new search keeps.</summary>
    public required IReadOnlyList<(string Name, string Value)> KeptFields { get; init; }

    /// <summary>Filters that are on, each with the address without it.</summary>
    public required IReadOnlyList<FilterLink> Chosen { get; init; }

    public required IReadOnlyList<StoryRow> Stories { get; init; }

    public required IReadOnlyList<FilterGroup> Facets { get; init; }

    /// <summary>Query of the merged feed of what is shown, with its question mark, or empty.</summary>
    public required string FeedQuery { get; init; }

    public required string? OlderHref { get; init; }

    /// <summary>What is wrong with the query, for the person who typed it.</summary>
    public required string? Fault { get; init; }

    public required DateTimeOffset Now { get; init; }
}

public sealed record FilterGroup(string Label, IReadOnlyList<FilterLink> Links);

public sealed record FilterLink(string Label, string Href, int Count = 0, bool IsChosen = false);
