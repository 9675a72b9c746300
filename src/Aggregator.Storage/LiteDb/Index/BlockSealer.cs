using LiteDB;

namespace Aggregator.LiteDb.Index;

/// <summary>Writes blocks: the open one when it is full, and one of several small ones.</summary>
/// <param name="putChunk">Takes a chunk's document.</param>
/// <param name="place">The place of an article's row as it is now; 0 when there is none.</param>
internal sealed class BlockSealer(Action<BsonDocument> putChunk, Func<long, long> place)
{
    /// <summary>The block's document; null when nothing in it is current.</summary>
    public BsonDocument? Seal(OpenBlock open, long number, long from, long to)
    {
        List<(int Document, long Id)> kept = [.. Enumerable.Range(0, open.Count).Select(document => (document, open.Id(document)))
            .Where(pair => open.IsCurrent(pair.document, place(pair.Item2)))
            .OrderBy(pair => pair.Item2)];
        if (kept.Count == 0)
            return null;
        var fresh = Numbers(open.Count, kept.Select(pair => pair.Document));
        ChunkWriter writer = new((chunk, data) => putChunk(Chunk(number, chunk, data)));
        List<long> entries = [];
        foreach (var word in open.Words.Order(StringComparer.Ordinal))
        {
            entries.Clear();
            Renumber(open.Entries(word), fresh, entries);
            if (entries.Count == 0)
                continue;
            entries.Sort();
            writer.Add(word, entries);
        }

        return SealedBlock.Document(
            number, from, to, [.. kept.Select(pair => pair.Id)], [.. kept.Select(pair => open.Length(pair.Document))], writer.End());
    }

    /// <summary>One block of several that follow each other; null when nothing in them is current.</summary>
    public BsonDocument? Merge(IReadOnlyList<SealedBlock> blocks, long number)
    {
        List<(int Block, int Document, long Id)> kept = [.. blocks.SelectMany((block, at) => block.Ids.Select((id, document) => (at, document, id)))
            .Where(entry => blocks[entry.at].IsCurrent(entry.document, place(entry.id)))
            .OrderBy(entry => entry.id)];
        if (kept.Count == 0)
            return null;
        int[][] fresh = [.. blocks.Select(block => new int[block.Count])];
        foreach (var numbers in fresh)
            Array.Fill(numbers, -1);
        for (var i = 0; i < kept.Count; i++)
            fresh[kept[i].Block][kept[i].Document] = i;
        ChunkWriter writer = new((chunk, data) => putChunk(Chunk(number, chunk, data)));
        WriteMerged(blocks, fresh, writer);
        return SealedBlock.Document(
            number, blocks[0].From, blocks[^1].To, [.. kept.Select(entry => entry.Id)],
            [.. kept.Select(entry => blocks[entry.Block].Length(entry.Document))], writer.End());
    }

    private static void WriteMerged(IReadOnlyList<SealedBlock> blocks, int[][] fresh, ChunkWriter writer)
    {
        List<IEnumerator<(string Word, Postings Postings)>> words = [.. blocks.Select(block => block.All().GetEnumerator())];
        PriorityQueue<int, string> next = new(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].MoveNext())
                next.Enqueue(i, words[i].Current.Word);
        }

        List<long> entries = [];
        while (next.TryPeek(out _, out var word))
        {
            entries.Clear();
            while (next.TryPeek(out var block, out var same) && same == word)
            {
                next.Dequeue();
                Renumber(words[block].Current.Postings.Entries(), fresh[block], entries);
                if (words[block].MoveNext())
                    next.Enqueue(block, words[block].Current.Word);
            }

            if (entries.Count == 0)
                continue;
            entries.Sort();
            writer.Add(word, entries);
        }

        words.ForEach(word => word.Dispose());
    }

    private static int[] Numbers(int count, IEnumerable<int> kept)
    {
        var fresh = new int[count];
        Array.Fill(fresh, -1);
        var number = 0;
        foreach (var document in kept)
            fresh[document] = number++;
        return fresh;
    }

    private static void Renumber(IEnumerable<long> entries, int[] fresh, List<long> renumbered)
    {
        foreach (var entry in entries)
        {
            (var document, var position) = WordPositions.Parts(entry);
            if (fresh[document] >= 0)
                renumbered.Add(WordPositions.Entry(fresh[document], position));
        }
    }

    private static BsonDocument Chunk(long number, int chunk, byte[] data) => new() { ["_id"] = SealedBlock.ChunkId(number, chunk), ["data"] = data };
}
