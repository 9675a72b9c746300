using System.Globalization;
using Aggregator.LiteDb.Engine;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>
/// Which feed named which article, and as what. A sighting's id is made of feed and key; the article's document lists those of its sightings.
/// </summary>
internal sealed class LiteSightings(LiteTables tables) : ISightingTable
{
    public static long Id(long feedId, long key) =>
        Keys.Hash(string.Create(CultureInfo.InvariantCulture, $"{feedId}/{key}"));

    public KnownSighting? Find(long feedId, long key) => tables.Named.Find(Id(feedId, key)) is { } d
        ? new KnownSighting(d.Long("article"), d.Bytes("content"), d.Flag("first"), d.Text("title"))
        : null;

    public List<NamingFeed> Naming(long articleId)
    {
        var url = tables.Details.Find(articleId)?.Text("url");
        return [.. Of(articleId)
            .OrderByDescending(d => d.Long("seen"))
            .Select(d => new NamingFeed(
                d.Long("feed"), d.Flag("first"), d.Text("entry") ?? d.Text("link") ?? url, tables.KnownFeeds.ById(d.Long("feed"))?.Definition.Url ?? ""))];
    }

    public bool Leads(long articleId, long feedId, DateTimeOffset time) =>
        Of(articleId).Any(d => d.Long("feed") == feedId && d.Flag("first") && d.Long("seen") < time.ToUnixTimeMilliseconds());

    public bool HasCategoryOf(long articleId, long feedId)
    {
        var category = tables.KnownFeeds.ById(feedId)?.Definition.Category;
        return tables.Narrow(articleId) is { } article
            && article.OtherFeeds.Append(article.Feed).Any(feed => tables.KnownFeeds.ById(feed)?.Definition.Category == category);
    }

    public void Insert(NewSighting s)
    {
        var id = Id(s.FeedId, s.Key);
        BsonDocument d = new()
        {
            ["_id"] = id,
            ["feed"] = s.FeedId,
            ["key"] = s.Key,
            ["article"] = s.ArticleId,
            ["seen"] = s.Seen,
            ["first"] = s.First,
        };
        if (s.ContentHash.Length > 0)
            d["content"] = s.ContentHash;
        d.Set("entry", s.EntryKey);
        d.Set("link", s.Link);
        d.Set("title", s.Title);
        tables.Named.Put(d, known: false);
        Attach(s.ArticleId, id, (int)s.FeedId);
        tables.Counters = tables.Counters with { Sightings = tables.Counters.Sightings + 1 };
    }

    public void SetContent(long feedId, long key, byte[] contentHash, string? title)
    {
        if (tables.Named.Change(Id(feedId, key)) is not { } d)
            return;
        d["content"] = contentHash;
        d.Set("title", title);
    }

    public void KeepTitles(long articleId, string title) => Keep(articleId, "title", title);

    public void KeepLinks(long articleId, string link) => Keep(articleId, "link", link);

    public void LeaveLinkOut(long feedId, long key) => tables.Named.Change(Id(feedId, key))?.Remove("link");

    public void Hand(long articleId, long other)
    {
        if (tables.Details.Find(articleId) is not { } details)
            return;
        foreach (var id in details.Longs("named"))
        {
            if (tables.Named.Change(id) is not { } d)
                continue;
            d["first"] = false;
            d["article"] = other;
            d.Set("title", d.Text("title") ?? details.Text("title"));
            d.Set("link", d.Text("link") ?? details.Text("url"));
            Attach(other, id, d.Int("feed"));
        }
    }

    /// <remarks>Looks through all articles in memory; two feeds prove to be one a few times a year.</remarks>
    public void Copy(long fromFeed, long toFeed)
    {
        HashSet<int> from = [(int)fromFeed];
        foreach (var article in tables.AllNarrow().Where(article => article.IsOf(from)).ToList())
        {
            foreach (var d in Of(article.Id).Where(d => d.Long("feed") == fromFeed).ToList())
            {
                if (Find(toFeed, d.Long("key")) is not null)
                    continue;
                Insert(new NewSighting(
                    toFeed, d.Long("key"), article.Id, d.Bytes("content"), d.Long("seen"), First: false, d.Text("entry"), d.Text("link"), d.Text("title")));
                tables.Articles.CountSighting(article.Id);
            }
        }
    }

    private IEnumerable<BsonDocument> Of(long articleId) => tables.Details.Find(articleId) is { } details
        ? details.Longs("named").Select(id => tables.Named.Find(id)).OfType<BsonDocument>()
        : [];

    private void Keep(long articleId, string field, string value)
    {
        foreach (var id in tables.Details.Find(articleId)?.Longs("named") ?? [])
        {
            if (tables.Named.Find(id) is { } found && found.Text(field) is null)
                tables.Named.Change(id)![field] = value;
        }
    }

    private void Attach(long articleId, long sighting, int feed)
    {
        if (tables.Details.Change(articleId) is { } details)
            details["named"] = Fields.Packed([.. details.Longs("named"), sighting]);
        if (tables.Narrow(articleId) is { } article && article.Feed != feed && !article.OtherFeeds.Contains(feed))
            tables.Set(article with { OtherFeeds = [.. article.OtherFeeds, feed] });
    }
}
