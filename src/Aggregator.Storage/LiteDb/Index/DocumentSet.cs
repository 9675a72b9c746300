using System.Numerics;

namespace Aggregator.LiteDb.Index;

/// <summary>Documents of one block as bits.</summary>
internal readonly struct DocumentSet(int count)
{
    private readonly ulong[] _bits = new ulong[(count + 63) / 64];

    public bool IsEmpty => !_bits.AsSpan().ContainsAnyExcept(0UL);

    public void Add(int document) => _bits[document >> 6] |= 1UL << document;

    public bool Contains(int document) => (_bits[document >> 6] >> document & 1) != 0;

    public void IntersectWith(DocumentSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] &= other._bits[i];
    }

    public void UnionWith(DocumentSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] |= other._bits[i];
    }

    public void Invert()
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] = ~_bits[i];
        if (count % 64 != 0)
            _bits[^1] &= (1UL << (count % 64)) - 1;
    }

    /// <summary>Goes from the last document to the first.</summary>
    public Backward GetEnumerator() => new(_bits);

    internal struct Backward(ulong[] bits)
    {
        private int _at = bits.Length;
        private ulong _rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (--_at < 0)
                    return false;
                _rest = bits[_at];
            }

            var bit = 63 - BitOperations.LeadingZeroCount(_rest);
            _rest &= ~(1UL << bit);
            Current = (_at << 6) + bit;
            return true;
        }
    }
}
