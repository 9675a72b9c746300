using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>Birth, change of place and removal of articles that nobody has seen yet.</summary>
internal static class ArticleTable
{
    /// <param name="id">Of the entry's second.</param>
    public static long Insert(Session session, Dictionaries dictionaries, long id, IdentifiedEntry entry, long feedId, DateTimeOffset now)
    {
        var published = Columns.Ms(entry.Published.Instant);
        var key = Keys.Hash(entry.ArticleKey);
        session.Execute(
            "INSERT INTO articles (id, outlet_id, language_id, published, seen, changed, words, feed_id) VALUES ($1, $2, $3, $4, $5, $5, $6, $7)",
            id, dictionaries.Outlet(session, entry.Outlet), dictionaries.Language(session, entry.Language), published, Columns.Ms(now),
            PlainText.CountWords(entry.Text), feedId);
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
            WriteBody(session, id, entry.Text, entry.ContentHtml ?? "");
        session.Execute("INSERT INTO article_keys (hash, article_id) VALUES ($1, $2)", key, id);
        if (entry.ReadPage && entry.Url is not null)
        {
            session.Execute("INSERT INTO unread (article_id, host, next_at, is_content) VALUES ($1, $2, $3, $4)", id, HostOf(entry.Url), Columns.Ms(now),
                entry.IsContent);
        }
        else
        {
            session.Execute("INSERT INTO unassigned (article_id) VALUES ($1)", id);
        }

        return id;
    }

    public static void WriteBody(Session session, long id, string text, string html)
    {
        if (text.Length == 0 && html.Length == 0)
            session.Execute("DELETE FROM article_bodies WHERE id = $1", id);
        else
            session.Execute("INSERT OR REPLACE INTO article_bodies (id, body) VALUES ($1, $2)", id, TextCodec.Pack(text, html));
    }

    public static (string Text, string Html) ReadBody(Session session, long id) =>
        TextCodec.UnpackBoth(session.First("SELECT body FROM article_bodies WHERE id = $1", row => row.GetBytes(0), id));

    /// <summary>Gives an article that nobody has seen the id of its true publication time.</summary>
    public static long Rekey(Session session, long id, long published)
    {
        var fresh = FreeIds.Moved(session, id, published);
        PointTo(session, id, fresh);
        foreach (var table in (string[])["articles", "article_details", "article_bodies"])
            session.Execute($"UPDATE {table} SET id = $2 WHERE id = $1", id, fresh);
        session.Execute("UPDATE revisions SET article_id = $2 WHERE article_id = $1", id, fresh);
        session.Execute("UPDATE decisions SET article_id = $2 WHERE article_id = $1", id, fresh);
        session.Execute("UPDATE doubtful_pages SET article_id = $2 WHERE article_id = $1", id, fresh);
        return fresh;
    }

    /// <summary>Makes <paramref name="id"/>, which nobody has seen, one more name of the article <paramref name="other"/>.</summary>
    public static void Merge(Session session, long id, long other, Decision why, DateTimeOffset now)
    {
        session.Execute("UPDATE article_details SET sightings = sightings + (SELECT sightings FROM article_details WHERE id = $1) WHERE id = $2", id, other);
        session.Execute(
            """
            UPDATE sightings SET first = 0,
                title = coalesce(title, (SELECT title FROM article_details WHERE id = $1)),
                link = coalesce(link, (SELECT url FROM article_details WHERE id = $1))
            WHERE article_id = $1
            """,
            id);
        session.Execute("UPDATE articles SET shared = 1 WHERE id = $1", other);
        foreach (var decision in DecisionTable.Of(session, id))
            DecisionTable.Append(session, other, decision);
        DecisionTable.Append(session, other, why);
        PointTo(session, id, other);
        session.Execute("UPDATE article_keys SET extra = 1 WHERE hash = (SELECT key_hash FROM article_details WHERE id = $1)", id);
        foreach (var table in (string[])["articles", "article_details", "article_bodies"])
            session.Execute($"DELETE FROM {table} WHERE id = $1", id);
        foreach (var table in (string[])["decisions", "revisions", "unread", "unassigned"])
            session.Execute($"DELETE FROM {table} WHERE article_id = $1", id);
        // Its sightings, and perhaps its categories, are now more: a visible change.
        if (session.Number("SELECT sequence FROM articles WHERE id = $1", other) is not null)
            session.Execute("UPDATE articles SET sequence = $2, changed = $3 WHERE id = $1", other, Sequence.Next(session), Sequence.Time(session, now));
    }

    private static void PointTo(Session session, long id, long target)
    {
        session.Execute("UPDATE article_keys SET article_id = $2 WHERE hash = (SELECT key_hash FROM article_details WHERE id = $1)", id, target);
        session.Execute("UPDATE article_keys SET article_id = $2 WHERE article_id = $1 AND extra = 1", id, target);
        session.Execute("UPDATE sightings SET article_id = $2 WHERE article_id = $1", id, target);
    }

    public static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : "";
}
