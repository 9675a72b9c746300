namespace Aggregator.Stories.Clustering;

/// <summary>
/// The terms of the articles in the window: a number for each, how many articles hold it, and which. A term that no article holds any
/// more is dropped, so the vocabulary is bounded by the window.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>idf is kept in sixteenths of a nat, as a whole number, so that sums do not depend on their order and a restored index decides alike.</summary>
    public const int IdfScale = 16;

    /// <summary>
    /// Added to every count, so that words never seen before do not outweigh those that tell stories apart: a headline of eight words
    /// would be unlike every other for a single name. 10 was best on bare headlines, and 5 to 10 made no difference to full texts.
    /// </summary>
    private const double Smoothing = 10;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<Entry> _entries = [];
    private readonly Stack<int> _free = [];
    private readonly List<double> _logs = [];
    private int _documents;
    private double _logDocuments = Math.Log(Background.Documents + 1.0);

    public int Count => _ids.Count;

    public int Capacity => _entries.Count;

    public int Intern(string term)
    {
        if (_ids.TryGetValue(term, out var known))
        {
            return known;
        }

        if (!_free.TryPop(out var id))
        {
            id = _entries.Count;
            _entries.Add(new Entry());
        }

        _entries[id] = new Entry { Text = term, Background = Background.Of(term) };
        _ids.Add(term, id);
        return id;
    }

    public string TextOf(int term) => _entries[term].Text;

    public List<IndexedArticle> Postings(int term) => _entries[term].Postings;

    /// <summary>How many articles of the window hold the term; copies do not count.</summary>
    public int Frequency(int term) => _entries[term].Frequency;

    /// <summary>ln((N + 1) / (n + 10)) over window and background together, never below 0, in <see cref="IdfScale"/>ths.</summary>
    public int Idf(int term)
    {
        var entry = _entries[term];
        return Math.Max(0, (int)Math.Round(IdfScale * (_logDocuments - Log(entry.Frequency + entry.Background))));
    }

    public void Add(IndexedArticle article)
    {
        Recount(1);
        foreach (var term in article.Terms)
        {
            var entry = _entries[term.Id];
            entry.Frequency++;
            entry.Postings.Add(article);
        }
    }

    /// <summary>Takes articles out again, many at a time, since each costs a pass over the lists it stands in.</summary>
    public void Remove(IReadOnlyCollection<IndexedArticle> gone)
    {
        Recount(-gone.Count);
        var touched = new HashSet<int>();
        foreach (var term in gone.SelectMany(a => a.Terms))
        {
            _entries[term.Id].Frequency--;
            touched.Add(term.Id);
        }

        foreach (var id in touched)
        {
            _entries[id].Postings.RemoveAll(static a => a.Slot < 0);
            DropIfUnused(id);
        }
    }

    /// <summary>Drops terms that were interned for an article that was not added.</summary>
    public void DropUnused(IEnumerable<Term> terms)
    {
        foreach (var term in terms)
        {
            DropIfUnused(term.Id);
        }
    }

    private void Recount(int change)
    {
        _documents += change;
        _logDocuments = Math.Log(_documents + Background.Documents + 1.0);
    }

    /// <summary>ln(n + 10) from a table, as it is asked for ten thousand times an article.</summary>
    private double Log(int n)
    {
        while (_logs.Count <= n)
        {
            _logs.Add(Math.Log(_logs.Count + Smoothing));
        }

        return _logs[n];
    }

    private void DropIfUnused(int id)
    {
        if (_entries[id].Frequency == 0 && _ids.Remove(_entries[id].Text))
        {
            _entries[id] = new Entry();
            _free.Push(id);
        }
    }

    private sealed class Entry
    {
        public string Text = "";
        public int Frequency;
        public int Background;
        public readonly List<IndexedArticle> Postings = new(1);
    }
}
