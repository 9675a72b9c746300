using System.Globalization;
using System.Text;
using Aggregator.Sqlite.Engine;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite.Tables;

/// <summary>
/// The full-text index, and the private words by which filters live inside it. The tokenizer takes the private-use letters
/// U+E000 and up as letters, and nothing that is asked or stored may contain them, so no word of a text is ever one of these.
/// </summary>
internal static class ArticleIndex
{
    /// <summary>Stands in every row: "all but" is then an ordinary search.</summary>
    public const string Everything = "\ue000";

    /// <summary>Stands in the rows of copies.</summary>
    public const string Copy = "\ue001";

    /// <summary>Starts each label of an outlet's domain, so that <c>outlet:theverge</c> finds theverge.com.</summary>
    public const char OutletLabel = '\ue002';

    public static string Outlet(long id) => "\ue003" + id.ToString(CultureInfo.InvariantCulture);

    public static string Language(long id) => "\ue004" + id.ToString(CultureInfo.InvariantCulture);

    public static string Tag(long id) => "\ue005" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The labels of a domain as private words that stand side by side.</summary>
    public static IEnumerable<string> OutletLabels(string domain) => IndexedText.Labels(domain).Select(label => OutletLabel + label);

    /// <summary>
    /// A transaction's entries at its end: FTS5 gathers words in memory and writes out a segment, to be merged later, whenever a row comes that is not
    /// behind the last one, and whenever another statement that may be undone by itself begins. That was a quarter of the writer's time.
    /// </summary>
    public static void Write(Session session, List<IndexEntry> entries)
    {
        entries.Sort((a, b) => a.Article.Id.CompareTo(b.Article.Id));
        foreach (var entry in entries.Where(entry => entry.Again))
            session.Execute("DELETE FROM article_index WHERE rowid = $1", entry.Article.Id);
        foreach ((var article, var tags, var isCopy, _) in entries)
        {
            session.Execute(
                "INSERT INTO article_index (rowid, title, author, text, meta) VALUES ($1, $2, $3, $4, $5)",
                article.Id, IndexedText.Of(article.Title), IndexedText.Of(string.Join("; ", article.Authors)),
                IndexedText.Of(article.Text), Meta(article, tags, isCopy));
        }
    }

    /// <summary>Merges segments where sixteen of one size have gathered, until about so many pages (4 KB) are written.</summary>
    /// <returns>False when there was nothing to merge.</returns>
    public static bool Merge(Session session, int pages)
    {
        var before = session.Number("SELECT total_changes()")!.Value;
        session.Execute("INSERT INTO article_index (article_index, rank) VALUES ('merge', $1)", pages);
        // The command itself counts as one change (sqlite.org/fts5.html, "The merge command").
        return session.Number("SELECT total_changes()") - before >= 2;
    }

    private static string Meta(Assignable article, long[] tags, bool isCopy)
    {
        StringBuilder meta = new(Everything, 64);
        if (isCopy)
            meta.Append(" " + Copy);
        foreach (var label in OutletLabels(article.Outlet))
            meta.Append(' ').Append(label);
        meta.Append(' ').Append(Outlet(article.OutletId));
        if (article.LanguageId is { } language)
            meta.Append(' ').Append(Language(language));
        foreach (var tag in tags)
            meta.Append(' ').Append(Tag(tag));
        return meta.ToString();
    }
}
