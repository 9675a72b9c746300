using Aggregator.Model;

namespace Aggregator.Feeds.Repair;

/// <summary>A well-formed rendering of a broken document.</summary>
/// <param name="Problems">What was mended, one of a kind with the number of times.</param>
internal sealed record RepairedXml(string Xml, IReadOnlyList<FeedProblem> Problems);
