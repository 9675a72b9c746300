namespace Aggregator.Stores;

public enum SortOrder
{
    Published,
    Seen,
    Relevance,
}

/// <param name="Cursor">Opaque, from an earlier page with the same filter and order; a bad one throws <see cref="BadCursorException"/>.</param>
/// <param name="WithText">Load the texts too; lists of headlines are several times cheaper without.</param>
public sealed record PageRequest(SortOrder Sort = SortOrder.Published, int Limit = 50, string? Cursor = null, bool WithText = true);

/// <param name="NextCursor">Null on the last page.</param>
/// <param name="Sequence">The newest change that this page saw: as <see cref="ArticleFilter.AsOf"/> it repeats the page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, long Sequence = 0);

/// <summary>A cursor that this service did not give out, or that belongs to another order.</summary>
public sealed class BadCursorException() : Exception("The cursor is not one that this service gave out for this order.");
