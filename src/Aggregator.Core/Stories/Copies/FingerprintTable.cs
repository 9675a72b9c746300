namespace Aggregator.Stories.Copies;

/// <summary>Which texts have a fingerprint: a chained hash table, 14 to 16 bytes a fingerprint.</summary>
/// <remarks>
/// The postings lie in blocks. In one array that doubles they held up to twice the memory they needed, and three times while it was copied: a tenth of the
/// peak of a pass over 20,000 articles.
/// </remarks>
internal sealed class FingerprintTable
{
    private const int SmallestSize = 1 << 12;

    // 384 KB a block.
    private const int BlockBits = 15, BlockSize = 1 << BlockBits;

    /// <summary>Postings a bucket before there are twice as many buckets.</summary>
    private const int MostLoad = 2;

    private readonly List<Posting[]> _blocks = [];
    private int[] _buckets = NewBuckets(SmallestSize);
    private int _count;

    /// <param name="text">A number that the caller gives the text.</param>
    public void Add(List<uint> fingerprints, int text)
    {
        foreach (var fingerprint in fingerprints)
        {
            if (_count >> BlockBits == _blocks.Count)
                _blocks.Add(new Posting[BlockSize]);
            if (_count == _buckets.Length * MostLoad)
                Relink(_buckets.Length * 2);
            At(_count) = new Posting(fingerprint, text, 0);
            Link(_count++);
        }
    }

    /// <summary>Fills <paramref name="texts"/> with texts of this fingerprint, the newest first; returns how many fitted.</summary>
    public int Find(uint fingerprint, Span<int> texts)
    {
        var found = 0;
        for (var i = _buckets[Bucket(fingerprint)]; i >= 0 && found < texts.Length;)
        {
            ref var posting = ref At(i);
            if (posting.Fingerprint == fingerprint)
                texts[found++] = posting.Text;
            i = posting.Next;
        }

        return found;
    }

    /// <summary>Takes texts out in one pass over all postings.</summary>
    /// <param name="gone">True at the numbers of the texts to take out.</param>
    public void Remove(ReadOnlySpan<bool> gone)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (!gone[At(i).Text])
                At(kept++) = At(i);
        }

        _count = kept;
        var blocks = (kept + BlockSize - 1) >> BlockBits;
        _blocks.RemoveRange(blocks, _blocks.Count - blocks);
        var size = _buckets.Length;
        while (size > SmallestSize && kept * 4 < size * MostLoad)
            size /= 2;
        Relink(size);
    }

    private ref Posting At(int posting) => ref _blocks[posting >> BlockBits][posting & (BlockSize - 1)];

    private int Bucket(uint fingerprint) => (int)((fingerprint * 0x9E3779B1u) >> 4) & (_buckets.Length - 1);

    private void Link(int number)
    {
        ref var posting = ref At(number);
        ref var bucket = ref _buckets[Bucket(posting.Fingerprint)];
        posting.Next = bucket;
        bucket = number;
    }

    private void Relink(int buckets)
    {
        if (buckets == _buckets.Length)
            Array.Fill(_buckets, -1);
        else
            _buckets = NewBuckets(buckets);
        for (var i = 0; i < _count; i++)
            Link(i);
    }

    private static int[] NewBuckets(int size)
    {
        var buckets = new int[size];
        Array.Fill(buckets, -1);
        return buckets;
    }

    private struct Posting(uint fingerprint, int text, int next)
    {
        public readonly uint Fingerprint = fingerprint;
        public readonly int Text = text;
        public int Next = next;
    }
}
