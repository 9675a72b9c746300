using Aggregator.LiteDb.Engine;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>The corrections as they were said. People make few of them, so that they are looked through.</summary>
internal sealed class LiteCorrections(HeldDocuments documents) : ICorrectionTable
{
    public static List<Correction> List(ILiteCollection<BsonDocument> collection, long? story, int limit) =>
        [.. collection.FindAll()
            .Select(Read)
            .Where(correction => story is not { } id || correction.StoryId == id || correction.Stories.Contains(id))
            .OrderByDescending(correction => correction.Id)
            .Take(limit)];

    public static long Newest(ILiteCollection<BsonDocument> collection) => collection.Count() == 0 ? 0 : collection.Max().AsInt64;

    public Correction Insert(Correction said, string request)
    {
        var kept = said with { Id = Newest(documents.Collection) + 1 };
        BsonDocument document = new()
        {
            ["_id"] = kept.Id,
            ["kind"] = (int)kept.Kind,
            ["at"] = Fields.Value(kept.At),
            ["by"] = kept.By,
            ["story"] = kept.StoryId,
            ["request"] = request,
            ["stories"] = Fields.Packed([.. kept.Stories]),
        };
        document.Set("reason", kept.Reason);
        documents.Put(document, known: false);
        return kept;
    }

    public Correction? Last(CorrectionKind kind, string request) =>
        documents.Collection.FindAll()
            .Where(document => document.Int("kind") == (int)kind && document.Text("request") == request)
            .OrderByDescending(document => document["_id"].AsInt64)
            .Select(Read)
            .FirstOrDefault();

    public Correction? ById(long id) => documents.Find(id) is { } document ? Read(document) : null;

    private static Correction Read(BsonDocument d)
    {
        var kind = (CorrectionKind)d.Int("kind");
        return new Correction(
            d["_id"].AsInt64, kind, d.Time("at"), d.Text("by")!, d.Text("reason"), d.Long("story"),
            kind == CorrectionKind.Split ? CorrectionWords.Groups(d.Text("request")!) : [], d.Longs("stories"));
    }
}
