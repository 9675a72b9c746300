using Aggregator.LiteDb.Engine;
using Aggregator.LiteDb.Index;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb.Tables;

/// <summary>
/// The full-text index: sealed blocks on disk and an open one in memory, which is sealed when it is full, in the transaction that would make it overflow.
/// </summary>
internal sealed class WordIndex
{
    // A word of the most frequent is then some 20 KB, a block some 3 MB; at the start the texts of less than so many articles are cut again.
    private const int MostInOpenBlock = 4096;

    // So many neighbours of about one size become one block, so that a rare word is looked for in few of them.
    private const int BlocksPerMerge = 8;

    // 32,768 articles: merging more would hold up the writer for too long.
    private const int MostPerMerge = MostInOpenBlock * BlocksPerMerge;

    private readonly LiteTables _tables;
    private readonly HeldDocuments _blocks;
    private readonly HeldDocuments _chunks;
    private readonly ArticleCutter _cutter = new();
    private readonly List<CutArticle> _added = [];
    private readonly List<SealedBlock> _sealed = [];
    private OpenBlock _open = new();
    private (List<SealedBlock> Old, BsonDocument? New, bool WasOpen)? _replaced;

    public WordIndex(LiteDatabase database, LiteTables tables)
    {
        _tables = tables;
        _blocks = new HeldDocuments(database, "blocks");
        _chunks = new HeldDocuments(database, "words");
        foreach (var document in _blocks.Collection.Query().OrderBy("_id").ToEnumerable())
            _sealed.Add(Block(document));
        _sealed.Sort((a, b) => a.From.CompareTo(b.From));
        Reopen();
    }

    /// <summary>All parts of the index, as committed.</summary>
    public IEnumerable<WordBlock> Blocks => _open.Count == 0 ? _sealed : _sealed.Append<WordBlock>(_open);

    private long SealedTo => _sealed.Count == 0 ? 1 : _sealed[^1].To;

    /// <summary>Gives an article the next place and makes its words known when the operation is committed.</summary>
    public void Add(Assignable article)
    {
        if (_tables.Narrow(article.Id) is not { } narrow)
            return;
        _tables.Counters = _tables.Counters with { Place = _tables.Counters.Place + 1 };
        _tables.Set(narrow with { Place = _tables.Counters.Place });
        _added.Add(_cutter.Cut(article.Id, _tables.Counters.Place, article.Title, article.Authors, article.Text));
    }

    /// <summary>Seals the open block early, or merges small blocks.</summary>
    /// <returns>True when something was done.</returns>
    public bool Tidy()
    {
        if (_open.Count > 0)
        {
            SealOpen();
            return true;
        }

        return Mergeable() is { } blocks && Merge(blocks);
    }

    public void Flush()
    {
        if (_open.Count > 0 && _open.Count + _added.Count > MostInOpenBlock)
            SealOpen();
        _chunks.Flush();
        _blocks.Flush();
    }

    public void Apply()
    {
        if (_replaced is { } replaced)
        {
            _sealed.RemoveAll(replaced.Old.Contains);
            if (replaced.New is { } document)
                _sealed.Add(Block(document));
            _sealed.Sort((a, b) => a.From.CompareTo(b.From));
            if (replaced.WasOpen)
                _open = new OpenBlock();
        }

        foreach (var article in _added)
            _open.Add(article, _tables.Committed.SlotOf(article.Id));
    }

    public void Forget()
    {
        _added.Clear();
        _replaced = null;
        _chunks.Forget();
        _blocks.Forget();
    }

    private SealedBlock Block(BsonDocument document) => new(document, _chunks.Collection, _tables.Committed.SlotOf);

    private void SealOpen()
    {
        var to = _tables.CommittedCounters.Place + 1;
        Replace([], wasOpen: true, (sealer, number) => sealer.Seal(_open, number, SealedTo, to)
            ?? SealedBlock.Document(number, SealedTo, to, [], [], []));
    }

    private bool Merge(List<SealedBlock> blocks)
    {
        Replace(blocks, wasOpen: false, (sealer, number) => sealer.Merge(blocks, number)
            ?? SealedBlock.Document(number, blocks[0].From, blocks[^1].To, [], [], []));
        foreach (var block in blocks)
        {
            _blocks.Delete(block.Number);
            foreach (var chunk in block.ChunkIds)
                _chunks.Delete(chunk);
        }

        return true;
    }

    private void Replace(List<SealedBlock> old, bool wasOpen, Func<BlockSealer, long, BsonDocument> write)
    {
        _tables.Counters = _tables.Counters with { Block = _tables.Counters.Block + 1 };
        BlockSealer sealer = new(chunk => _chunks.Put(chunk, known: false), id => _tables.Narrow(id)?.Place ?? 0);
        var document = write(sealer, _tables.Counters.Block);
        _blocks.Put(document, known: false);
        _replaced = (old, document, wasOpen);
    }

    /// <summary>Neighbours that are of one size, to a factor of eight, and together not too large.</summary>
    private List<SealedBlock>? Mergeable()
    {
        for (var first = _sealed.Count - BlocksPerMerge; first >= 0; first--)
        {
            var blocks = _sealed.GetRange(first, BlocksPerMerge);
            var greatest = blocks.Max(block => block.Count);
            if (blocks.Sum(block => block.Count) <= MostPerMerge && blocks.Sum(block => block.Count) >= greatest * 2)
                return blocks;
        }

        return null;
    }

    /// <summary>Cuts the articles again that were in the open block.</summary>
    private void Reopen()
    {
        var from = SealedTo;
        var open = _tables.Committed.After(0).Where(article => article.Place >= from).ToDictionary(article => article.Id);
        if (open.Count == 0)
            return;
        var bodies = ManyDocuments.Read(_tables, _tables.Bodies.Collection, open.Keys);
        var details = ManyDocuments.Read(_tables, _tables.Details.Collection, open.Keys);
        foreach (var article in open.Values.OrderBy(article => article.Place))
        {
            if (details.GetValueOrDefault(article.Id) is not { } d)
                continue;
            var text = bodies.GetValueOrDefault(article.Id) is { } body ? TextCodec.UnpackText(body.Bytes("body")) : "";
            _open.Add(_cutter.Cut(article.Id, article.Place, d.Text("title") ?? "", d.Texts("authors"), text), _tables.Committed.SlotOf(article.Id));
        }
    }
}
