using System.Text;
using AngleSharp.Common;

namespace Aggregator.Extraction.Dom;

/// <summary>A run of text between tags, its references already read.</summary>
internal sealed class TextNode(string data) : Node
{
    private string _data = data;

    /// <summary>Markup of ignored tags gives one text in thousands of pieces: putting each to the end of a string would take quadratic time.</summary>
    private StringBuilder? _pieces;

    public string Data
    {
        get
        {
            if (_pieces is { } pieces)
            {
                _data = pieces.ToString();
                _pieces = null;
            }
            return _data;
        }
    }

    public override string TextContent => Data;

    public override StringOrMemory NodeName => "#text";

    public void Append(ReadOnlySpan<char> text) => (_pieces ??= new StringBuilder(_data)).Append(text);

    public void Prepend(ReadOnlySpan<char> text) => (_pieces ??= new StringBuilder(_data)).Insert(0, text);
}
