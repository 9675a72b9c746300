namespace Aggregator.Writing;

/// <summary>An article as assigning it wants it.</summary>
/// <param name="Published">Unix milliseconds.</param>
/// <param name="StoryId">The story it was in before; null when it is assigned for the first time.</param>
internal sealed record Assignable(
    long Id, long OutletId, string Outlet, long? LanguageId, long Published, long? StoryId, long? Sequence, string Title, IReadOnlyList<string> Authors,
    string Text);

/// <summary>What the index says of one article.</summary>
/// <param name="Again">It has an entry already, which is replaced.</param>
internal sealed record IndexEntry(Assignable Article, long[] Tags, bool IsCopy, bool Again);
