using System.Globalization;
using Aggregator.Model;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Queries;

/// <summary>
/// The query tree as an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax). Every word is quoted, so nothing that
/// a person types is ever read as syntax.
/// </summary>
internal static class SearchTranslator
{
    /// <summary>Null when there is nothing in the tree that an index could hold (only punctuation).</summary>
    public static MatchSet? Translate(SearchExpression expression) => expression switch
    {
        SearchExpression.Word word => Words(word.Field, [word.Text], word.Prefix),
        SearchExpression.Phrase phrase => Words(phrase.Field, phrase.Words, prefix: false),
        SearchExpression.Near near => Near(near),
        SearchExpression.And and => Combine(and.Parts, MatchSet.All),
        SearchExpression.Or or => Combine(or.Parts, MatchSet.Any),
        SearchExpression.Not not => Translate(not.Part) is { } part ? MatchSet.Not(part) : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // FTS5 reads up to the first NUL, which would leave the quotation open.
    public static string Quote(string text) => "\"" + text.Replace('\0', ' ').Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static MatchSet? Combine(IReadOnlyList<SearchExpression> parts, Func<IReadOnlyCollection<MatchSet>, MatchSet> combine)
    {
        List<MatchSet> sets = [.. parts.Select(Translate).OfType<MatchSet>()];
        return sets.Count switch { 0 => null, 1 => sets[0], _ => combine(sets) };
    }

    private static MatchSet? Words(SearchField field, IReadOnlyList<string> words, bool prefix)
    {
        if (field == SearchField.Outlet)
        {
            var labels = string.Join(' ', words.SelectMany(ArticleIndex.OutletLabels)).ToLowerInvariant();
            return labels.Length == 0 ? null : new MatchSet(Quote(labels) + (prefix ? " *" : ""), Negated: false);
        }

        var text = IndexedText.Of(string.Join(' ', words));
        if (!IndexedText.HasWord(text))
            return null;
        // After an ideograph everything may follow anyway, as each is a word of its own.
        var open = prefix && !CjkText.Contains(text);
        return new MatchSet(Column(field) + Quote(text) + (open ? " *" : ""), Negated: false);
    }

    private static MatchSet? Near(SearchExpression.Near near)
    {
        if (near.Field == SearchField.Outlet)
            return Combine([.. near.Words.Select(word => new SearchExpression.Word(near.Field, word))], MatchSet.All);
        string[] words = [.. near.Words.Select(word => IndexedText.Of(word)).Where(IndexedText.HasWord).Select(Quote)];
        if (words.Length < 2)
            return words.Length == 0 ? null : new MatchSet(Column(near.Field) + words[0], Negated: false);
        var distance = near.Distance.ToString(CultureInfo.InvariantCulture);
        return new MatchSet($"{Column(near.Field)}NEAR({string.Join(' ', words)}, {distance})", Negated: false);
    }

    private static string Column(SearchField field) => field switch
    {
        SearchField.Title => "title : ",
        SearchField.Text => "text : ",
        SearchField.Author => "author : ",
        _ => "",
    };
}
