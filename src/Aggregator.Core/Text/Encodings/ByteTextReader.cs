using System.Text;

namespace Aggregator.Text.Encodings;

/// <summary>Decodes bytes straight into the caller's buffer, so that a document is never held as text.</summary>
internal sealed class ByteTextReader(ReadOnlyMemory<byte> bytes, Encoding encoding) : TextReader
{
    // A decoder refuses a buffer that is too small for one character; two hold a surrogate pair.
    private const int SmallestBuffer = 2;

    private readonly Decoder _decoder = encoding.GetDecoder();
    private readonly char[] _held = new char[SmallestBuffer];
    private ReadOnlyMemory<byte> _rest = bytes;
    private int _heldFrom;
    private int _heldTo;
    private bool _ended;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_heldFrom == _heldTo && buffer.Length >= SmallestBuffer)
            return Decode(buffer);
        if (buffer.IsEmpty || !Hold())
            return 0;
        var count = Math.Min(buffer.Length, _heldTo - _heldFrom);
        _held.AsSpan(_heldFrom, count).CopyTo(buffer);
        _heldFrom += count;
        return count;
    }

    public override int Peek() => Hold() ? _held[_heldFrom] : -1;

    public override int Read() => Hold() ? _held[_heldFrom++] : -1;

    private bool Hold()
    {
        if (_heldFrom == _heldTo)
            (_heldFrom, _heldTo) = (0, Decode(_held));
        return _heldFrom < _heldTo;
    }

    private int Decode(Span<char> buffer)
    {
        while (!_ended)
        {
            _decoder.Convert(_rest.Span, buffer, flush: true, out var used, out var written, out _ended);
            _rest = _rest[used..];
            if (written > 0)
                return written;
        }

        return 0;
    }
}
