using System.Buffers;
using System.Text;

namespace Aggregator.LiteDb.Index;

/// <summary>
/// Packs words with their postings into chunks. A word is: the length of what follows, the length of the word and its UTF-8 bytes, the count of its
/// documents and the length of their list, the documents as differences, and then for each document how many positions it has and those as differences.
/// All numbers are in groups of seven bits, low first, the eighth bit set on all but the last.
/// </summary>
/// <param name="write">Takes the chunks in their order.</param>
internal sealed class ChunkWriter(Action<int, byte[]> write)
{
    // A chunk is a document that is read whole for one word: two pages of LiteDB.
    private const int UsualBytes = 16_000;

    private readonly ArrayBufferWriter<byte> _chunk = new(UsualBytes * 2);
    private readonly ArrayBufferWriter<byte> _word = new(1024);
    private readonly ArrayBufferWriter<byte> _documents = new(1024);
    private readonly ArrayBufferWriter<byte> _positions = new(1024);
    private readonly List<string> _firstWords = [];

    /// <summary>Adds a word; words come in ordinal order.</summary>
    /// <param name="entries">Rising.</param>
    public void Add(string word, IReadOnlyList<long> entries)
    {
        if (_chunk.WrittenCount == 0)
            _firstWords.Add(word);
        var count = Pack(entries);
        _word.ResetWrittenCount();
        var bytes = Encoding.UTF8.GetBytes(word);
        Number(_word, bytes.Length);
        _word.Write(bytes);
        Number(_word, count);
        Number(_word, _documents.WrittenCount);
        Number(_chunk, _word.WrittenCount + _documents.WrittenCount + _positions.WrittenCount);
        _chunk.Write(_word.WrittenSpan);
        _chunk.Write(_documents.WrittenSpan);
        _chunk.Write(_positions.WrittenSpan);
        if (_chunk.WrittenCount >= UsualBytes)
            WriteChunk();
    }

    /// <summary>Writes the last chunk.</summary>
    /// <returns>The first word of each chunk.</returns>
    public string[] End()
    {
        if (_chunk.WrittenCount > 0)
            WriteChunk();
        return [.. _firstWords];
    }

    private void WriteChunk()
    {
        write(_firstWords.Count - 1, _chunk.WrittenSpan.ToArray());
        _chunk.ResetWrittenCount();
    }

    private int Pack(IReadOnlyList<long> entries)
    {
        _documents.ResetWrittenCount();
        _positions.ResetWrittenCount();
        int count = 0, last = -1;
        for (var start = 0; start < entries.Count;)
        {
            (var document, _) = WordPositions.Parts(entries[start]);
            var end = start + 1;
            while (end < entries.Count && WordPositions.Parts(entries[end]).Document == document)
                end++;
            Number(_documents, document - last - 1);
            last = document;
            count++;
            Number(_positions, end - start);
            var before = 0;
            for (var i = start; i < end; i++)
            {
                var position = WordPositions.Parts(entries[i]).Position;
                Number(_positions, position - before);
                before = position;
            }

            start = end;
        }

        return count;
    }

    private static void Number(ArrayBufferWriter<byte> writer, int number)
    {
        var bytes = writer.GetSpan(5);
        var length = 0;
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
            bytes[length++] = (byte)(rest | 0x80);
        bytes[length++] = (byte)rest;
        writer.Advance(length);
    }
}
