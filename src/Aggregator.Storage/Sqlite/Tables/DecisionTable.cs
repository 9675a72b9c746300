using Aggregator.Model;
using Aggregator.Sqlite.Engine;

namespace Aggregator.Sqlite.Tables;

/// <summary>Why an article is the one it is, and why it stands where it stands.</summary>
internal static class DecisionTable
{
    public const string Identity = "identity";

    /// <summary>What a person said of the article's story.</summary>
    public const string Correction = "correction";

    private const string Insert =
        "INSERT INTO decisions (article_id, number, kind, rule, score, threshold, evidence, other) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    public static void AppendFirst(Session session, long articleId, Decision decision) => Append(session, articleId, 1, decision);

    public static void Append(Session session, long articleId, Decision decision) =>
        Append(session, articleId, (session.Number("SELECT max(number) FROM decisions WHERE article_id = $1", articleId) ?? 0) + 1, decision);

    private static void Append(Session session, long articleId, long number, Decision d) =>
        session.Execute(Insert, articleId, number, d.Kind, d.Rule, d.Score, d.Threshold, Columns.Json(d.Evidence), d.Other);

    /// <summary>
    /// Replaces what was decided of copy and story, if it was decided anew; identity stays as it was settled, and what people said stays said.
    /// </summary>
    public static void Replace(Session session, long articleId, IReadOnlyList<Decision> decisions, bool again)
    {
        if (again && decisions.Count > 0)
            session.Execute("DELETE FROM decisions WHERE article_id = $1 AND kind NOT IN ($2, $3)", articleId, Identity, Correction);
        foreach (var decision in decisions)
            Append(session, articleId, decision);
    }

    public static List<Decision> Of(Session session, long articleId) => session.List(
        "SELECT kind, rule, score, threshold, evidence, other FROM decisions WHERE article_id = $1 ORDER BY number",
        row => new Decision(row.GetString(0), row.GetString(1), row.RealOrNull(2), row.RealOrNull(3), Columns.List(row.TextOrNull(4)), row.NumberOrNull(5)),
        articleId);
}
