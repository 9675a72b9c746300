namespace Aggregator.Stories.Clustering;

/// <summary>A story's live articles and the sum of their vectors.</summary>
internal sealed class StoryCluster(long id)
{
    private readonly SortedDictionary<long, IndexedArticle> _members = [];
    private readonly List<IndexedArticle> _weightless = [];
    private readonly Dictionary<int, int> _sum = [];
    private readonly Dictionary<string, int> _outlets = new(StringComparer.Ordinal);

    public long Id { get; } = id;

    /// <summary>Articles in the window in the order of their ids, without weightless ones.</summary>
    public IReadOnlyCollection<IndexedArticle> Members => _members.Values;

    /// <summary>Whole numbers, so that taking an article out leaves exactly what was there before it.</summary>
    public Dictionary<int, int> Sum => _sum;

    /// <summary>Earliest publication among <see cref="Members"/>.</summary>
    public DateTimeOffset First { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Latest publication among <see cref="Members"/>.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    public bool IsEmpty => _members.Count + _weightless.Count == 0;

    /// <summary>Takes in all articles of another story.</summary>
    public void Absorb(StoryCluster other)
    {
        foreach (var article in (List<IndexedArticle>)[.. other._members.Values, .. other._weightless])
        {
            other.Remove(article);
            Add(article);
        }
    }

    /// <summary>TF-IDF cosine of the sums.</summary>
    public double Cosine(StoryCluster other, Vocabulary vocabulary)
    {
        double dot = 0, a = 0, b = 0;
        foreach (var (term, weight) in _sum)
        {
            double square = Math.Pow(vocabulary.Idf(term), 2);
            a += square * weight * weight;
            dot += square * weight * other._sum.GetValueOrDefault(term);
        }

        foreach (var (term, weight) in other._sum)
        {
            b += Math.Pow(vocabulary.Idf(term), 2) * weight * weight;
        }

        return dot == 0 ? 0 : dot / Math.Sqrt(a * b);
    }

    public int CountOf(string outlet) => _outlets.GetValueOrDefault(outlet);

    public void Add(IndexedArticle article)
    {
        article.Story = this;
        if (article.Weightless)
        {
            _weightless.Add(article);
            return;
        }

        _members.Add(article.Id, article);
        First = article.Published < First ? article.Published : First;
        Last = article.Published > Last ? article.Published : Last;
        Count(article.Outlet, 1);
        foreach (var term in article.Terms)
        {
            _sum[term.Id] = _sum.GetValueOrDefault(term.Id) + term.Weight;
        }
    }

    public void Remove(IndexedArticle article)
    {
        if (!_members.Remove(article.Id))
        {
            _weightless.Remove(article);
            return;
        }

        First = _members.Count == 0 ? DateTimeOffset.MaxValue : _members.Values.Min(m => m.Published);
        Last = _members.Count == 0 ? DateTimeOffset.MinValue : _members.Values.Max(m => m.Published);
        Count(article.Outlet, -1);
        foreach (var term in article.Terms)
        {
            var left = _sum[term.Id] - term.Weight;
            if (left == 0)
            {
                _sum.Remove(term.Id);
            }
            else
            {
                _sum[term.Id] = left;
            }
        }
    }

    private void Count(string outlet, int change)
    {
        var count = CountOf(outlet) + change;
        if (count == 0)
        {
            _outlets.Remove(outlet);
        }
        else
        {
            _outlets[outlet] = count;
        }
    }
}
