using Aggregator.LiteDb.Index;
using Aggregator.LiteDb.Tables;
using Aggregator.Stores;

namespace Aggregator.LiteDb.Queries;

/// <summary>
/// Articles by relevance: Okapi BM25 as FTS5 has it (https://sqlite.org/fts5.html#the_bm25_function), the smaller the better. Every match has to be
/// ranked before the first one is known.
/// </summary>
internal static class Ranking
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    // For words that stand in more than half of all articles.
    private const double LeastWeight = 1e-6;

    public static List<Cursor> Find(LiteTables tables, ArticleSearch search, Cursor? after, int limit)
    {
        if (search.Nothing || search.Words is not { } words)
            return [];
        List<WordBlock> blocks = [.. tables.Words.Blocks];
        var usual = UsualLength(tables, blocks);
        List<Cursor> found = [];
        List<PhraseQuery> phrases = [.. words.Phrases];
        var counts = phrases.ConvertAll(phrase => blocks.ConvertAll(block => Count(tables, phrase, block)));
        var weights = counts.ConvertAll(count => Weight(tables.Committed.Visible, count.Sum(ofBlock => ofBlock.Hits)));
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            foreach (var document in words.Match(block))
            {
                if (search.Match(block, document) is not { } article)
                    continue;
                var score = 0.0;
                for (var phrase = 0; phrase < phrases.Count; phrase++)
                {
                    var frequency = counts[phrase][i].Frequencies[document];
                    score += weights[phrase] * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * block.Length(document) / usual))));
                }

                found.Add(new Cursor('r', BitConverter.DoubleToInt64Bits(-score), article.Id));
            }
        }

        var rest = after is { } last ? found.Where(row => (Rank(row), -row.Id).CompareTo((Rank(last), -last.Id)) > 0) : found;
        return [.. rest.OrderBy(Rank).ThenByDescending(row => row.Id).Take(limit)];
    }

    private static double Rank(Cursor row) => BitConverter.Int64BitsToDouble(row.Key);

    private static double Weight(int articles, int hits) => Math.Max(LeastWeight, Math.Log((articles - hits + 0.5) / (hits + 0.5)));

    private static double UsualLength(LiteTables tables, List<WordBlock> blocks)
    {
        long words = 0, articles = 0;
        foreach (var block in blocks)
        {
            for (var document = 0; document < block.Count; document++)
            {
                if (!IsCurrent(tables, block, document))
                    continue;
                words += block.Length(document);
                articles++;
            }
        }

        return articles == 0 ? 1 : Math.Max(1, (double)words / articles);
    }

    private static (int Hits, double[] Frequencies) Count(LiteTables tables, PhraseQuery phrase, WordBlock block)
    {
        var frequencies = new double[block.Count];
        var hits = 0;
        foreach ((var document, var positions) in phrase.Starts(block))
        {
            if (IsCurrent(tables, block, document))
                hits++;
            foreach (var position in positions)
                frequencies[document] += Weight(WordPositions.Column(position));
        }

        return (hits, frequencies);
    }

    // A word in the headline says more than one in the text. The share of 4 to 1 is a convention of news search, not a measurement.
    private static double Weight(IndexColumn column) => column switch { IndexColumn.Title => 4, IndexColumn.Author => 2, _ => 1 };

    private static bool IsCurrent(LiteTables tables, WordBlock block, int document) =>
        block.Slot(document) is >= 0 and var slot && tables.Committed.At(slot) is { } article && block.IsCurrent(document, article.Place);
}
