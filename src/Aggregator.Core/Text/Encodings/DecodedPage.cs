using System.Buffers;
using System.Text;
using System.Text.Unicode;

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

    /// <param name="charset">The label of the transport, if any.</param>
    public static DecodedPage Of(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (TryReadUtf8(bytes) is { } page)
            return page;
        var choice = EncodingChoice.Of(bytes, charset, StatedLabel.InMeta(bytes) ?? StatedLabel.InXml(bytes));
        bytes = bytes[choice.Skip..];
        var buffer = Pool.Rent(choice.Encoding.GetMaxCharCount(bytes.Length));
        return new(buffer, choice.Encoding.GetChars(bytes, buffer));
    }

    public void Dispose() => Pool.Return(_buffer);

    /// <summary>
    /// What <see cref="EncodingChoice"/> would choose for nearly all pages, checked and decoded in one pass; null if the bytes are not UTF-8, or hold an
    /// escape (ISO-2022) or a zero (UTF-16).
    /// </summary>
    private static DecodedPage? TryReadUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny((byte)0x1b, (byte)0) >= 0)
            return null;
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var buffer = Pool.Rent(bytes.Length);
        if (Utf8.ToUtf16(bytes, buffer, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done)
            return new(buffer, length);
        Pool.Return(buffer);
        return null;
    }
}
