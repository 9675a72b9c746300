using Aggregator.Model;

namespace Aggregator.Stories.Copies;

/// <summary>An article is a copy.</summary>
/// <param name="Original">Id of the first article with this text.</param>
/// <param name="Score">Share of the shorter text's word triples that both have, 0 to 1.</param>
/// <param name="Why">The decision with a quoted shared passage; its <see cref="Decision.Other"/> is the article that was compared, itself perhaps a
/// copy of <paramref name="Original"/>.</param>
public sealed record CopyMatch(long Original, double Score, Decision Why);
