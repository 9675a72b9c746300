using System.Text.Json;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>
/// Remembers the texts that did not say what their headline does. One that comes again on the same host under another headline is a wall's, in whatever
/// language it is written.
/// </summary>
internal static class RepeatedTexts
{
    public const string Reason = "Wall: another page of this host has the same text under another headline";

    /// <summary>The other articles that came with this text under another headline; those that took it say what to take back.</summary>
    /// <returns>Empty when the text has not come before, or for articles of the same headline only.</returns>
    public static List<TakenText> Find(Session session, long id, DoubtfulPage page)
    {
        var title = Letters(session.Text("SELECT title FROM article_details WHERE id = $1", id) ?? "");
        var earlier = session.List(
            """
            SELECT p.article_id, p.by_feed, d.title FROM doubtful_pages p JOIN article_details d ON d.id = p.article_id
            WHERE p.text_hash = $1 AND p.article_id <> $2
            """,
            row => (Id: row.GetInt64(0), ByFeed: row.TextOrNull(1), Title: Letters(row.GetString(2))), Hash(page), id);
        return earlier.TrueForAll(other => other.Title == title)
            ? []
            : [.. earlier.Select(other => new TakenText(other.Id, Content(other.ByFeed)))];
    }

    /// <param name="text">What the article took of the page; null when it took nothing.</param>
    public static void Remember(Session session, long id, DoubtfulPage page, string? text) => session.Execute(
        "INSERT OR REPLACE INTO doubtful_pages (text_hash, article_id, by_feed) VALUES ($1, $2, $3)",
        Hash(page), id, text is null ? null : JsonSerializer.Serialize(page.ByFeed, ColumnsJson.Default.ReadContent));

    /// <summary>Nothing is to be taken back any more.</summary>
    public static void Forget(Session session, long id) => session.Execute("UPDATE doubtful_pages SET by_feed = NULL WHERE article_id = $1", id);

    private static long Hash(DoubtfulPage page) => Keys.Hash($"{page.Host}\n{page.Letters}");

    private static ReadContent? Content(string? json) => json is null ? null : JsonSerializer.Deserialize(json, ColumnsJson.Default.ReadContent);

    private static string Letters(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>An article that came with a wall's text.</summary>
/// <param name="ByFeed">What it is without; null when it never took the text, or has given it back.</param>
internal sealed record TakenText(long ArticleId, ReadContent? ByFeed);
