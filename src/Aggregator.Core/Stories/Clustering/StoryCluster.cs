namespace Aggregator.Stories.Clustering;

/// <summary>A story's live articles and the sum of their vectors.</summary>
internal sealed class StoryCluster(long id)
{
    private static readonly IComparer<IndexedArticle> ById = Comparer<IndexedArticle>.Create((a, b) => a.Id.CompareTo(b.Id));

    private readonly List<IndexedArticle> _members = new(1);
    private readonly List<IndexedArticle> _weightless = [];
    private (DateTimeOffset First, DateTimeOffset Last)? _span;

    public long Id { get; } = id;

    /// <summary>Articles in the window in the order of their ids, without weightless ones.</summary>
    public IReadOnlyList<IndexedArticle> Members => _members;

    public TermSum Sum { get; } = new();

    /// <summary>Earliest and latest publication among <see cref="Members"/>; the wrong way round when there are none.</summary>
    public (DateTimeOffset First, DateTimeOffset Last) Span => _span ??= _members.Count == 0
        ? (DateTimeOffset.MaxValue, DateTimeOffset.MinValue)
        : (_members.Min(m => m.Published), _members.Max(m => m.Published));

    public bool IsEmpty => _members.Count + _weightless.Count == 0;

    /// <summary>Takes in all articles of another story, which is of no use afterwards.</summary>
    public void Absorb(StoryCluster other)
    {
        foreach (var article in (List<IndexedArticle>)[.. other._members, .. other._weightless])
            Add(article);
    }

    /// <summary>TF-IDF cosine of the sums.</summary>
    public double Cosine(StoryCluster other, TermIndex vocabulary)
    {
        long dot = 0;
        for (int i = 0, j = 0; i < Sum.Count && j < other.Sum.Count;)
        {
            var (mine, theirs) = (Sum[i], other.Sum[j]);
            if (mine.Term == theirs.Term)
            {
                long idf = vocabulary.Idf(mine.Term);
                dot += idf * idf * mine.Weight * theirs.Weight;
            }

            i += mine.Term <= theirs.Term ? 1 : 0;
            j += theirs.Term <= mine.Term ? 1 : 0;
        }

        return dot == 0 ? 0 : dot / (Math.Sqrt(Square(vocabulary)) * Math.Sqrt(other.Square(vocabulary)));
    }

    /// <summary>The squared length of <see cref="Sum"/> in TF-IDF.</summary>
    public long Square(TermIndex vocabulary)
    {
        long sum = 0;
        for (var i = 0; i < Sum.Count; i++)
        {
            var (term, weight) = Sum[i];
            var part = (long)vocabulary.Idf(term) * weight;
            sum += part * part;
        }

        return sum;
    }

    public int CountOf(string outlet)
    {
        var count = 0;
        foreach (var member in _members)
            count += member.Outlet == outlet ? 1 : 0;

        return count;
    }

    public void Add(IndexedArticle article)
    {
        article.Story = this;
        if (article.Weightless)
        {
            _weightless.Add(article);
            return;
        }

        var at = _members.Count == 0 || _members[^1].Id < article.Id ? _members.Count : ~_members.BinarySearch(article, ById);
        _members.Insert(at, article);
        _span = null;
        Sum.Add(article.Terms);
    }

    /// <summary>Takes articles out, many at a time.</summary>
    public void Remove(IReadOnlySet<IndexedArticle> gone)
    {
        foreach (var article in _members)
        {
            if (gone.Contains(article))
                Sum.Subtract(article.Terms);
        }

        _members.RemoveAll(gone.Contains);
        _weightless.RemoveAll(gone.Contains);
        _span = null;
    }
}
