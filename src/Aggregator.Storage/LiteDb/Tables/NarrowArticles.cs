using Aggregator.Stores;

namespace Aggregator.LiteDb.Tables;

/// <summary>All articles in memory as they were committed last, in the orders in which they are asked for. An article keeps its slot for life.</summary>
internal sealed class NarrowArticles
{
    private readonly List<NarrowArticle?> _slots = [];
    private readonly Dictionary<long, List<int>> _stories = [];
    private readonly SortedSet<long> _waiting = [];
    private readonly SortedList<string, SortedSet<long>> _hosts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _quarters = [];
    private readonly Dictionary<long, long> _keys = [];
    private List<(long Sequence, int Slot)> _changes = [];
    private long[] _ids = [];
    private int[] _slotOfId = [];
    private int _count;

    /// <summary>Articles, visible or not.</summary>
    public int Count => _count;

    public int Visible { get; private set; }

    public int Copies { get; private set; }

    public int Unread => _hosts.Values.Sum(ids => ids.Count);

    /// <summary>Articles that wait for assignment, in the order of ids.</summary>
    public IReadOnlyCollection<long> Waiting => _waiting;

    /// <summary>Visible articles by the quarter of an hour in which they were published, in Unix time.</summary>
    public IReadOnlyDictionary<long, int> Quarters => _quarters;

    public NarrowArticle? Find(long id) => SlotOf(id) is >= 0 and var slot ? _slots[slot] : null;

    public NarrowArticle? At(int slot) => _slots[slot];

    /// <summary>-1 when there is no such article.</summary>
    public int SlotOf(long id) => Array.BinarySearch(_ids, 0, _count, id) is >= 0 and var index ? _slotOfId[index] : -1;

    /// <summary>How many articles have a lesser id.</summary>
    public int CountBelow(long id) => Array.BinarySearch(_ids, 0, _count, id) is var index && index >= 0 ? index : ~index;

    /// <summary>Slots from the newest article to the oldest.</summary>
    /// <param name="lowest">The least id.</param>
    /// <param name="highest">Exclusive.</param>
    public IEnumerable<int> Backward(long lowest, long highest)
    {
        for (var index = CountBelow(highest) - 1; index >= 0 && _ids[index] >= lowest; index--)
            yield return _slotOfId[index];
    }

    /// <summary>The article that has the key.</summary>
    public long? ByKey(long key) => _keys.TryGetValue(key, out var id) ? id : null;

    /// <summary>Articles in the order of ids.</summary>
    public IEnumerable<NarrowArticle> After(long id)
    {
        for (var index = CountBelow(id + 1); index < _count; index++)
            yield return _slots[_slotOfId[index]]!;
    }

    /// <summary>The articles of a story, in any order.</summary>
    public IEnumerable<NarrowArticle> OfStory(long story) => _stories.TryGetValue(story, out var slots) ? slots.Select(slot => _slots[slot]!) : [];

    /// <summary>Visible articles that changed after a sequence number, in the order of their numbers.</summary>
    public IEnumerable<NarrowArticle> ChangedAfter(long sequence)
    {
        var first = _changes.BinarySearch((sequence, int.MaxValue));
        for (var index = first < 0 ? ~first : first + 1; index < _changes.Count; index++)
        {
            if (_slots[_changes[index].Slot] is { } article && article.Sequence == _changes[index].Sequence)
                yield return article;
        }
    }

    /// <summary>Visible articles, the last change first.</summary>
    public IEnumerable<NarrowArticle> LastChanged()
    {
        for (var index = _changes.Count - 1; index >= 0; index--)
        {
            if (_slots[_changes[index].Slot] is { } article && article.Sequence == _changes[index].Sequence)
                yield return article;
        }
    }

