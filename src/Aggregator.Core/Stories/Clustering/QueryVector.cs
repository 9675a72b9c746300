namespace Aggregator.Stories.Clustering;

/// <summary>An article's terms spread out by number, to compare it with many others in one pass over each.</summary>
internal sealed class QueryVector(Vocabulary vocabulary)
{
    /// <summary>A term in one of twenty articles (ln 20) is nothing rare.</summary>
    public const double CommonIdf = 3.0;

    private ushort[] weights = [];
    private TermKind[] kinds = [];
    private IndexedArticle? article;
    private Norms own;

    private record struct Norms(long All, long Title, long Names);

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
            Count(ref own, term, Square(vocabulary.Idf(term.Id)));
        }
    }

    public PairScore Compare(IndexedArticle other)
    {
        Norms norms = default, shared = default;
        long ownTitleThere = 0, otherTitleHere = 0;
        double rare = 0;
        var numbers = 0;
        foreach (var term in other.Terms)
        {
            var idf = vocabulary.Idf(term.Id);
            var square = Square(idf);
            Count(ref norms, term, square);
            if (weights[term.Id] == 0)
            {
                continue;
            }

            var both = kinds[term.Id] & term.Kind;
            shared.All += (long)weights[term.Id] * term.Weight * square;
            shared.Title += Has(both, TermKind.Title) ? square : 0;
            shared.Names += Has(both, TermKind.Name) ? square : 0;
            ownTitleThere += Has(kinds[term.Id], TermKind.Title) ? square : 0;
            otherTitleHere += Has(term.Kind, TermKind.Title) ? square : 0;
            numbers += Has(both, TermKind.Number) ? 1 : 0;
            rare += Math.Max(0, idf - (CommonIdf * Vocabulary.IdfScale));
        }

        return new PairScore(
            Cosine(shared.All, own.All, norms.All),
            Cosine(shared.Title, own.Title, norms.Title),
            (Share(ownTitleThere, own.Title) + Share(otherTitleHere, norms.Title)) / 2,
            Cosine(shared.Names, own.Names, norms.Names),
            rare / Vocabulary.IdfScale,
            numbers);
    }

    /// <summary>Cosine to a story's centroid.</summary>
    public double Compare(StoryCluster story)
    {
        long norm = 0, dot = 0;
        foreach (var (term, weight) in story.Sum)
        {
            var square = Square(vocabulary.Idf(term));
            norm += (long)weight * weight * square;
            dot += (long)weight * weights[term] * square;
        }

        return Cosine(dot, own.All, norm);
    }

    private static void Count(ref Norms norms, Term term, long square)
    {
        norms.All += (long)term.Weight * term.Weight * square;
        norms.Title += Has(term.Kind, TermKind.Title) ? square : 0;
        norms.Names += Has(term.Kind, TermKind.Name) ? square : 0;
    }

    private static bool Has(TermKind kinds, TermKind kind) => (kinds & kind) != 0;

    private static long Square(long x) => x * x;

    private static double Cosine(long dot, long a, long b) => dot == 0 ? 0 : dot / (Math.Sqrt(a) * Math.Sqrt(b));

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
