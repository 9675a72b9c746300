namespace Aggregator.Stories.Novelty;

/// <summary>All sentences of a story's articles so far, in order of arrival, with an index of their words.</summary>
internal sealed class EarlierSentences
{
    /// <summary>Of a story; the sentences of some 200 articles. What comes later is compared with these and not remembered itself.</summary>
    private const int MostSentences = 6000;

    private readonly List<NoveltySentence> _sentences = [];
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _wordings = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _pairs = [];

    public IReadOnlyList<NoveltySentence> Sentences => _sentences;

    public int Count => _sentences.Count;

    /// <summary>The article that arrived first; null while there is none.</summary>
    public long? First => _sentences.Count == 0 ? null : _sentences[0].Article;

    public bool Has(string key) => _places.ContainsKey(key);

    public bool HasPair((string, string) pair) => _pairs.Contains(pair);

    /// <summary>The first sentence with the same words in the same order, or null.</summary>
    public NoveltySentence? SameAs(NoveltySentence sentence) => _wordings.TryGetValue(sentence.Wording, out var place) ? _sentences[place] : null;

    /// <summary>Places in <see cref="Sentences"/> of those with the word, rising.</summary>
    public IReadOnlyList<int> With(string key) => _places.TryGetValue(key, out var places) ? places : [];

    /// <summary>The sentence before or behind one in the same article, or null.</summary>
    public NoveltySentence? Beside(int place, int step) =>
        place + step >= 0 && place + step < Count && _sentences[place + step].Article == _sentences[place].Article ? _sentences[place + step] : null;

    public void Add(NoveltySentence sentence)
    {
        if (Count >= MostSentences)
            return;
        foreach (var key in sentence.Keys)
        {
            if (!_places.TryGetValue(key, out var places))
                _places[key] = places = [];
            places.Add(Count);
        }

        _pairs.UnionWith(sentence.Pairs);
        _wordings.TryAdd(sentence.Wording, Count);
        _sentences.Add(sentence);
    }
}
