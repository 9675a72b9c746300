namespace Aggregator.Stories.Novelty;

/// <summary>What the decision on one sentence is made of.</summary>
internal static class SentenceTraits
{
    /// <summary>Candidates whose neighbours are looked at, and with which runs of words are compared.</summary>
    private const int Close = 6;

    public static IReadOnlyList<string> Names { get; } =
    [
        "best-containment", "best-dice", "best-pairs", "two-neighbours", "all-earlier", "all-pairs", "unseen", "unseen-in-best", "seen-in-best",
        "new-names", "new-numbers", "new-numbers-in-best", "longest-run", "length", "short", "lead", "quotation",
    ];

    /// <param name="ranked">The sentence's candidates, the likeliest source first; may be empty.</param>
    /// <returns>In the order of <see cref="Names"/>.</returns>
    public static double[] Of(NoveltySentence sentence, IReadOnlyList<SourceCandidate> ranked, EarlierSentences earlier, WordWeights weights)
    {
        var best = ranked.Count == 0 ? null : ranked[0];
        var total = weights.Sum(sentence.Keys);
        var unseen = weights.Sum(sentence.Keys.Where(key => !earlier.Has(key)));
        var seenInBest = best is null ? 0 : best.Containment * total;
        return
        [
            best?.Containment ?? 0,
            best?.Dice ?? 0,
            best?.Pairs ?? 0,
            total == 0 ? 0 : ranked.Take(Close).Select(candidate => WithNeighbour(sentence, candidate, earlier, weights)).DefaultIfEmpty().Max() / total,
            total == 0 ? 0 : 1 - (unseen / total),
            sentence.Pairs.Count == 0 ? 0 : (double)sentence.Pairs.Count(earlier.HasPair) / sentence.Pairs.Count,
            // The amount that is new counts more than its share: a long sentence of known words with three new ones is news. Roots, as the tenth adds less.
            Math.Sqrt(unseen),
            Math.Sqrt(Math.Max(0, total - seenInBest)),
            Math.Sqrt(seenInBest),
            sentence.Names.Count(key => !earlier.Has(key)),
            sentence.Numbers.Count(key => !earlier.Has(key)),
            sentence.Numbers.Count(key => best is null || !best.Sentence.Keys.Contains(key)),
            Math.Log(1 + ranked.Take(Close).Select(candidate => LongestRun(sentence, candidate.Sentence)).DefaultIfEmpty().Max()),
            Math.Log(1 + sentence.Keys.Count),
            sentence.Keys.Count <= 2 ? 1 : 0,
            sentence.IsLead ? 1 : 0,
            sentence.HasQuotation ? 1 : 0,
        ];
    }

    /// <summary>Weight of the words that a candidate and the better of its neighbours have together: what was said in two sentences may come in one.</summary>
    private static double WithNeighbour(NoveltySentence sentence, SourceCandidate candidate, EarlierSentences earlier, WordWeights weights)
    {
        var (before, behind) = (earlier.Beside(candidate.Place, -1), earlier.Beside(candidate.Place, 1));
        return Math.Max(Covered(before), Covered(behind));

        double Covered(NoveltySentence? neighbour) =>
            weights.Sum(sentence.Keys.Where(key => candidate.Sentence.Keys.Contains(key) || neighbour?.Keys.Contains(key) == true));
    }

    /// <summary>The most words in a row that both have.</summary>
    private static int LongestRun(NoveltySentence a, NoveltySentence b)
    {
        var (longest, before) = (0, new int[b.Words.Count + 1]);
        foreach (var word in a.Words)
        {
            // From the end, so that the row above is still there.
            for (var j = b.Words.Count; j > 0; j--)
            {
                before[j] = word.Key == b.Words[j - 1].Key ? before[j - 1] + 1 : 0;
                longest = Math.Max(longest, before[j]);
            }
        }

        return longest;
    }
}
