using Aggregator.Model;

namespace Aggregator.Writing;

/// <summary>Decisions that outlive a new assignment.</summary>
internal static class DecisionKinds
{
    public const string Identity = "identity";

    /// <summary>What a person said of the article's story.</summary>
    public const string Correction = "correction";

    /// <summary>
    /// Replaces what was decided of copy and story, if it was decided anew; identity stays as it was settled, and what people said stays said.
    /// </summary>
    public static void Replace(IDecisionTable table, long articleId, IReadOnlyList<Decision> decisions, bool again)
    {
        if (again && decisions.Count > 0)
            table.DropAllBut(articleId, Identity, Correction);
        foreach (var decision in decisions)
            table.Append(articleId, decision);
    }
}
