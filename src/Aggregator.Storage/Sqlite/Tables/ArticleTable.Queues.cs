using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>Articles as the stages of the pipeline want them.</summary>
internal sealed partial class ArticleTable
{
    private const string TextColumns = "a.id, o.domain, d.title, b.body, a.published, l.tag";

    public static List<UnassignedArticle> Unassigned(Session session, int limit, HandedOutTexts texts)
    {
        Dictionary<long, PackedText> handedOut = [];
        var articles = session.List(
            $"""
            SELECT {TextColumns}, a.sequence IS NOT NULL, a.story_id, a.copy_of
            FROM unassigned q {TextJoins("q.article_id")}
            ORDER BY q.article_id LIMIT $1
            """,
            row =>
            {
                var text = PackedText.Of(row.Span(3).ToArray());
                handedOut.Add(row.GetInt64(0), text);
                return new UnassignedArticle
                {
                    Article = Article(row, text.Text),
                    Changed = row.Flag(6),
                    StoryId = row.NumberOrNull(7),
                    CopyOf = row.NumberOrNull(8)
                };
            },
            limit);
        texts.Replace(handedOut);
        return articles;
    }

    private static string TextJoins(string id) => $"""
        JOIN articles a ON a.id = {id}
        JOIN article_details d ON d.id = a.id
        JOIN outlets o ON o.id = a.outlet_id
        LEFT JOIN article_bodies b ON b.id = a.id
        LEFT JOIN languages l ON l.id = a.language_id
        """;

    private static ArticleText Article(Row row, string text) => new()
    {
        Id = row.GetInt64(0),
        Outlet = row.GetString(1),
        Title = row.GetString(2),
        Text = text,
        Published = row.TimeAt(4),
        Language = row.TextOrNull(5),
    };

    public void Enqueue(long id) => session.Execute("INSERT OR IGNORE INTO unassigned (article_id) VALUES ($1)", id);

    public bool IsUnread(long id) => session.Number("SELECT 1 FROM unread WHERE article_id = $1", id) is not null;

    public void PutBack(ReadCommit commit, DateTimeOffset retry)
    {
        session.Execute("UPDATE unread SET next_at = $2, attempts = attempts + 1 WHERE article_id = $1", commit.Id, Columns.Ms(retry));
        SetFate(commit.Id, commit.Fate, commit.Reason);
    }

    public void EndReading(ReadCommit commit)
    {
        session.Execute("DELETE FROM unread WHERE article_id = $1", commit.Id);
        SetFate(commit.Id, commit.Fate, commit.Reason);
    }

    public string? HostAfter(string host) => session.Text("SELECT min(host) FROM unread WHERE host > $1", host);

    public List<long> DueAt(string host, DateTimeOffset now, int limit) => session.List(
        "SELECT article_id FROM unread WHERE host = $1 AND next_at <= $2 ORDER BY article_id LIMIT $3", row => row.GetInt64(0), host, Columns.Ms(now), limit);

    public UnreadArticle Unread(long id) => session.First(
        """
        SELECT a.id, d.url, d.title, b.body, a.published, d.published_offset, d.published_precision, d.published_source,
               a.seen, d.authors, l.tag, d.image, d.summary, u.attempts, u.is_content
        FROM unread u
        JOIN articles a ON a.id = u.article_id
        JOIN article_details d ON d.id = a.id
        LEFT JOIN article_bodies b ON b.id = a.id
        LEFT JOIN languages l ON l.id = a.language_id
        WHERE u.article_id = $1
        """,
        row => ReadUnread(row, TextCodec.UnpackBoth(row.Span(3))),
        id)!;

    private static UnreadArticle ReadUnread(Row row, (string Text, string Html) feed) => new()
    {
        Id = row.GetInt64(0),
        Url = row.GetString(1),
        Title = row.GetString(2),
        FeedText = feed.Text,
        FeedHtml = feed.Html,
        Published = ArticleRows.Date(row, 4),
        Seen = row.TimeAt(8),
        Authors = Columns.List(row.TextOrNull(9)),
        Language = row.TextOrNull(10),
        Image = row.TextOrNull(11),
        Summary = row.TextOrNull(12),
        Attempts = row.GetInt32(13),
        IsContent = row.Flag(14),
    };
}
