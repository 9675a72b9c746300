using System.Text;
using AngleSharp.Common;

namespace Aggregator.Html.Dom;

/// <summary>
/// A run of text between tags, its references already read. Its characters lie in the parser's buffer, where they stay until the page is disposed: most
/// of a page's texts are white space and furniture, which nobody needs as strings.
/// </summary>
internal sealed class TextNode(ReadOnlyMemory<char> data) : Node
{
    private ReadOnlyMemory<char> _data = data;

    /// <summary>Markup of ignored tags gives one text in thousands of pieces: putting each to the end of a string would take quadratic time.</summary>
    private StringBuilder? _pieces;

    public ReadOnlySpan<char> Data
    {
        get
        {
            if (_pieces is { } pieces)
            {
                _data = pieces.ToString().AsMemory();
                _pieces = null;
            }
            return _data.Span;
        }
    }

    public override string TextContent => Data.ToString();

    public override StringOrMemory NodeName => "#text";

    public void Append(ReadOnlySpan<char> text) => Pieces().Append(text);

    public void Prepend(ReadOnlySpan<char> text) => Pieces().Insert(0, text);

    private StringBuilder Pieces() => _pieces ??= new StringBuilder().Append(_data);
}
