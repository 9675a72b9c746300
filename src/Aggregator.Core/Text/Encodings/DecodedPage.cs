using System.Buffers;

namespace Aggregator.Text.Encodings;

/// <summary>
/// A page's text in a pooled buffer. The parser reads it in place and its nodes keep strings of their own, so that the buffer may go back as soon as
/// the tree is built. A string of a usual page would stand on the large object heap, whose every collection is a full one.
/// </summary>
internal readonly struct DecodedPage : IDisposable
{
    /// <summary>Characters; the largest page of the open corpora has 3 million, and what is larger is rare enough to be allocated.</summary>
    private const int LargestKept = 1 << 21;

    /// <summary>Not the shared pool: that one keeps buffers per thread and frees them at collections, just when the next page wants one.</summary>
    private static readonly ArrayPool<char> Pool = ArrayPool<char>.Create(LargestKept, maxArraysPerBucket: 4);

    private readonly char[] _buffer;

    private DecodedPage(char[] buffer, int length)
    {
        _buffer = buffer;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlyMemory<char> Text => _buffer.AsMemory(0, Length);

    public static char[] Rent(int length) => Pool.Rent(length);

    /// <summary>Takes over a rented buffer.</summary>
    public static DecodedPage Of(char[] rented, int length) => new(rented, length);

    public static void Return(char[] rented) => Pool.Return(rented);

    public void Dispose() => Pool.Return(_buffer);
}
