using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>Articles over their three tables, with their keys and their places in the queues.</summary>
internal sealed partial class ArticleTable(Session session, Dictionaries dictionaries, HandedOutTexts texts) : IArticleTable
{
    public bool Exists(long id) => session.Number("SELECT 1 FROM articles WHERE id = $1", id) is not null;

    public long? LastId(long lowest, long highest) => session.Number("SELECT max(id) FROM articles WHERE id BETWEEN $1 AND $2", lowest, highest);

    public long? ByKey(long key) => session.Number("SELECT article_id FROM article_keys WHERE hash = $1", key);

    public void AddKey(long key, long id) => session.Execute("INSERT INTO article_keys (hash, article_id, extra) VALUES ($1, $2, 1)", key, id);

    public long Outlet(string domain) => dictionaries.Outlet(session, domain);

    public long? Language(string? tag) => dictionaries.Language(session, tag);

    public void Insert(long id, IdentifiedEntry entry, long feedId, DateTimeOffset now)
    {
        var key = Keys.Hash(entry.ArticleKey);
        session.Execute(
            "INSERT INTO articles (id, outlet_id, language_id, published, seen, changed, words, feed_id) VALUES ($1, $2, $3, $4, $5, $5, $6, $7)",
            id, Outlet(entry.Outlet), Language(entry.Language), Columns.Ms(entry.Published.Instant), Columns.Ms(now), PlainText.CountWords(entry.Text), feedId);
        session.Execute(
            """
            INSERT INTO article_details (id, key_hash, url, title, authors, published_offset, published_precision, published_source, modified, summary,
                image, read_fate, rung, enclosures, paywalled, sightings)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
            """,
            id, key, entry.Url, entry.Title, Columns.Json(entry.Authors), (long)entry.Published.Instant.Offset.TotalMinutes, (long)entry.Published.Precision,
            entry.Published.Source, Columns.Ms(entry.Updated?.Instant), entry.Summary, entry.Image, (long)(entry.ReadPage ? ReadFate.Pending : entry.Fate),
            (long)(entry.Text.Length > 0 ? ExtractionRung.Feed : ExtractionRung.None), Columns.Json(entry.Enclosures), entry.Paywalled);
        if (entry.Text.Length > 0 || entry.ContentHtml is { Length: > 0 })
            WriteBody(id, entry.Text, entry.ContentHtml ?? "");
        session.Execute("INSERT INTO article_keys (hash, article_id) VALUES ($1, $2)", key, id);
        if (entry.ReadPage && entry.Url is not null)
        {
            session.Execute("INSERT INTO unread (article_id, host, next_at, is_content) VALUES ($1, $2, $3, $4)", id, Hosts.Of(entry.Url), Columns.Ms(now),
                entry.IsContent);
        }
        else
        {
            session.Execute("INSERT INTO unassigned (article_id) VALUES ($1)", id);
        }
    }

    public (string? Url, string Title, ClaimedDate Published) Traits(long id) => session.First(
        "SELECT d.url, d.title, a.published, d.published_offset, d.published_precision, d.published_source "
            + "FROM article_details d JOIN articles a ON a.id = d.id WHERE d.id = $1",
        row => (row.TextOrNull(0), row.GetString(1), ArticleRows.Date(row, 2)),
        id);

    public CurrentArticle Current(long id) => session.First(
        "SELECT d.title, d.read_fate, d.rung, d.revisions, a.words, a.sequence, d.url FROM article_details d JOIN articles a ON a.id = d.id WHERE d.id = $1",
        row => new CurrentArticle(
            id, row.GetString(0), (ReadFate)row.GetInt32(1) == ReadFate.Extracted && (ExtractionRung)row.GetInt32(2) != ExtractionRung.Feed,
            row.GetInt32(3), row.GetInt32(4), !row.IsNull(5), row.TextOrNull(6)),
        id)!;

    public (string Text, string Html) Body(long id) =>
        TextCodec.UnpackBoth(session.First("SELECT body FROM article_bodies WHERE id = $1", row => row.GetBytes(0), id));

    public void WriteBody(long id, string text, string html)
    {
        if (text.Length == 0 && html.Length == 0)
            session.Execute("DELETE FROM article_bodies WHERE id = $1", id);
        else
            session.Execute("INSERT OR REPLACE INTO article_bodies (id, body) VALUES ($1, $2)", id, TextCodec.Pack(text, html));
    }

    public void CountSighting(long id)
    {
        session.Execute("UPDATE article_details SET sightings = sightings + 1 WHERE id = $1", id);
        session.Execute("UPDATE articles SET shared = 1 WHERE id = $1 AND shared = 0", id);
    }

    public void SetSequence(long id, long sequence, long changed) =>
        session.Execute("UPDATE articles SET sequence = $2, changed = $3 WHERE id = $1", id, sequence, changed);

    public void SetEnclosures(long id, IReadOnlyList<Enclosure> files) =>
        session.Execute("UPDATE article_details SET enclosures = $2 WHERE id = $1", id, Columns.Json(files));

    public void SetFate(long id, ReadFate fate, string? reason) =>
        session.Execute("UPDATE article_details SET read_fate = $2, read_reason = $3 WHERE id = $1", id, (long)fate, reason);

    public bool IsVisible(long id) => session.Number("SELECT sequence FROM articles WHERE id = $1", id) is not null;

    public void Rekey(long id, long fresh)
    {
        PointTo(id, fresh);
        session.Execute("UPDATE sightings SET article_id = $2 WHERE article_id = $1", id, fresh);
        foreach (var table in (string[])["articles", "article_details", "article_bodies"])
            session.Execute($"UPDATE {table} SET id = $2 WHERE id = $1", id, fresh);
        session.Execute("UPDATE revisions SET article_id = $2 WHERE article_id = $1", id, fresh);
        session.Execute("UPDATE decisions SET article_id = $2 WHERE article_id = $1", id, fresh);
        session.Execute("UPDATE doubtful_pages SET article_id = $2 WHERE article_id = $1", id, fresh);
        session.Execute("UPDATE unassigned SET article_id = $2 WHERE article_id = $1", id, fresh);
    }

    public void Absorb(long id, long other)
    {
        session.Execute("UPDATE article_details SET sightings = sightings + (SELECT sightings FROM article_details WHERE id = $1) WHERE id = $2", id, other);
        session.Execute("UPDATE articles SET shared = 1 WHERE id = $1", other);
        PointTo(id, other);
        session.Execute("UPDATE article_keys SET extra = 1 WHERE hash = (SELECT key_hash FROM article_details WHERE id = $1)", id);
        foreach (var table in (string[])["articles", "article_details", "article_bodies"])
            session.Execute($"DELETE FROM {table} WHERE id = $1", id);
        foreach (var table in (string[])["decisions", "revisions", "unread", "unassigned"])
            session.Execute($"DELETE FROM {table} WHERE article_id = $1", id);
    }

    public void KeepPage(long id, KeptPage page) => PageTable.Keep(session, id, page);

    public void Remember(NewsMemoryRow memory) => MemoryTable.Write(session, memory);

    private void PointTo(long id, long target)
    {
        session.Execute("UPDATE article_keys SET article_id = $2 WHERE hash = (SELECT key_hash FROM article_details WHERE id = $1)", id, target);
        session.Execute("UPDATE article_keys SET article_id = $2 WHERE article_id = $1 AND extra = 1", id, target);
    }
}
