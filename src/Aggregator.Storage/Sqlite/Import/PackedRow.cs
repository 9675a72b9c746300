using Aggregator.Sqlite.Pipeline;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Import;

/// <summary>A row with what can be worked out before the writer's turn: compressing costs a third of the whole import.</summary>
internal sealed record PackedRow(ArticleRow Article, long Key, byte[]? Body, int Words)
{
    public static PackedRow[] Pack(IReadOnlyList<ImportRow> rows) => [.. rows.Select(Pack)];

    private static PackedRow Pack(ImportRow row)
    {
        ArticleRow article = row.Article;
        bool empty = article.Text.Length == 0 && article.ContentHtml.Length == 0;
        int words = article.WordCount > 0 ? article.WordCount : WordCount.Of(article.Text);
        return new PackedRow(article, Keys.Hash(row.Key), empty ? null : TextCodec.Pack(article.Text, article.ContentHtml), words);
    }
}
