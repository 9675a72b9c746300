using System.Buffers;
using System.Xml;

namespace Aggregator.Feeds.Xml;

/// <summary>
/// Collects the text of one element after another. Long texts come out of an <see cref="XmlReader"/> in pieces; gathered here they are copied twice
/// (reader to buffer, buffer to string) where <see cref="XmlReader.Value"/>, trimmed, copies them four times.
/// </summary>
internal sealed class TextBuffer : IDisposable
{
    // Most texts fit; the buffer grows with the longest of the document.
    private const int FirstSize = 2048;

    // The pool keeps what is returned to it; a text of more than this is rare, and its memory is better released.
    private const int MostPooled = 1 << 17;

    private char[] _characters = [];
    private int _length;
    private string? _only;

    public bool IsEmpty => _length == 0 && _only is null;

    /// <summary>Returns the memory to the pool, where the next document's buffer comes from.</summary>
    public void Dispose()
    {
        Return();
        (_characters, _length, _only) = ([], 0, null);
    }

    public void Clear() => (_length, _only) = (0, null);

    /// <summary>The value of the text or CDATA node that the reader stands on.</summary>
    public void AppendValue(XmlReader xml)
    {
        // A CDATA section is a string already, and so is all of a tree's text; one that stands alone is handed on as it is.
        if (xml.NodeType == XmlNodeType.CDATA || !xml.CanReadValueChunk)
        {
            Append(xml.Value);
            return;
        }

        Flatten();
        int read;
        do
        {
            MakeRoom(FirstSize / 2);
            read = xml.ReadValueChunk(_characters, _length, _characters.Length - _length);
            _length += read;
        }
        while (read > 0);
    }

    public void Append(string text)
    {
        if (text.Length == 0)
            return;
        if (IsEmpty)
        {
            _only = text;
            return;
        }

        Flatten();
        MakeRoom(text.Length);
        text.CopyTo(0, _characters, _length, text.Length);
        _length += text.Length;
    }

    public override string ToString() => _only ?? new string(_characters, 0, _length);

    public string ToTrimmedString() => _only?.Trim() ?? _characters.AsSpan(0, _length).Trim().ToString();

    private void Flatten()
    {
        if (_only is not { } text)
            return;
        _only = null;
        MakeRoom(text.Length);
        text.CopyTo(0, _characters, 0, text.Length);
        _length = text.Length;
    }

    private void MakeRoom(int more)
    {
        if (_characters.Length - _length >= more)
            return;
        var size = Math.Max(Math.Max(FirstSize, _characters.Length * 2), _length + more);
        var larger = size > MostPooled ? new char[size] : ArrayPool<char>.Shared.Rent(size);
        _characters.AsSpan(0, _length).CopyTo(larger);
        Return();
        _characters = larger;
    }

    private void Return()
    {
        if (_characters.Length is > 0 and <= MostPooled)
            ArrayPool<char>.Shared.Return(_characters);
    }
}
