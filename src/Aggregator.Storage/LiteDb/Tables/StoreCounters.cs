using Aggregator.LiteDb.Engine;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>What is counted on rather than counted.</summary>
/// <param name="Sequence">Number of the newest visible change.</param>
/// <param name="Changed">Its time, in Unix milliseconds.</param>
/// <param name="Place">Of the article that was indexed last.</param>
/// <param name="Block">Number of the newest block of the index.</param>
/// <param name="Page">Place of the newest kept page.</param>
/// <param name="PageBytes">Of all kept pages.</param>
/// <param name="Stories">Whether they stand or redirect.</param>
/// <param name="Merged">Stories that redirect.</param>
internal sealed record StoreCounters(
    long Sequence, long Changed, long Place, long Block, long Page, long PageBytes, long Sightings, long Revisions, long Stories, long Merged)
{
    private const string Id = "counters";

    public static StoreCounters Read(ILiteCollection<BsonDocument> meta) => meta.FindById(Id) is { } d
        ? new StoreCounters(
            d.Long("sequence"), d.Long("changed"), d.Long("place"),
            d.Long("block"), d.Long("page"), d.Long("page_bytes"), d.Long("sightings"), d.Long("revisions"),
            d.Long("stories"), d.Long("merged"))
        : new StoreCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public BsonDocument Document() => new()
    {
        ["_id"] = Id,
        ["sequence"] = Sequence,
        ["changed"] = Changed,
        ["place"] = Place,
        ["block"] = Block,
        ["page"] = Page,
        ["page_bytes"] = PageBytes,
        ["sightings"] = Sightings,
        ["revisions"] = Revisions,
        ["stories"] = Stories,
        ["merged"] = Merged,
    };
}
