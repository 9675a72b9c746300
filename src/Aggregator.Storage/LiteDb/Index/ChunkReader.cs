using System.Text;

namespace Aggregator.LiteDb.Index;

/// <summary>Reads what <see cref="ChunkWriter"/> wrote.</summary>
internal static class ChunkReader
{
    /// <summary>The word's postings; null when it is not in the chunk.</summary>
    public static Postings? Find(byte[] chunk, string word)
    {
        Span<byte> wanted = stackalloc byte[256];
        var bytes = word.Length * 3 <= wanted.Length ? wanted[..Encoding.UTF8.GetBytes(word, wanted)] : Encoding.UTF8.GetBytes(word);
        for (var at = 0; at < chunk.Length;)
        {
            var length = Number(chunk, ref at);
            var next = at + length;
            var wordLength = Number(chunk, ref at);
            if (wordLength == bytes.Length && chunk.AsSpan(at, wordLength).SequenceEqual(bytes))
                return Read(chunk, at + wordLength);
            at = next;
        }

        return null;
    }

    public static IEnumerable<(string Word, Postings Postings)> All(byte[] chunk)
    {
        for (var at = 0; at < chunk.Length;)
        {
            var length = Number(chunk, ref at);
            var next = at + length;
            var wordLength = Number(chunk, ref at);
            yield return (Encoding.UTF8.GetString(chunk, at, wordLength), Read(chunk, at + wordLength));
            at = next;
        }
    }

    private static Postings Read(byte[] chunk, int at)
    {
        var documents = new int[Number(chunk, ref at)];
        var positions = Number(chunk, ref at) + at;
        var last = -1;
        for (var i = 0; i < documents.Length; i++)
            documents[i] = last += Number(chunk, ref at) + 1;
        return new Postings(documents, () => Positions(chunk, positions, documents.Length));
    }

    private static WordPositions Positions(byte[] chunk, int at, int documents)
    {
        var starts = new int[documents + 1];
        List<int> values = new(documents * 2);
        for (var i = 0; i < documents; i++)
        {
            var last = 0;
            for (var count = Number(chunk, ref at); count > 0; count--)
                values.Add(last += Number(chunk, ref at));
            starts[i + 1] = values.Count;
        }

        return new WordPositions(starts, [.. values]);
    }

    private static int Number(byte[] chunk, ref int at)
    {
        uint number = chunk[at++];
        if (number < 0x80)
            return (int)number;
        number &= 0x7f;
        for (var shift = 7; ; shift += 7)
        {
            uint next = chunk[at++];
            number |= (next & 0x7f) << shift;
            if (next < 0x80)
                return (int)number;
        }
    }
}
