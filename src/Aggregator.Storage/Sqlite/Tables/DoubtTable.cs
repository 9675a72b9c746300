using Aggregator.Sqlite.Engine;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>Pages whose text may be a wall's.</summary>
internal sealed class DoubtTable(Session session) : IDoubtTable
{
    public List<DoubtfulText> Find(long hash, long except) => session.List(
        """
        SELECT p.article_id, p.by_feed, d.title FROM doubtful_pages p JOIN article_details d ON d.id = p.article_id
        WHERE p.text_hash = $1 AND p.article_id <> $2
        """,
        row => new DoubtfulText(row.GetInt64(0), row.TextOrNull(1), row.GetString(2)), hash, except);

    public void Put(long hash, long articleId, string? byFeed) => session.Execute(
        "INSERT OR REPLACE INTO doubtful_pages (text_hash, article_id, by_feed) VALUES ($1, $2, $3)", hash, articleId, byFeed);

    public void Forget(long articleId) => session.Execute("UPDATE doubtful_pages SET by_feed = NULL WHERE article_id = $1", articleId);
}
