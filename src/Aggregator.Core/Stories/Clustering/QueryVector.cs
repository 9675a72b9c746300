namespace Aggregator.Stories.Clustering;

/// <summary>An article's terms spread out by number, to compare it with many others in one pass over each.</summary>
internal sealed class QueryVector(Vocabulary vocabulary)
{
    private ushort[] weights = [];
    private TermKind[] kinds = [];
    private IndexedArticle? article;
    private Sums own;

    /// <summary>Sums of squared weights and counts over some terms.</summary>
    private record struct Sums(long All, long Title, long Names, int Numbers);

    /// <summary>Loads an article; the one before is cleared.</summary>
    public void Load(IndexedArticle next)
    {
        foreach (var term in article?.Terms ?? [])
        {
            (weights[term.Id], kinds[term.Id]) = (0, TermKind.None);
        }

        article = next;
        if (weights.Length < vocabulary.Capacity)
        {
            Array.Resize(ref weights, vocabulary.Capacity * 2);
            Array.Resize(ref kinds, vocabulary.Capacity * 2);
        }

        own = default;
        foreach (var term in next.Terms)
        {
            (weights[term.Id], kinds[term.Id]) = (term.Weight, term.Kind);
            Count(ref own, term.Kind, term.Weight, term.Weight, vocabulary.Idf(term.Id));
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
            if (weights[term.Id] > 0)
            {
                terms++;
                Count(ref shared, kinds[term.Id] & term.Kind, weights[term.Id], term.Weight, idf);
            }
        }

        return new PairScore(
            Cosine(shared.All, own.All, theirs.All),
            Cosine(shared.Title, own.Title, theirs.Title),
            own.Names == 0 || theirs.Names == 0 ? null : Cosine(shared.Names, own.Names, theirs.Names),
            terms,
            shared.Numbers,
            Math.Min(own.Numbers, theirs.Numbers));
    }

    /// <summary>Cosine to a story's centroid.</summary>
    public double Compare(StoryCluster story)
    {
        long norm = 0, dot = 0;
        foreach (var (term, weight) in story.Sum)
        {
            long idf = vocabulary.Idf(term);
            norm += weight * idf * weight * idf;
            dot += weight * idf * weights[term] * idf;
        }

        return Cosine(dot, own.All, norm);
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
