using Aggregator.LiteDb.Engine;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Pages whose text may be a wall's: a document for each text, which lists its articles; each article's document lists its texts.</summary>
internal sealed class LiteDoubts(HeldDocuments doubts, HeldDocuments details) : IDoubtTable
{
    public List<DoubtfulText> Find(long hash, long except) =>
        [.. Pages(doubts.Find(hash))
            .Where(page => page.Long("article") != except && details.Find(page.Long("article")) is not null)
            .Select(page => new DoubtfulText(page.Long("article"), page.Text("by_feed"), details.Find(page.Long("article"))!.Text("title") ?? ""))];

    public void Put(long hash, long articleId, string? byFeed)
    {
        BsonDocument page = new() { ["article"] = articleId };
        page.Set("by_feed", byFeed);
        var others = Pages(doubts.Find(hash)).Where(other => other.Long("article") != articleId);
        doubts.Put(new BsonDocument { ["_id"] = hash, ["pages"] = new BsonArray(others.Append(page)) });
        if (details.Change(articleId) is { } d)
            d["doubts"] = Fields.Packed([.. d.Longs("doubts").Append(hash).Distinct()]);
    }

    public void Forget(long articleId) => Each(articleId, page => page.Remove("by_feed"));

    /// <summary>The article gets another id; to be called while its document has the old one.</summary>
    public void Rename(long id, long fresh) => Each(id, page => page["article"] = fresh);

    private void Each(long articleId, Action<BsonDocument> change)
    {
        foreach (var hash in details.Find(articleId)?.Longs("doubts") ?? [])
        {
            foreach (var page in Pages(doubts.Change(hash)).Where(page => page.Long("article") == articleId))
                change(page);
        }
    }

    private static IEnumerable<BsonDocument> Pages(BsonDocument? document) => document?.List("pages") ?? [];
}
