namespace Aggregator.Stories.Clustering;

/// <summary>An article's terms spread out by number, to compare it with many others in one pass over each.</summary>
internal sealed class QueryVector(TermIndex vocabulary)
{
    private ushort[] _weights = [];
    private TermKind[] _kinds = [];
    private IndexedArticle? _article;
    private Sums _own;

    /// <summary>Sums of squared weights and counts over some terms.</summary>
    private readonly record struct Sums(long All, long Title, long Names, int Numbers)
    {
        public Sums With(TermKind kind, long weights, long square) => new(
            All + (weights * square),
            Title + ((kind & TermKind.Title) != 0 ? square : 0),
            Names + ((kind & TermKind.Name) != 0 ? square : 0),
            Numbers + ((kind & TermKind.Number) != 0 ? 1 : 0));
    }

    /// <summary>Loads an article; the one before is cleared.</summary>
    public void Load(IndexedArticle next)
    {
        foreach (var term in _article?.Terms ?? [])
            (_weights[term.Id], _kinds[term.Id]) = (0, TermKind.None);

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
            long idf = vocabulary.Idf(term.Id);
            _own = _own.With(term.Kind, (long)term.Weight * term.Weight, idf * idf);
        }
    }

    public PairScore Compare(IndexedArticle other)
    {
        // Sums in locals: some eight thousand terms are looked at for an article, and this is a fiftieth of a pass.
        var (weights, kinds) = (_weights, _kinds);
        Sums theirs = default, shared = default;
        var terms = 0;
        foreach (var (id, weight, kind) in other.Terms)
        {
            long idf = vocabulary.Idf(id);
            theirs = theirs.With(kind, (long)weight * weight, idf * idf);
            if (weights[id] is not 0 and var mine)
            {
                terms++;
                shared = shared.With(kinds[id] & kind, (long)mine * weight, idf * idf);
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
        var sum = story.Sum;
        for (var i = 0; i < sum.Count; i++)
        {
            var (term, weight) = sum[i];
            long idf = vocabulary.Idf(term);
            var square = idf * idf * weight;
            norm += square * weight;
            dot += square * _weights[term];
        }

        return Cosine(dot, _own.All, norm);
    }

    private static double Cosine(long dot, long a, long b) => dot == 0 ? 0 : dot / (Math.Sqrt(a) * Math.Sqrt(b));
}
