using System.Buffers;

namespace Aggregator.Html;

/// <summary>Collects text as lines: white space becomes one blank, empty lines vanish.</summary>
/// <param name="capacity">Characters to begin with; it grows.</param>
internal sealed class LineBuilder(int capacity)
{
    /// <summary>White space other than the blank, and what shows nothing.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(i => (char)i).Where(c => c != ' ' && (char.IsWhiteSpace(c) || IsInvisible(c)))]);

    private char[] _output = new char[Math.Clamp(capacity, 16, 1 << 16)];
    private bool _blank;
    private bool _break;

    public int Length { get; private set; }

    /// <summary>Nothing stands on the line yet.</summary>
    public bool IsLineEmpty => _break || Length == 0;

    /// <summary>The last character that was written, white space aside.</summary>
    public char Last => Length == 0 ? '\0' : _output[Length - 1];

    public void Text(ReadOnlySpan<char> text)
    {
        // White space only shrinks; one separator may be due from the text before.
        if (_output.Length - Length <= text.Length + 1)
            Array.Resize(ref _output, Math.Max(_output.Length * 2, Length + text.Length + 2));
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny(Special);
            Words(special < 0 ? text : text[..special]);
            if (special < 0)
                return;
            for (; special < text.Length && (char.IsWhiteSpace(text[special]) || IsInvisible(text[special])); special++)
                _blank |= !IsInvisible(text[special]);
            text = text[special..];
        }
    }

    /// <summary>Text in which blanks are the only white space: what stands between two doubled blanks is taken as a whole.</summary>
    private void Words(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var start = text.IndexOfAnyExcept(' ');
            _blank |= start != 0 && !text.IsEmpty;
            if (start < 0)
                return;
            if ((_break | _blank) && Length > 0)
                _output[Length++] = _break ? '\n' : ' ';
            _break = false;
            text = text[start..];
            var doubled = text.IndexOf("  ");
            var words = doubled < 0 ? text : text[..doubled];
            _blank = words[^1] == ' ';
            words = _blank ? words[..^1] : words;
            words.CopyTo(_output.AsSpan(Length));
            Length += words.Length;
            if (doubled < 0)
                return;
            text = text[doubled..];
        }
    }

    /// <summary>Zero-width joints and soft hyphens split words for whoever searches or compares the text.</summary>
    private static bool IsInvisible(char c) => c is '\u00ad' or '\u200b' or '\ufeff' or '\u2060';

    public void Break() => _break = true;

    /// <summary>Begins anew, in the same memory.</summary>
    public void Clear()
    {
        Length = 0;
        _blank = _break = false;
    }

    public override string ToString() => new(_output, 0, Length);
}
