namespace Aggregator.Stories.Novelty;

/// <summary>Looks up the earlier sentences that are most like one, by the words they share.</summary>
internal static class CandidateSearch
{
    /// <summary>By shared words alone; these are compared closely.</summary>
    private const int Compared = 24;

    /// <summary>Of these; the labelled source stood among the first ten of nine sentences in ten.</summary>
    private const int Kept = 10;

    /// <summary>A sentence that looks less like its best candidate tells nothing of where its neighbours came from.</summary>
    private const double SureLikeness = 0.6;

    private const int Reach = 2;

    /// <returns>For each sentence its candidates, the most alike first.</returns>
    public static List<SourceCandidate>[] Find(EarlierSentences earlier, WordWeights weights, IReadOnlyList<NoveltySentence> article)
    {
        var found = article.Select(sentence => Find(earlier, weights, sentence)).ToArray();
        for (var i = 0; i < found.Length; i++)
        {
            foreach (var candidate in found[i])
                candidate.Follows = IsBeside(candidate, found, i, -1) || IsBeside(candidate, found, i, 1);
        }

        return found;
    }

    private static List<SourceCandidate> Find(EarlierSentences earlier, WordWeights weights, NoveltySentence sentence)
    {
        var shared = new Dictionary<int, double>();
        foreach (var key in sentence.Keys)
        {
            var weight = weights.Of(key);
            foreach (var place in earlier.With(key))
                shared[place] = shared.GetValueOrDefault(place) + weight;
        }

        var total = weights.Sum(sentence.Keys);
        return
        [
            .. shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Compared)
                .Select(s => Compare(earlier, weights, sentence, s.Key, s.Value, total))
                .OrderByDescending(candidate => candidate.Likeness).ThenBy(candidate => candidate.Place).Take(Kept),
        ];
    }

    private static SourceCandidate Compare(EarlierSentences earlier, WordWeights weights, NoveltySentence sentence, int place, double shared, double total)
    {
        var other = earlier.Sentences[place];
        var dot = sentence.Keys.Where(other.Keys.Contains).Sum(key => Square(weights.Of(key)));
        var norms = Math.Sqrt(sentence.Keys.Sum(key => Square(weights.Of(key))) * other.Keys.Sum(key => Square(weights.Of(key))));
        return new SourceCandidate
        {
            Sentence = other,
            Place = place,
            Containment = shared / total,
            Dice = 2 * shared / (total + weights.Sum(other.Keys)),
            Cosine = dot / norms,
            Pairs = Share(sentence.Pairs, other.Pairs),
            Triples = Share(sentence.Triples, other.Triples),
            IsOfFirst = other.Article == earlier.First,
        };
    }

    private static bool IsBeside(SourceCandidate candidate, List<SourceCandidate>[] found, int at, int step)
    {
        if (at + step < 0 || at + step >= found.Length || found[at + step] is not [var near, ..] || near.Likeness <= SureLikeness)
            return false;
        var behind = (near.Sentence.Number - candidate.Sentence.Number) * step;
        return near.Sentence.Article == candidate.Sentence.Article && behind is >= 0 and <= Reach;
    }

    private static double Share<T>(HashSet<T> mine, HashSet<T> theirs) => mine.Count == 0 ? 0 : (double)mine.Count(theirs.Contains) / mine.Count;

    private static double Square(double x) => x * x;
}
