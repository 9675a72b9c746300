namespace Aggregator.Stories.Clustering;

/// <summary>A story's live articles and the sum of their vectors.</summary>
internal sealed class StoryCluster(long id)
{
    private readonly SortedDictionary<long, IndexedArticle> members = [];
    private readonly List<IndexedArticle> weightless = [];
    private readonly Dictionary<int, int> sum = [];
    private readonly Dictionary<string, int> outlets = new(StringComparer.Ordinal);

    public long Id { get; } = id;

    /// <summary>Articles in the window in the order of their ids, without weightless ones.</summary>
    public IReadOnlyCollection<IndexedArticle> Members => members.Values;

    /// <summary>Whole numbers, so that taking an article out leaves exactly what was there before it.</summary>
    public Dictionary<int, int> Sum => sum;

    /// <summary>Earliest publication among <see cref="Members"/>.</summary>
    public DateTimeOffset First { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Latest publication among <see cref="Members"/>.</summary>
    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    public bool IsEmpty => members.Count + weightless.Count == 0;

    /// <summary>Takes in all articles of another story.</summary>
    public void Absorb(StoryCluster other)
    {
        foreach (var article in (List<IndexedArticle>)[.. other.members.Values, .. other.weightless])
        {
            other.Remove(article);
            Add(article);
        }
    }

    /// <summary>TF-IDF cosine of the sums.</summary>
    public double Cosine(StoryCluster other, Vocabulary vocabulary)
    {
        double dot = 0, a = 0, b = 0;
        foreach (var (term, weight) in sum)
        {
            double square = Math.Pow(vocabulary.Idf(term), 2);
            a += square * weight * weight;
            dot += square * weight * other.sum.GetValueOrDefault(term);
        }

        foreach (var (term, weight) in other.sum)
        {
            b += Math.Pow(vocabulary.Idf(term), 2) * weight * weight;
        }

        return dot == 0 ? 0 : dot / Math.Sqrt(a * b);
    }

    public int CountOf(string outlet) => outlets.GetValueOrDefault(outlet);

    public void Add(IndexedArticle article)
    {
        article.Story = this;
        if (article.Weightless)
        {
            weightless.Add(article);
            return;
        }

        members.Add(article.Id, article);
        First = article.Published < First ? article.Published : First;
        Last = article.Published > Last ? article.Published : Last;
        Count(article.Outlet, 1);
        foreach (var term in article.Terms)
        {
            sum[term.Id] = sum.GetValueOrDefault(term.Id) + term.Weight;
        }
    }

    public void Remove(IndexedArticle article)
    {
        if (!members.Remove(article.Id))
        {
            weightless.Remove(article);
            return;
        }

        First = members.Count == 0 ? DateTimeOffset.MaxValue : members.Values.Min(m => m.Published);
        Last = members.Count == 0 ? DateTimeOffset.MinValue : members.Values.Max(m => m.Published);
        Count(article.Outlet, -1);
        foreach (var term in article.Terms)
        {
            var left = sum[term.Id] - term.Weight;
            if (left == 0)
            {
                sum.Remove(term.Id);
            }
            else
            {
                sum[term.Id] = left;
            }
        }
    }

    private void Count(string outlet, int change)
    {
        var count = CountOf(outlet) + change;
        if (count == 0)
        {
            outlets.Remove(outlet);
        }
        else
        {
            outlets[outlet] = count;
        }
    }
}
