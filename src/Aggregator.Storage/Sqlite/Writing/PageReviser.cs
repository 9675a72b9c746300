using System.Text.Json;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>Gives an article what its kept page says by today's rules, and keeps what it said before.</summary>
internal static class PageReviser
{
    public static void Revise(Session session, Dictionaries dictionaries, ArticleRevision revision)
    {
        var id = revision.ArticleId;
        (var text, var html) = ArticleTable.ReadBody(session, id);
        (var title, var revisions) =
            session.First("SELECT title, revisions FROM article_details WHERE id = $1", row => (row.GetString(0), row.GetInt64(1)), id);
        var c = revision.Content;
        var newBody = text != c.Text || html != (c.ContentHtml ?? "");
        var others = revision.Earlier.Where(field => field.Key is not ("title" or "text" or "html")).ToDictionary(field => field.Key, field => field.Value);
        session.Execute(
            "INSERT INTO revisions (article_id, number, at, title, body, reason, fields) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id, revisions + 1, Columns.Ms(revision.Now), title == c.Title ? null : title, newBody ? TextCodec.Pack(text, html) : null, revision.Reason,
            others.Count == 0 ? null : JsonSerializer.Serialize(others, ColumnsJson.Default.DictionaryStringString));
        if (title != c.Title)
            Sightings.KeepTitles(session, id, title);
        session.Execute(
            """
            UPDATE article_details SET title = $2, authors = $3, modified = $4, summary = $5, image = $6, section = $7, rung = $8, confidence = $9,
                paywalled = $10, live_blog = $11, read_fate = $12, read_reason = $13, revisions = revisions + 1
            WHERE id = $1
            """,
            id, c.Title, Columns.Json(c.Authors), Columns.Ms(c.Modified?.Instant), c.Summary, c.Image, c.Section, (long)c.Rung, c.Confidence,
            c.Paywalled, c.LiveBlog, (long)revision.Fate, revision.FateReason);
        session.Execute("UPDATE articles SET language_id = $2, words = $3 WHERE id = $1", id, dictionaries.Language(session, c.Language), c.WordCount);
        if (newBody)
            ArticleTable.WriteBody(session, id, c.Text ?? "", c.ContentHtml ?? "");
        session.Execute("INSERT OR IGNORE INTO unassigned (article_id) VALUES ($1)", id);
    }
}
