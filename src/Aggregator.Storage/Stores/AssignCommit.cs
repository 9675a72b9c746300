using Aggregator.Model;

namespace Aggregator.Stores;

/// <summary>An article that waits for assignment.</summary>
public sealed record UnassignedArticle
{
    public required ArticleText Article { get; init; }

    /// <summary>It was assigned before and its text changed since: it keeps its story and copy, gets new tags, index and sequence number.</summary>
    public bool Changed { get; init; }

    public long? StoryId { get; init; }

    public long? CopyOf { get; init; }
}

/// <summary>The copy, story and tags of one article.</summary>
public sealed record AssignCommit
{
    public required long ArticleId { get; init; }

    public long? CopyOf { get; init; }

    public double? CopyScore { get; init; }

    /// <summary>The story it joins. A story's id is the id of the article that opened it.</summary>
    public required long StoryId { get; init; }

    /// <summary>
    /// The most central article of the story after this one joined: it leads, and gives the title, where the story has no lead. A lead stays.
    /// </summary>
    public required long StoryLead { get; init; }

    /// <summary>Stories that proved to be the same as <see cref="StoryId"/> and end as redirects to it.</summary>
    public IReadOnlyList<long> MergedStories { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>What the indexes remember of it; null leaves what is stored.</summary>
    public NewsMemoryRow? Memory { get; init; }

    public bool Changed { get; init; }
}