    /// <summary>The first host after this one that articles wait for.</summary>
    public string? HostAfter(string host)
    {
        int low = 0, high = _hosts.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_hosts.GetKeyAtIndex(middle), host) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _hosts.Count ? _hosts.GetKeyAtIndex(low) : null;
    }

    /// <summary>Articles that wait for a host, in the order of ids.</summary>
    public IEnumerable<long> WaitingFor(string host) => _hosts.TryGetValue(host, out var ids) ? ids : [];

    /// <summary>Puts changes in.</summary>
    /// <param name="changes">The article as it is now; null when it is gone.</param>
    public void Apply(IReadOnlyDictionary<long, NarrowArticle?> changes)
    {
        List<(long Id, int Slot)> added = [];
        List<long> removed = [];
        List<(long Sequence, int Slot)> numbered = [];
        foreach ((var id, var now) in changes)
        {
            var slot = SlotOf(id);
            var before = slot < 0 ? null : _slots[slot];
            if (now is null && before is null)
                continue;
            if (slot < 0)
            {
                slot = _slots.Count;
                _slots.Add(null);
                added.Add((id, slot));
            }

            _slots[slot] = now;
            if (now is null)
                removed.Add(id);
            if (now is { IsVisible: true } && now.Sequence != before?.Sequence)
                numbered.Add((now.Sequence, slot));
            Tally(before, -1, slot);
            Tally(now, 1, slot);
        }

        foreach (var now in changes.Values.OfType<NarrowArticle>())
        {
            _keys[now.Key] = now.Id;
            foreach (var key in now.OtherKeys)
                _keys[key] = now.Id;
        }

        Remove(removed);
        Add(added);
        AddChanges(numbered);
    }

    private void Tally(NarrowArticle? article, int by, int slot)
    {
        if (article is null)
            return;
        Place(_waiting, article.Id, article.Waits && by > 0);
        CountHost(article, by);
        if (article.Story != 0)
            CountStory(article.Story, by, slot);
        if (!article.IsVisible)
            return;
        Visible += by;
        Copies += article.CopyOf != 0 ? by : 0;
        var quarter = QuarterHours.Of(article.Published);
        _quarters[quarter] = _quarters.GetValueOrDefault(quarter) + by;
    }

    private void CountHost(NarrowArticle article, int by)
    {
        if (article.Page is not { } page)
            return;
        if (!_hosts.TryGetValue(page.Host, out var ids))
            _hosts.Add(page.Host, ids = []);
        Place(ids, article.Id, by > 0);
        if (ids.Count == 0)
            _hosts.Remove(page.Host);
    }

    private void CountStory(long story, int by, int slot)
    {
        if (!_stories.TryGetValue(story, out var slots))
            _stories.Add(story, slots = new List<int>(1));
        if (by > 0)
            slots.Add(slot);
        else
            slots.Remove(slot);
        if (slots.Count == 0)
            _stories.Remove(story);
    }

    private static void Place(SortedSet<long> set, long id, bool there)
    {
        if (there)
            set.Add(id);
        else
            set.Remove(id);
    }

    private void Remove(List<long> ids)
    {
        foreach (var id in ids)
        {
            var index = CountBelow(id);
            _count--;
            Array.Copy(_ids, index + 1, _ids, index, _count - index);
            Array.Copy(_slotOfId, index + 1, _slotOfId, index, _count - index);
        }
    }

    // All at once from the end: each article that is there is moved at most once.
    private void Add(List<(long Id, int Slot)> added)
    {
        if (_count + added.Count > _ids.Length)
        {
            var room = Math.Max(1024, (_count + added.Count) * 3 / 2);
            Array.Resize(ref _ids, room);
            Array.Resize(ref _slotOfId, room);
        }

        added.Sort();
        var from = _count - 1;
        var to = _count + added.Count - 1;
        for (var i = added.Count - 1; i >= 0; i--, to--)
        {
            for (; from >= 0 && _ids[from] > added[i].Id; from--, to--)
                (_ids[to], _slotOfId[to]) = (_ids[from], _slotOfId[from]);
            (_ids[to], _slotOfId[to]) = added[i];
        }

        _count += added.Count;
    }

    private void AddChanges(List<(long Sequence, int Slot)> numbered)
    {
        const int Spare = 10_000;
        if (numbered.Count == 0)
            return;
        numbered.Sort();
        var inOrder = _changes.Count == 0 || _changes[^1].Sequence < numbered[0].Sequence;
        _changes.AddRange(numbered);
        if (!inOrder)
            _changes.Sort();
        if (_changes.Count > (2 * Visible) + Spare)
            _changes = [.. _changes.Where(change => _slots[change.Slot]?.Sequence == change.Sequence)];
    }
}
