using System.Text;

namespace Aggregator.Feeds.Encodings;

/// <summary>Decodes bytes straight into the caller's buffer, so that a document is never held as text.</summary>
internal sealed class ByteTextReader(ReadOnlyMemory<byte> bytes, Encoding encoding) : TextReader
{
    private readonly Decoder _decoder = encoding.GetDecoder();
    private ReadOnlyMemory<byte> _rest = bytes;
    private bool _flushed;
    private int _peeked = -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        if (_peeked >= 0)
        {
            buffer[0] = (char)_peeked;
            _peeked = -1;
            return 1;
        }

        // A decoder refuses a buffer that is too small for one character; two hold a surrogate pair.
        if (buffer.Length < 2)
            return ReadOne(buffer);
        while (!_flushed)
        {
            _decoder.Convert(_rest.Span, buffer, flush: true, out var used, out var written, out var completed);
            _rest = _rest[used..];
            _flushed = completed;
            if (written > 0)
                return written;
        }

        return 0;
    }

    public override int Peek()
    {
        if (_peeked < 0)
            _peeked = Read();
        return _peeked;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    private int ReadOne(Span<char> buffer)
    {
        Span<char> two = stackalloc char[2];
        var count = Read(two);
        if (count == 0)
            return 0;
        buffer[0] = two[0];
        if (count == 2)
            _peeked = two[1];
        return 1;
    }
}
