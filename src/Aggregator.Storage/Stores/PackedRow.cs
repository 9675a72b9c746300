using Aggregator.Html;

namespace Aggregator.Stores;

/// <summary>A row with what can be worked out before the writer's turn: compressing costs a third of the whole import.</summary>
internal sealed record PackedRow(ArticleRow Article, long Key, byte[]? Body, int Words)
{
    /// <summary>
    /// In the order of their ids: the full-text index gathers a transaction's rows in memory only as long as the ids rise, and writes a
    /// segment of its own for each row that comes before the last one (https://sqlite.org/src/file/ext/fts5/fts5_index.c, sqlite3Fts5IndexBeginWrite).
    /// </summary>
    public static PackedRow[] Pack(IReadOnlyList<ImportRow> rows) =>
        [.. rows.OrderBy(row => row.Article.Id).ThenBy(row => row.Article.Published.Instant).Select(Pack)];

    private static PackedRow Pack(ImportRow row)
    {
        var article = row.Article;
        var empty = article.Text.Length == 0 && article.ContentHtml.Length == 0;
        var words = article.WordCount > 0 ? article.WordCount : PlainText.CountWords(article.Text);
        return new PackedRow(article, Keys.Hash(row.Key), empty ? null : TextCodec.Pack(article.Text, article.ContentHtml), words);
    }
}
