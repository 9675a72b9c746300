namespace Aggregator.Stories.Clustering;

/// <summary>An article's terms spread out by number, to compare it with many others in one pass over each.</summary>
internal sealed class QueryVector(Vocabulary vocabulary)
{
    private ushort[] _weights = [];
    private TermKind[] _kinds = [];
    private IndexedArticle? _article;
    private Sums _own;

    /// <summary>Sums of squared weights and counts over some terms.</summary>
    private record struct Sums(long All, long Title, long Names, int Numbers);

    /// <summary>Loads an article; the one before is cleared.</summary>
    public void Load(IndexedArticle next)
    {
        foreach (var term in _article?.Terms ?? [])
        {
            (_weights[term.Id], _kinds[term.Id]) = (0, TermKind.None);
        }

        _article = next;
        if (_weights.Length < vocabulary.Capacity)
        {
            Array.Resize(ref _weights, vocabulary.Capacity);
            Array.Resize(ref _kinds, vocabulary.Capacity);
        }

        _own = default;
        foreach (var term in next.Terms)
        {
            (_weights[term.Id], _kinds[term.Id]) = (term.Weight, term.Kind);
            Count(ref _own, term.Kind, term.Weight, term.Weight, vocabulary.Idf(term.Id));
        }
    }

    public PairScore Compare(IndexedArticle other)
    {
        Sums theirs = default, shared = default;
        var terms = 0;
        foreach (var term in other.Terms)
        {
            var idf = vocabulary.Idf(term.Id);
            Count(ref theirs, term.Kind, term.Weight, term.Weight, idf);
            if (_weights[term.Id] > 0)
            {
                terms++;
                Count(ref shared, _kinds[term.Id] & term.Kind, _weights[term.Id], term.Weight, idf);
            }
        }

        return new PairScore(
            Cosine(shared.All, _own.All, theirs.All),
            Cosine(shared.Title, _own.Title, theirs.Title),
            _own.Names == 0 || theirs.Names == 0 ? null : Cosine(shared.Names, _own.Names, theirs.Names),
            terms,
            shared.Numbers,
            Math.Min(_own.Numbers, theirs.Numbers));
    }

    /// <summary>Cosine to a story's centroid.</summary>
    public double Compare(StoryCluster story)
    {
        long norm = 0, dot = 0;
        var weights = story.Sum.Weights;
        for (var i = 0; i < weights.Length; i++)
        {
            var term = story.Sum.Terms[i];
            long idf = vocabulary.Idf(term);
            var square = idf * idf * weights[i];
            norm += square * weights[i];
            dot += square * _weights[term];
        }

        return Cosine(dot, _own.All, norm);
    }

    private static void Count(ref Sums sums, TermKind kind, long a, long b, long idf)
    {
        var square = idf * idf;
        sums.All += a * b * square;
        sums.Title += (kind & TermKind.Title) != 0 ? square : 0;
        sums.Names += (kind & TermKind.Name) != 0 ? square : 0;
        sums.Numbers += (kind & TermKind.Number) != 0 ? 1 : 0;
    }

    private static double Cosine(long dot, long a, long b) => dot == 0 ? 0 : dot / (Math.Sqrt(a) * Math.Sqrt(b));
}
