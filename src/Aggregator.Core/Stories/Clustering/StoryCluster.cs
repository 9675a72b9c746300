namespace Aggregator.Stories.Clustering;

/// <summary>A story's live articles and the sum of their vectors.</summary>
internal sealed class StoryCluster(long id)
{
    private readonly SortedDictionary<long, IndexedArticle> members = [];
    private readonly List<IndexedArticle> copies = [];
    private readonly Dictionary<int, int> sum = [];
    private readonly Dictionary<string, int> outlets = new(StringComparer.Ordinal);

    public long Id { get; } = id;

    /// <summary>Articles in the window in the order of their ids, without copies.</summary>
    public IReadOnlyCollection<IndexedArticle> Members => members.Values;

    /// <summary>Whole numbers, so that taking an article out leaves exactly what was there before it.</summary>
    public Dictionary<int, int> Sum => sum;

    public bool IsEmpty => members.Count + copies.Count == 0;

    /// <summary>Takes in all articles of another story.</summary>
    public void Absorb(StoryCluster other)
    {
        foreach (var article in (List<IndexedArticle>)[.. other.members.Values, .. other.copies])
        {
            other.Remove(article);
            Add(article);
        }
    }

    public int CountOf(string outlet) => outlets.GetValueOrDefault(outlet);

    public void Add(IndexedArticle article)
    {
        article.Story = this;
        if (article.IsCopy)
        {
            copies.Add(article);
            return;
        }

        members.Add(article.Id, article);
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
            copies.Remove(article);
            return;
        }

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
