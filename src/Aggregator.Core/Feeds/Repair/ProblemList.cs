using Aggregator.Model;

namespace Aggregator.Feeds.Repair;

/// <summary>Counts problems by kind, keeping the first of each as the example, so that a document of errors makes a short list.</summary>
internal sealed class ProblemList
{
    private readonly Dictionary<string, (string First, int Count)> _byCode = [];

    public void Add(string code, string detail) =>
        _byCode[code] = _byCode.TryGetValue(code, out var known) ? (known.First, known.Count + 1) : (detail, 1);

    public IReadOnlyList<FeedProblem> ToList() =>
        [.. _byCode.Select(p => new FeedProblem(p.Key, p.Value.Count == 1 ? p.Value.First : $"{p.Value.First} (and {p.Value.Count - 1} more)"))];
}
