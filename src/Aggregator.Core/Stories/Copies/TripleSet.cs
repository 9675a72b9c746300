using System.Numerics;

namespace Aggregator.Stories.Copies;

/// <summary>The different word triples of one text, to compare many others with; an open hash table that is filled anew for each text.</summary>
internal sealed class TripleSet
{
    private uint[] _triples = [];

    /// <summary>0 for an empty place; else the number of the last comparison in which the triple was met.</summary>
    private int[] _seen = [];
    private int _mask;
    private int _comparison;

    public int Count { get; private set; }

    public void Fill(ReadOnlySpan<uint> triples)
    {
        // At most half full, so that a search ends after a step or two.
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, triples.Length * 2));
        if (size > _triples.Length)
            (_triples, _seen) = (new uint[size], new int[size]);
        Array.Clear(_seen);
        (_mask, _comparison, Count) = (_triples.Length - 1, 1, 0);
        foreach (var triple in triples)
        {
            var place = Place(triple);
            Count += _seen[place] == 0 ? 1 : 0;
            (_triples[place], _seen[place]) = (triple, 1);
        }
    }

    public CopyComparison Compare(CopyText other)
    {
        _comparison++;
        var shared = 0;
        for (var i = 0; i + 2 < other.Words.Length; i++)
        {
            var place = Place(CopyText.Triple(other.Words, i));
            if (_seen[place] == 0 || _seen[place] == _comparison)
                continue;
            _seen[place] = _comparison;
            shared++;
        }

        return new CopyComparison(shared, Math.Min(Count, other.DistinctTriples));
    }

    /// <summary>Where the triple stands, or the empty place where it would.</summary>
    private int Place(uint triple)
    {
        var place = (int)(triple & _mask);
        while (_seen[place] != 0 && _triples[place] != triple)
            place = (place + 1) & _mask;
        return place;
    }
}
