using Aggregator.LiteDb.Engine;
using Aggregator.Model;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Why an article is the one it is, and why it stands where it stands: a list in the article's own document.</summary>
internal sealed class LiteDecisions(HeldDocuments details) : IDecisionTable
{
    public static List<Decision> Read(BsonDocument? details) => details is null ? [] : [.. details.List("decisions").Select(Decision)];

    public List<Decision> Of(long articleId) => Read(details.Find(articleId));

    public void Append(long articleId, Decision decision)
    {
        if (details.Change(articleId) is not { } document)
            return;
        if (!document["decisions"].IsArray)
            document["decisions"] = new BsonArray();
        document["decisions"].AsArray.Add(Document(decision));
    }

    public void DropAllBut(long articleId, string kind, string otherKind)
    {
        if (details.Change(articleId) is { } document)
            document["decisions"] = new BsonArray(document.List("decisions").Where(d => d.Text("kind") == kind || d.Text("kind") == otherKind));
    }

    private static Decision Decision(BsonDocument d) =>
        new(d.Text("kind")!, d.Text("rule")!, d.Real("score"), d.Real("threshold"), d.Texts("evidence"), d.Number("other"));

    private static BsonDocument Document(Decision decision)
    {
        BsonDocument d = new() { ["kind"] = decision.Kind, ["rule"] = decision.Rule };
        d.Set("score", Fields.Value(decision.Score));
        d.Set("threshold", Fields.Value(decision.Threshold));
        d.Set("evidence", Fields.Value(decision.Evidence));
        d.Set("other", Fields.Value(decision.Other));
        return d;
    }
}
