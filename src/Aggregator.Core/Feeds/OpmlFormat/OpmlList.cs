using Aggregator.Model;

namespace Aggregator.Feeds.OpmlFormat;

/// <summary>What a list of subscriptions says.</summary>
/// <param name="Feeds">With an http or https address each; title, category and interval are as written, which may be empty or out of range.</param>
/// <param name="LeftOut">Outlines that are meant as feeds and cannot be fetched, and those that stand for another list.</param>
public sealed record OpmlList(IReadOnlyList<FeedDefinition> Feeds, IReadOnlyList<LeftOutline> LeftOut);

/// <summary>An outline that is meant as a feed and has no address that can be fetched, or that stands for another list.</summary>
/// <param name="Title">As written; the address where it has none.</param>
/// <param name="Address">As written, perhaps empty.</param>
public sealed record LeftOutline(string Title, string Address);
