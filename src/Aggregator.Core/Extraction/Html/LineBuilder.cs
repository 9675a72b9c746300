using System.Text;

namespace Aggregator.Extraction.Html;

/// <summary>Collects text as lines: white space becomes one blank, empty lines vanish.</summary>
internal sealed class LineBuilder(int capacity)
{
    private readonly StringBuilder _output = new(Math.Min(capacity, 1 << 16));
    private bool _blank;
    private bool _break;

    public int Length => _output.Length;

    public void Text(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _blank = true;
                continue;
            }
            // Zero-width joints and soft hyphens split words for whoever searches or compares the text.
            if (c is '\u00ad' or '\u200b' or '\ufeff' or '\u2060')
                continue;
            if (_output.Length > 0 && _break)
                _output.Append('\n');
            else if (_output.Length > 0 && _blank)
                _output.Append(' ');
            _blank = _break = false;
            _output.Append(c);
        }
    }

    public void Break() => _break = true;

    public override string ToString() => _output.ToString();
}
