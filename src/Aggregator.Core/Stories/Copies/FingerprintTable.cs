namespace Aggregator.Stories.Copies;

/// <summary>Which texts have a fingerprint: a chained hash table in flat arrays, 16 bytes a fingerprint.</summary>
internal sealed class FingerprintTable
{
    private const int SmallestSize = 1 << 12;

    private int[] _buckets = NewBuckets(SmallestSize);
    private Posting[] _postings = new Posting[SmallestSize];
    private int _count;

    /// <param name="text">A number that the caller gives the text.</param>
    public void Add(List<uint> fingerprints, int text)
    {
        foreach (var fingerprint in fingerprints)
        {
            if (_count == _postings.Length)
                Grow();
            _postings[_count] = new Posting(fingerprint, text, 0);
            Link(_count++);
        }
    }

    /// <summary>Fills <paramref name="texts"/> with texts of this fingerprint, the newest first; returns how many fitted.</summary>
    public int Find(uint fingerprint, Span<int> texts)
    {
        var found = 0;
        for (var i = _buckets[Bucket(fingerprint)]; i >= 0 && found < texts.Length; i = _postings[i].Next)
        {
            if (_postings[i].Fingerprint == fingerprint)
                texts[found++] = _postings[i].Text;
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
            if (!gone[_postings[i].Text])
                _postings[kept++] = _postings[i];
        }

        _count = kept;
        if (_count * 4 < _postings.Length && _postings.Length > SmallestSize)
        {
            Array.Resize(ref _postings, Math.Max(SmallestSize, _count * 2));
            _buckets = NewBuckets(_postings.Length);
        }

        Relink();
    }

    private int Bucket(uint fingerprint) => (int)((fingerprint * 0x9E3779B1u) >> 4) & (_buckets.Length - 1);

    private void Link(int posting)
    {
        ref var bucket = ref _buckets[Bucket(_postings[posting].Fingerprint)];
        _postings[posting].Next = bucket;
        bucket = posting;
    }

    private void Grow()
    {
        Array.Resize(ref _postings, _postings.Length * 2);
        _buckets = NewBuckets(_postings.Length);
        Relink();
    }

    private void Relink()
    {
        Array.Fill(_buckets, -1);
        for (var i = 0; i < _count; i++)
            Link(i);
    }

    private static int[] NewBuckets(int postings)
    {
        var buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)postings)];
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
