using System.Text.Json;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Tables;

/// <summary>
/// What a known entry with another content means for its article. The feed that brought the article first decides; a changed title or
/// feed text keeps the old one as a revision and asks for a new assignment. A new summary or author alone is no change: feeds put
/// comment counts and "updated" notes there, and subscribers would see the article as new each time.
/// </summary>
internal static class Reviser
{
    private const string FeedReason = "the feed changed the ";

    /// <returns>The article was revised.</returns>
    public static bool Revise(Session session, PollCommit commit, IdentifiedEntry entry, long key, KnownSighting known)
    {
        var current = Load(session, known.ArticleId);
        var newTitle = entry.Title.Length > 0 && !Same(entry.Title, known.Title ?? current.Title) && !Same(entry.Title, current.Title)
            && !(entry.IsUntitled && known.Title is not null);
        (var text, var html) = ArticleTable.ReadBody(session, known.ArticleId);
        var newText = entry.Text.Length > 0 && !Same(entry.Text, text) && (!current.FromPage || PlainText.CountWords(entry.Text) > current.Words);
        var revises = known.First && (newTitle || newText);
        if (known.First)
        {
            CorrectLink(session, entry, key, commit.FeedId, current);
            // Without a revision: many an address of a file carries a token that is another one at each poll.
            session.Execute("UPDATE article_details SET enclosures = $2 WHERE id = $1", current.Id, Columns.Json(entry.Enclosures));
        }

        if (revises)
        {
            Keep(session, commit, current, newTitle ? current.Title : null, newText ? TextCodec.Pack(text, html) : null);
            Apply(session, entry, current, newTitle, newText);
        }

        var title = revises && newTitle ? entry.Title : current.Title;
        session.Execute(
            "UPDATE sightings SET content_hash = $3, title = $4 WHERE feed_id = $1 AND key_hash = $2",
            commit.FeedId, key, Keys.Content(entry.ContentHash), entry.Title == title ? null : entry.Title);
        return revises;
    }

    public static List<RevisionRow> Of(Session session, long articleId) => session.List(
        "SELECT number, at, title, body, reason, fields FROM revisions WHERE article_id = $1 ORDER BY number",
        row => new RevisionRow(
            row.GetInt32(0), row.TimeAt(1), row.TextOrNull(2), row.IsNull(3) ? null : TextCodec.UnpackText(row.Span(3)), row.GetString(4),
            row.TextOrNull(5) is { } fields ? JsonSerializer.Deserialize(fields, ColumnsJson.Default.DictionaryStringString) : null),
        articleId);

    /// <summary>The feed changed what it had said; other revisions come of reading a kept page again.</summary>
    public static bool IsOfFeed(RevisionRow revision) => revision.Reason.StartsWith(FeedReason, StringComparison.Ordinal);

    // The id stays while the publisher moves the article (RFC 4287, section 4.2.6), so the newest link counts.
    private static void CorrectLink(Session session, IdentifiedEntry entry, long key, long feedId, Current current)
    {
        if (entry.Url is not { } url || url == current.Url || entry.AddressKey is not { } address || session.Number(
            "SELECT article_id FROM article_keys WHERE hash = $1", Keys.Hash(address)) is not null)
        {
            return;
        }

        session.Execute("INSERT INTO article_keys (hash, article_id, extra) VALUES ($1, $2, 1)", Keys.Hash(address), current.Id);
        session.Execute("UPDATE sightings SET link = $2 WHERE article_id = $1 AND link IS NULL", current.Id, current.Url ?? "");
        session.Execute("UPDATE sightings SET link = NULL WHERE feed_id = $1 AND key_hash = $2", feedId, key);
        session.Execute("UPDATE article_details SET url = $2 WHERE id = $1", current.Id, url);
        session.Execute("UPDATE unread SET host = $2 WHERE article_id = $1", current.Id, ArticleTable.HostOf(url));
        DecisionTable.Append(session, current.Id, entry.With($"the feed corrected the link from {current.Url}").Identity);
        if (current.Assigned)
            session.Execute("INSERT OR IGNORE INTO unassigned (article_id) VALUES ($1)", current.Id);
    }

    private static void Keep(Session session, PollCommit commit, Current current, string? title, byte[]? body)
    {
        var what = (title, body) switch { (not null, not null) => "title and text", (not null, null) => "title", _ => "text" };
        session.Execute(
            "INSERT INTO revisions (article_id, number, at, title, body, reason) VALUES ($1, $2, $3, $4, $5, $6)",
            current.Id, current.Revisions + 1, Columns.Ms(commit.Now), title, body, FeedReason + what);
    }

    private static void Apply(Session session, IdentifiedEntry entry, Current current, bool newTitle, bool newText)
    {
        if (newTitle)
            Sightings.KeepTitles(session, current.Id, current.Title);
        session.Execute(
            "UPDATE article_details SET revisions = revisions + 1, title = $2, summary = coalesce($3, summary), authors = coalesce($4, authors), "
                + "modified = coalesce($5, modified) WHERE id = $1",
            current.Id, newTitle
                ? entry.Title
                : current.Title, entry.Summary, current.FromPage
                ? null
                : Columns.Json(entry.Authors), Columns.Ms(entry.Updated?.Instant));
        if (newText)
        {
            ArticleTable.WriteBody(session, current.Id, entry.Text, entry.ContentHtml ?? "");
            session.Execute("UPDATE articles SET words = $2 WHERE id = $1", current.Id, PlainText.CountWords(entry.Text));
            session.Execute("UPDATE article_details SET rung = $2, paywalled = $3 WHERE id = $1", current.Id, (long)ExtractionRung.Feed, entry.Paywalled);
        }

        if (current.Assigned)
            session.Execute("INSERT OR IGNORE INTO unassigned (article_id) VALUES ($1)", current.Id);
    }

    private static Current Load(Session session, long id) => session.First(
        "SELECT d.title, d.read_fate, d.rung, d.revisions, a.words, a.sequence, d.url FROM article_details d JOIN articles a ON a.id = d.id WHERE d.id = $1",
        row => new Current(
            id, row.GetString(0), (ReadFate)row.GetInt32(1) == ReadFate.Extracted && (ExtractionRung)row.GetInt32(2) != ExtractionRung.Feed,
            row.GetInt32(3), row.GetInt32(4), !row.IsNull(5), row.TextOrNull(6)),
        id)!;

    // White space is how a document was printed, not what it says.
    private static bool Same(string a, string b) => a == b || string.Join(' ', a.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        == string.Join(' ', b.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed record Current(long Id, string Title, bool FromPage, int Revisions, int Words, bool Assigned, string? Url);
}
