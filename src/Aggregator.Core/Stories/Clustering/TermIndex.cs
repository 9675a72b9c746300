using System.Runtime.InteropServices;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// The terms of the articles in the window: a number for each, how many articles hold it, and which. A term that no article holds any
/// more is dropped, so the vocabulary is bounded by the window.
/// </summary>
internal sealed class TermIndex(ArticleWindow window)
{
    private readonly Dictionary<uint, int> _ids = [];
    private readonly Stack<int> _free = [];
    private readonly IdfTable _idf = new();
    private Entry[] _entries = new Entry[1024];

    /// <summary>Articles of window and background with the term: apart from the entries, as it is asked for ten thousand times an article.</summary>
    private int[] _documents = new int[1024];
    private int _used;

    public int Count => _ids.Count;

    public int Capacity => _entries.Length;

    public int Intern(uint hash)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, hash, out var exists);
        if (exists)
            return known;

        if (!_free.TryPop(out var id))
        {
            id = _used++;
            if (id == _entries.Length)
            {
                Array.Resize(ref _entries, id * 2);
                Array.Resize(ref _documents, id * 2);
            }
        }

        _entries[id] = new Entry { Hash = hash, Slots = [] };
        _documents[id] = Background.Of(hash);
        known = id;
        return id;
    }

    /// <summary>The slots of the articles that hold the term, in the order of the articles' ids.</summary>
    public ReadOnlySpan<int> Postings(int term) => _entries[term].Slots.AsSpan(0, _entries[term].Count);

    /// <summary>How many articles of the window hold the term; copies do not count.</summary>
    public int Frequency(int term) => _entries[term].Count;

    /// <inheritdoc cref="IdfTable.Of"/>
    public int Idf(int term) => _idf.Of(_documents[term]);

    public void Add(IndexedArticle article)
    {
        _idf.Recount(1);
        foreach (var term in article.Terms)
        {
            _documents[term.Id]++;
            Insert(ref _entries[term.Id], article);
        }
    }

    /// <summary>Takes articles out again, many at a time, since each costs a pass over the lists it stands in.</summary>
    public void Remove(IReadOnlyCollection<IndexedArticle> gone)
    {
        _idf.Recount(-gone.Count);
        var touched = new HashSet<int>();
        foreach (var term in gone.SelectMany(a => a.Terms))
            touched.Add(term.Id);

        // Ids follow time, so what leaves the window stands at the front, and the long rest needs no look.
        var last = gone.Count == 0 ? 0 : gone.Max(a => a.Id);
        foreach (var id in touched)
        {
            _documents[id] -= Sweep(ref _entries[id], last);
            DropIfUnused(id);
        }
    }

    /// <summary>Takes what the window does not hold any more out of the postings up to an id; returns how many.</summary>
    private int Sweep(ref Entry entry, long last)
    {
        var (kept, i) = (0, 0);
        for (; i < entry.Count && window.IdAt(entry.Slots[i]) <= last; i++)
        {
            if (window.Holds(entry.Slots[i]))
                entry.Slots[kept++] = entry.Slots[i];
        }

        Array.Copy(entry.Slots, i, entry.Slots, kept, entry.Count - i);
        entry.Count -= i - kept;
        return i - kept;
    }

    /// <summary>Drops terms that were interned for an article that was not added.</summary>
    public void DropUnused(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
            DropIfUnused(term.Id);
    }

    /// <summary>At the place of its id: mostly the end, but articles that come late must not make another order than they would in a restored index.</summary>
    private void Insert(ref Entry entry, IndexedArticle article)
    {
        if (entry.Count == entry.Slots.Length)
            Array.Resize(ref entry.Slots, entry.Count == 0 ? 1 : entry.Count < 4 ? 4 : entry.Count * 3 / 2);

        var at = entry.Count++;
        for (; at > 0 && window.IdAt(entry.Slots[at - 1]) > article.Id; at--)
            entry.Slots[at] = entry.Slots[at - 1];

        entry.Slots[at] = article.Slot;
    }

    private void DropIfUnused(int id)
    {
        if (_entries[id] is { Count: 0, Slots: not null } entry)
        {
            _ids.Remove(entry.Hash);
            _entries[id] = default;
            _free.Push(id);
        }
    }

    private struct Entry
    {
        public uint Hash;
        public int Count;
        public int[] Slots;
    }
}
