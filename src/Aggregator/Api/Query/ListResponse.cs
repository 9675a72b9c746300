namespace Aggregator.Api.Query;

/// <summary>A page of a list.</summary>
/// <param name="NextCursor">Give it back as cursor to go on; null on the last page.</param>
/// <param name="Sequence">The newest sequence number at the time: give it as as_of to repeat this result later.</param>
internal sealed record ListResponse<T>(IReadOnlyList<T> Items, string? NextCursor, long Sequence);
