using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>Why an article is the one it is, and why it stands where it stands.</summary>
internal sealed class DecisionTable(Session session) : IDecisionTable
{
    public List<Decision> Of(long articleId) => session.List(
        "SELECT kind, rule, score, threshold, evidence, other FROM decisions WHERE article_id = $1 ORDER BY number",
        row => new Decision(row.GetString(0), row.GetString(1), row.RealOrNull(2), row.RealOrNull(3), Columns.List(row.TextOrNull(4)), row.NumberOrNull(5)),
        articleId);

    public void Append(long articleId, Decision d) => session.Execute(
        """
        INSERT INTO decisions (article_id, number, kind, rule, score, threshold, evidence, other)
        VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM decisions WHERE article_id = $1), $2, $3, $4, $5, $6, $7)
        """,
        articleId, d.Kind, d.Rule, d.Score, d.Threshold, Columns.Json(d.Evidence), d.Other);

    public void DropAllBut(long articleId, string kind, string otherKind) =>
        session.Execute("DELETE FROM decisions WHERE article_id = $1 AND kind NOT IN ($2, $3)", articleId, kind, otherKind);
}
