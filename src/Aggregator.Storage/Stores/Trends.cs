namespace Aggregator.Stores;

/// <param name="From">Start of the past.</param>
/// <param name="Split">End of the past and start of the window.</param>
/// <param name="To">End of the window, exclusive.</param>
/// <param name="MinCount">Articles of the window that a trend has at least.</param>
public sealed record TrendRequest(DateTimeOffset From, DateTimeOffset Split, DateTimeOffset To, int Limit, int MinCount);

/// <param name="Articles">All matches in the window.</param>
/// <param name="PastArticles">All matches in the past.</param>
public sealed record TrendReport(int Articles, int PastArticles, IReadOnlyList<Trend> Names, IReadOnlyList<Trend> Topics, IReadOnlyList<Trend> Stories);

/// <param name="Kind"><c>person</c>, <c>company</c>, <c>place</c>, <c>topic</c> or <c>story</c>.</param>
/// <param name="Name">The name, or a story's title.</param>
/// <param name="StoryId">Of a story; null else.</param>
/// <param name="Count">Articles of the window that have it.</param>
/// <param name="Past">Articles of the past that had it.</param>
/// <param name="Score">G², above 0.</param>
public sealed record Trend(string Kind, string Name, long? StoryId, int Count, int Past, double Score);
