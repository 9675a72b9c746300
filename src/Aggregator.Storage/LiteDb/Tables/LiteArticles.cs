using Aggregator.Html;
using Aggregator.LiteDb.Engine;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>
/// Articles: a narrow document for what is in memory, one for what a list shows, one for the text. Their places in the queues stand in the narrow one.
/// </summary>
internal sealed partial class LiteArticles(LiteTables tables, HandedOutTexts texts) : IArticleTable
{
    // Of one article the newest so many earlier versions are kept; ids of articles are below 2^50.
    private const int PlacesPerArticle = 4096;

    public bool Exists(long id) => tables.Narrow(id) is not null;

    public long? LastId(long lowest, long highest) => tables.LastId(lowest, highest);

    public long? ByKey(long key) => tables.ByKey(key);

    public void AddKey(long key, long id) => Change(id, article => article with { OtherKeys = [.. article.OtherKeys, key] });

    public long Outlet(string domain) => tables.Outlets.Get("", domain);

    public long? Language(string? tag) => string.IsNullOrEmpty(tag) ? null : tables.Languages.Get("", tag.ToLowerInvariant());

    public void Insert(long id, IdentifiedEntry entry, long feedId, DateTimeOffset now)
    {
        var reads = entry.ReadPage && entry.Url is not null;
        tables.Set(new NarrowArticle
        {
            Id = id,
            Published = entry.Published.Instant.ToUnixTimeMilliseconds(),
            Seen = now.ToUnixTimeMilliseconds(),
            Changed = now.ToUnixTimeMilliseconds(),
            Outlet = (int)Outlet(entry.Outlet),
            Language = (int)(Language(entry.Language) ?? 0),
            Words = PlainText.CountWords(entry.Text),
            Key = Keys.Hash(entry.ArticleKey),
            Feed = (int)feedId,
            Waits = !reads,
            Page = reads ? new WaitingPage(Hosts.Of(entry.Url!), now.ToUnixTimeMilliseconds(), 0, entry.IsContent) : null,
        });
        BsonDocument d = new()
        {
            ["_id"] = id,
            ["title"] = entry.Title,
            ["fate"] = (int)(entry.ReadPage ? ReadFate.Pending : entry.Fate),
            ["rung"] = (int)(entry.Text.Length > 0 ? ExtractionRung.Feed : ExtractionRung.None),
            ["sightings"] = 1,
        };
        if (entry.Paywalled)
            d["paywalled"] = true;
        SetEnclosures(d, entry.Enclosures);
        d.Set("url", entry.Url);
        d.Set("authors", Fields.Value(entry.Authors));
        d.Set("modified", Fields.Value(entry.Updated?.Instant));
        d.Set("summary", entry.Summary);
        d.Set("image", entry.Image);
        SetDate(d, entry.Published);
        tables.Details.Put(d, known: false);
        WriteBody(id, entry.Text, entry.ContentHtml ?? "");
    }

    public (string? Url, string Title, ClaimedDate Published) Traits(long id)
    {
        var d = tables.Details.Find(id)!;
        return (d.Text("url"), d.Text("title")!, ArticleDocuments.Date(d, tables.Narrow(id)!.Published));
    }

    public CurrentArticle Current(long id)
    {
        var d = tables.Details.Find(id)!;
        var fromPage = (ReadFate)d.Int("fate") == ReadFate.Extracted && (ExtractionRung)d.Int("rung") != ExtractionRung.Feed;
        var narrow = tables.Narrow(id)!;
        return new CurrentArticle(id, d.Text("title")!, fromPage, d.Int("revisions"), narrow.Words, narrow.IsVisible, d.Text("url"));
    }

    public (string Text, string Html) Body(long id) => TextCodec.UnpackBoth(tables.Bodies.Find(id)?.Bytes("body"));

    public void WriteBody(long id, string text, string html)
    {
        if (text.Length == 0 && html.Length == 0)
            tables.Bodies.Delete(id);
        else
            tables.Bodies.Put(new BsonDocument { ["_id"] = id, ["body"] = TextCodec.Pack(text, html) });
    }

    public void CountSighting(long id)
    {
        if (tables.Details.Change(id) is { } d)
            d["sightings"] = d.Int("sightings") + 1;
    }

    public void SetSequence(long id, long sequence, long changed) => Change(id, article => article with { Sequence = sequence, Changed = changed });

    public void SetEnclosures(long id, IReadOnlyList<Enclosure> files)
    {
        // At each poll the same, mostly.
        if (tables.Details.Find(id) is { } d && !ArticleDocuments.Enclosures(d).SequenceEqual(files))
            SetEnclosures(tables.Details.Change(id)!, files);
    }

    public void SetFate(long id, ReadFate fate, string? reason)
    {
        if (tables.Details.Change(id) is { } d)
            SetFate(d, fate, reason);
    }

    public bool IsVisible(long id) => tables.Narrow(id) is { IsVisible: true };

    public void Rekey(long id, long fresh)
    {
        PointTo(id, fresh);
        tables.DoubtfulTexts.Rename(id, fresh);
        Rename(tables.Details, id, fresh);
        Rename(tables.Bodies, id, fresh);
        var revisions = tables.Details.Find(fresh)?.Int("revisions") ?? 0;
        for (var number = 1; number <= revisions; number++)
            Rename(tables.Revisions, RevisionId(id, number), RevisionId(fresh, number));
        tables.Set(tables.Narrow(id)! with { Id = fresh });
        tables.Remove(id);
    }

    public void Absorb(long id, long other)
    {
        var d = tables.Details.Find(id)!;
        var absorbed = tables.Narrow(id)!;
        if (tables.Details.Change(other) is { } target)
            target["sightings"] = target.Int("sightings") + d.Int("sightings");
        PointTo(id, other);
        for (var number = 1; number <= d.Int("revisions"); number++)
            tables.Revisions.Delete(RevisionId(id, number));
        tables.Details.Delete(id);
        tables.Bodies.Delete(id);
        tables.Remove(id);
        Change(other, article => article with { OtherKeys = [.. article.OtherKeys, absorbed.Key, .. absorbed.OtherKeys] });
    }

    public void Remember(NewsMemoryRow memory) => tables.Memories.Put(
        new BsonDocument { ["_id"] = memory.ArticleId, ["version"] = memory.Version, ["memory"] = memory.Memory });

    public static long RevisionId(long article, int number) => (article * PlacesPerArticle) + (number % PlacesPerArticle);

    private static void SetEnclosures(BsonDocument d, IReadOnlyList<Enclosure> files) =>
        d.Set("enclosures", files.Count == 0 ? BsonValue.Null : new BsonArray(files.Select(ArticleDocuments.Document)));

    private static void SetDate(BsonDocument d, ClaimedDate date)
    {
        d["offset"] = (int)date.Instant.Offset.TotalMinutes;
        d["precision"] = (int)date.Precision;
        d["source"] = date.Source;
    }

    private static void Rename(HeldDocuments documents, long id, long fresh)
    {
        if (documents.Find(id) is not { } document)
            return;
        documents.Put(new BsonDocument(document.GetElements().ToDictionary()) { ["_id"] = fresh });
        documents.Delete(id);
    }

    // The sightings of one article lead to another one.
    private void PointTo(long id, long target)
    {
        foreach (var sighting in tables.Details.Find(id)!.Longs("named"))
        {
            if (tables.Named.Change(sighting) is { } found)
                found["article"] = target;
        }
    }

    private void Change(long id, Func<NarrowArticle, NarrowArticle> change)
    {
        if (tables.Narrow(id) is { } article)
            tables.Set(change(article));
    }
}
