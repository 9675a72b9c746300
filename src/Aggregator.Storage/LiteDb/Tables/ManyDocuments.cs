using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>Reads documents of many articles at once.</summary>
internal static class ManyDocuments
{
    /// <summary>Where no more articles than so many times those asked for lie between the first and the last, their documents are walked through.</summary>
    private const int WorthWalking = 4;

    /// <summary>
    /// By id; ids without a document are missing. Mostly articles that are asked for together were published one after the other: then one walk over their
    /// documents takes a fifth of what as many look-ups take.
    /// </summary>
    /// <param name="collection">Its documents have the articles' ids.</param>
    public static Dictionary<long, BsonDocument> Read(LiteTables tables, ILiteCollection<BsonDocument> collection, IReadOnlyCollection<long> ids)
    {
        if (ids.Count == 0)
            return [];
        long lowest = ids.Min(), highest = ids.Max();
        if (tables.Committed.CountBelow(highest) - tables.Committed.CountBelow(lowest) > WorthWalking * ids.Count)
            return ids.Select(id => collection.FindById(id)).OfType<BsonDocument>().ToDictionary(document => document["_id"].AsInt64);
        var wanted = ids.ToHashSet();
        return collection.Query().Where("_id BETWEEN @0 AND @1", lowest, highest).OrderBy("_id").ToEnumerable()
            .Where(document => wanted.Contains(document["_id"].AsInt64))
            .ToDictionary(document => document["_id"].AsInt64);
    }
}
