using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.LiteDb.Index;

/// <summary>Makes a <see cref="WordQuery"/> of the query tree.</summary>
/// <param name="ofOutlet">Of labels that stand side by side in a domain, of which the last may be the start of one: whether a slot's article is of it.</param>
internal sealed class WordQueryBuilder(Func<List<string>, bool, Func<int, bool>> ofOutlet)
{
    /// <summary>Null when there is nothing in the tree that an index could hold (only punctuation).</summary>
    public WordQuery? Build(SearchExpression expression) => expression switch
    {
        SearchExpression.Word word => Words(word.Field, [word.Text], word.Prefix),
        SearchExpression.Phrase phrase => Words(phrase.Field, phrase.Words, prefix: false),
        SearchExpression.Near near => Near(near),
        SearchExpression.And and => Combine(and.Parts, parts => new AndQuery(parts)),
        SearchExpression.Or or => Combine(or.Parts, parts => new OrQuery(parts)),
        SearchExpression.Not not => Build(not.Part) is { } part ? new NotQuery(part) : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private WordQuery? Combine(IReadOnlyList<SearchExpression> parts, Func<IReadOnlyList<WordQuery>, WordQuery> combine)
    {
        List<WordQuery> queries = [.. parts.Select(Build).OfType<WordQuery>()];
        return queries.Count switch { 0 => null, 1 => queries[0], _ => combine(queries) };
    }

    private WordQuery? Words(SearchField field, IReadOnlyList<string> words, bool prefix)
    {
        if (field != SearchField.Outlet)
            return Phrase(field, string.Join(' ', words), prefix);
        List<string> labels = [.. words.SelectMany(IndexedText.Labels).SelectMany(WordCutter.Cut)];
        return labels.Count == 0 ? null : new OutletQuery(ofOutlet(labels, prefix));
    }

    private static PhraseQuery? Phrase(SearchField field, string words, bool prefix)
    {
        var text = IndexedText.Of(words);
        if (!IndexedText.HasWord(text))
            return null;
        // After an ideograph everything may follow anyway, as each is a word of its own.
        return new PhraseQuery(WordCutter.Cut(text), prefix && !CjkText.Contains(text), Column(field));
    }

    private WordQuery? Near(SearchExpression.Near near)
    {
        if (near.Field == SearchField.Outlet)
            return Combine([.. near.Words.Select(word => new SearchExpression.Word(near.Field, word))], parts => new AndQuery(parts));
        List<PhraseQuery> phrases = [.. near.Words.Select(word => Phrase(near.Field, word, prefix: false)).OfType<PhraseQuery>()];
        return phrases.Count switch
        {
            0 => null,
            1 => phrases[0],
            2 => new NearQuery(phrases[0], phrases[1], near.Distance),
            _ => new AndQuery([.. phrases.Zip(phrases.Skip(1), (one, other) => new NearQuery(one, other, near.Distance))]),
        };
    }

    private static IndexColumn? Column(SearchField field) => field switch
    {
        SearchField.Title => IndexColumn.Title,
        SearchField.Text => IndexColumn.Text,
        SearchField.Author => IndexColumn.Author,
        _ => null,
    };
}
