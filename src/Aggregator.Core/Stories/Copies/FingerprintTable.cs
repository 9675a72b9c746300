namespace Aggregator.Stories.Copies;

/// <summary>Which texts have a fingerprint: a chained hash table in three flat arrays, 16 bytes a fingerprint. Texts are numbered as they come.</summary>
internal sealed class FingerprintTable(int maxPostings)
{
    private int[] _buckets = NewBuckets(1 << 12);
    private Posting[] _postings = new Posting[1 << 12];
    private int _count;

    public int Count => _count;

    public void Add(IReadOnlyList<uint> fingerprints, int text)
    {
        foreach (var fingerprint in fingerprints)
        {
            if (_count == _postings.Length)
                Grow();

            // beyond the cap a fingerprint tells nothing, and a chain of all pages of a template would cost time
            if (Find(fingerprint).Count > maxPostings)
                continue;
            ref var bucket = ref _buckets[Bucket(fingerprint)];
            _postings[_count] = new Posting(fingerprint, text, bucket);
            bucket = _count++;
        }
    }

    /// <summary>The texts with this fingerprint, newest first, at most one more than the cap.</summary>
    public List<int> Find(uint fingerprint)
    {
        var texts = new List<int>();
        for (var i = _buckets[Bucket(fingerprint)]; i >= 0 && texts.Count <= maxPostings; i = _postings[i].Next)
        {
            if (_postings[i].Fingerprint == fingerprint)
                texts.Add(_postings[i].Text);
        }

        return texts;
    }

    private int Bucket(uint fingerprint) => (int)((fingerprint * 0x9E3779B1u) >> 4) & (_buckets.Length - 1);

    private void Grow()
    {
        Array.Resize(ref _postings, _postings.Length * 2);
        _buckets = NewBuckets(_postings.Length);
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[Bucket(_postings[i].Fingerprint)];
            _postings[i] = _postings[i] with { Next = bucket };
            bucket = i;
        }
    }

    private static int[] NewBuckets(int size)
    {
        var buckets = new int[size];
        Array.Fill(buckets, -1);
        return buckets;
    }

    private readonly record struct Posting(uint Fingerprint, int Text, int Next);
}
