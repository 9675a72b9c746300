namespace Aggregator.Stories.Clustering;

/// <summary>Counts by how much weight of rare terms the articles of the window overlap with one, and picks those with most.</summary>
/// <param name="most">How many are picked.</param>
internal sealed class Overlaps(ArticleWindow window, int most)
{
    private readonly PriorityQueue<int, (long Overlap, long Id)> _best = new(most + 1);
    private long[] _overlap = [];
    private int[] _touched = [];
    private int _count;

    /// <summary>Every one of the articles overlaps by so much more.</summary>
    /// <param name="slots">Slots of different articles.</param>
    public void Add(ReadOnlySpan<int> slots, long weight)
    {
        if (_overlap.Length < window.Capacity)
        {
            Array.Resize(ref _overlap, window.Capacity);
            Array.Resize(ref _touched, window.Capacity);
        }

        // At least 1, so that a word that everyone uses does not make an article look untouched.
        weight = Math.Max(1, weight);
        foreach (var slot in slots)
        {
            ref var overlap = ref _overlap[slot];
            if (overlap == 0)
                _touched[_count++] = slot;

            overlap += weight;
        }
    }

    /// <summary>The articles that overlap most, the older ones among equals, in no particular order; what was added is forgotten.</summary>
    public List<IndexedArticle> Take()
    {
        // The queue's first is the worst of the best so far; nearly all others fall at the first comparison.
        var worst = 0L;
        foreach (var slot in _touched.AsSpan(0, _count))
        {
            var overlap = _overlap[slot];
            _overlap[slot] = 0;
            if (overlap < worst)
                continue;

            _best.Enqueue(slot, (overlap, -window.IdAt(slot)));
            if (_best.Count > most)
            {
                _best.Dequeue();
                _best.TryPeek(out _, out var last);
                worst = last.Overlap;
            }
        }

        _count = 0;
        var found = _best.UnorderedItems.Select(item => window[item.Element]).ToList();
        _best.Clear();
        return found;
    }
}
