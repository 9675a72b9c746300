using System.Diagnostics.CodeAnalysis;

namespace Aggregator.Stories.Clustering;

/// <summary>The articles of the window, by id and by slot. A slot is a small number that is given again once its article has left.</summary>
internal sealed class ArticleWindow
{
    private readonly Dictionary<long, IndexedArticle> _byId = [];
    private readonly Stack<int> _free = [];
    private IndexedArticle?[] _bySlot = new IndexedArticle?[64];
    private long[] _ids = new long[64];
    private int _slots;

    public int Count => _byId.Count;

    /// <summary>Above all slots in use.</summary>
    public int Capacity => _bySlot.Length;

    public IEnumerable<IndexedArticle> All => _byId.Values;

    public IndexedArticle this[int slot] => _bySlot[slot]!;

    public long IdAt(int slot) => _ids[slot];

    public bool TryGet(long id, [NotNullWhen(true)] out IndexedArticle? article) => _byId.TryGetValue(id, out article);

    public void Add(IndexedArticle article)
    {
        article.Slot = _free.TryPop(out var slot) ? slot : _slots++;
        if (article.Slot == _bySlot.Length)
        {
            Array.Resize(ref _bySlot, _bySlot.Length * 2);
            Array.Resize(ref _ids, _bySlot.Length);
        }

        _byId.Add(article.Id, article);
        _bySlot[article.Slot] = article;
        _ids[article.Slot] = article.Id;
    }

    /// <summary>Takes an article out; its slot keeps it until <see cref="Free"/>, so that lists of slots can be swept in between.</summary>
    public void Remove(IndexedArticle article) => _byId.Remove(article.Id);

    public bool Holds(int slot) => _byId.ContainsKey(_ids[slot]);

    public void Free(IndexedArticle article)
    {
        _bySlot[article.Slot] = null;
        _free.Push(article.Slot);
        article.Slot = -1;
    }
}
