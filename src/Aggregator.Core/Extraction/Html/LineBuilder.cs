namespace Aggregator.Extraction.Html;

/// <summary>Collects text as lines: white space becomes one blank, empty lines vanish.</summary>
/// <param name="capacity">Characters to begin with; it grows.</param>
internal sealed class LineBuilder(int capacity)
{
    private char[] _output = new char[Math.Clamp(capacity, 16, 1 << 16)];
    private bool _blank;
    private bool _break;

    public int Length { get; private set; }

    public void Text(ReadOnlySpan<char> text)
    {
        // White space only shrinks; one separator may be due from the text before.
        if (_output.Length - Length <= text.Length + 1)
            Array.Resize(ref _output, Math.Max(_output.Length * 2, Length + text.Length + 2));
        var output = _output;
        var length = Length;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _blank = true;
                continue;
            }
            // Zero-width joints and soft hyphens split words for whoever searches or compares the text.
            if (c >= '\u00ad' && c is '\u00ad' or '\u200b' or '\ufeff' or '\u2060')
                continue;
            if ((_break | _blank) && length > 0)
                output[length++] = _break ? '\n' : ' ';
            _blank = _break = false;
            output[length++] = c;
        }
        Length = length;
    }

    public void Break() => _break = true;

    /// <summary>Begins anew, in the same memory.</summary>
    public void Clear()
    {
        Length = 0;
        _blank = _break = false;
    }

    public override string ToString() => new(_output, 0, Length);
}
