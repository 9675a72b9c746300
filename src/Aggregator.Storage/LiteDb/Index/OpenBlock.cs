using System.Runtime.InteropServices;

namespace Aggregator.LiteDb.Index;

/// <summary>The words of the articles that were indexed last, in memory only: at the next start they are cut from their texts again.</summary>
internal sealed class OpenBlock : WordBlock
{
    private readonly Dictionary<string, List<long>> _words = new(StringComparer.Ordinal);
    private readonly List<(long Id, long Place, int Slot, int Length)> _documents = [];
    private long _highestId;

    public override int Count => _documents.Count;

    public override long HighestId => _highestId;

    public IEnumerable<string> Words => _words.Keys;

    public override int Slot(int document) => _documents[document].Slot;

    public override int Length(int document) => _documents[document].Length;

    public override bool IsCurrent(int document, long place) => _documents[document].Place == place;

    public long Id(int document) => _documents[document].Id;

    public List<long> Entries(string word) => _words[word];

    public void Add(CutArticle article, int slot)
    {
        var number = _documents.Count;
        _documents.Add((article.Id, article.Place, slot, article.Words.Length));
        _highestId = Math.Max(_highestId, article.Id);
        for (var i = 0; i < article.Words.Length; i++)
        {
            ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, article.Words[i], out _);
            (entries ??= []).Add(WordPositions.Entry(number, article.Positions[i]));
        }
    }

    public override Postings? Find(string word) => _words.TryGetValue(word, out var entries) ? Postings.Of(entries) : null;

    public override IEnumerable<Postings> Starting(string prefix) =>
        _words.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(pair => Postings.Of(pair.Value));
}
