using Aggregator.LiteDb.Engine;
using LiteDB;

namespace Aggregator.LiteDb.Index;

/// <summary>
/// A part of the full-text index that is never changed again: its directory in memory, its words in chunks on disk. Its documents are numbered in the
/// order of the articles' ids.
/// </summary>
internal sealed class SealedBlock : WordBlock
{
    // More than a block ever has: 16 GB.
    private const int ChunkBits = 20;

    private readonly ILiteCollection<BsonDocument> _chunks;
    private readonly int[] _lengths;
    private readonly string[] _firstWords;
    private readonly int[] _slots;

    /// <param name="document">As <see cref="Document"/> made it.</param>
    /// <param name="slot">Where an article's row is in memory; -1 when it is not there.</param>
    public SealedBlock(BsonDocument document, ILiteCollection<BsonDocument> chunks, Func<long, int> slot)
    {
        _chunks = chunks;
        Number = document["_id"].AsInt64;
        From = document.Long("from");
        To = document.Long("to");
        Ids = document.Longs("ids");
        _lengths = document.Ints("lengths");
        _firstWords = [.. document.Texts("words")];
        _slots = Array.ConvertAll(Ids, id => slot(id));
    }

    public long Number { get; }

    /// <summary>The least place of its documents.</summary>
    public long From { get; }

    /// <summary>One more than the greatest place.</summary>
    public long To { get; }

    /// <summary>Of the articles, rising.</summary>
    public long[] Ids { get; }

    public override int Count => Ids.Length;

    public override long HighestId => Ids.Length == 0 ? 0 : Ids[^1];

    /// <summary>The ids of its chunks.</summary>
    public IEnumerable<long> ChunkIds => Enumerable.Range(0, _firstWords.Length).Select(chunk => ChunkId(Number, chunk));

    public static long ChunkId(long number, int chunk) => (number << ChunkBits) + chunk;

    public static BsonDocument Document(long number, long from, long to, long[] ids, int[] lengths, string[] firstWords) => new()
    {
        ["_id"] = number,
        ["from"] = from,
        ["to"] = to,
        ["ids"] = Fields.Packed(ids),
        ["lengths"] = Fields.Packed(lengths),
        ["words"] = new BsonArray(firstWords.Select(word => new BsonValue(word))),
    };

    public override int Slot(int document) => _slots[document];

    public override int Length(int document) => _lengths[document];

    public override bool IsCurrent(int document, long place) => place >= From && place < To;

    public override Postings? Find(string word)
    {
        var chunk = ChunkOf(word);
        return chunk < 0 ? null : ChunkReader.Find(Chunk(chunk), word);
    }

    public override IEnumerable<Postings> Starting(string prefix)
    {
        for (var chunk = Math.Max(0, ChunkOf(prefix)); chunk < _firstWords.Length; chunk++)
        {
            if (string.CompareOrdinal(_firstWords[chunk], prefix) > 0 && !_firstWords[chunk].StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            foreach ((var word, var postings) in ChunkReader.All(Chunk(chunk)))
            {
                if (word.StartsWith(prefix, StringComparison.Ordinal))
                    yield return postings;
            }
        }
    }

    /// <summary>All words in ordinal order.</summary>
    public IEnumerable<(string Word, Postings Postings)> All() => Enumerable.Range(0, _firstWords.Length).SelectMany(chunk => ChunkReader.All(Chunk(chunk)));

    private byte[] Chunk(int chunk) => _chunks.FindById(ChunkId(Number, chunk)).Bytes("data");

    // The last chunk whose first word is not behind the word.
    private int ChunkOf(string word)
    {
        var found = Array.BinarySearch(_firstWords, word, StringComparer.Ordinal);
        return found >= 0 ? found : ~found - 1;
    }
}
