namespace Aggregator.Feeds.CodeHollow;

/// <summary>
/// Counts levels, elements and attributes of an XML document in one pass and without recursion, and finds its document type. Exact for what is
/// well-formed; where it is not, the parser stops at that place too.
/// </summary>
internal sealed class XmlBounds(string text)
{
    private int _position;
    private int _level;
    private int _elements;
    private (int Start, int End) _documentType;
    private int _rootName = -1;

    /// <returns>What is beyond the bounds; null when nothing is.</returns>
    public string? Fault()
    {
        string? fault = null;
        while (fault is null && (_position = text.IndexOf('<', _position)) >= 0)
        {
            fault = Rest switch
            {
                ['<', '!', '-', '-', ..] => Pass("-->"),
                ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => Pass("]]>"),
                ['<', '?', ..] => Pass("?>"),
                ['<', '!', ..] => PassDocumentType(),
                ['<', '/', ..] => PassEndTag(),
                _ => PassStartTag(),
            };
            if (_position < 0)
                break;
        }

        return fault;
    }

    /// <summary>
    /// The document without its type, after <see cref="Fault"/> found nothing. White space between elements is to be kept, which the parser drops
    /// otherwise: words of XHTML texts would grow together.
    /// </summary>
    public string WithoutDocumentType()
    {
        const string keepSpace = " xml:space=\"preserve\"";
        if (_rootName < 0)
            return text;
        var before = text.AsSpan(0, _documentType.Start);
        var between = text.AsSpan(_documentType.End, _rootName - _documentType.End);
        var tag = text.AsSpan(_rootName, Math.Max(0, text.AsSpan(_rootName).IndexOf('>')));
        return string.Concat(string.Concat(before, between), tag.Contains("xml:space", StringComparison.Ordinal) ? "" : keepSpace, text.AsSpan(_rootName));
    }

    private ReadOnlySpan<char> Rest => text.AsSpan(_position);

    private string? Pass(string end)
    {
        var found = text.IndexOf(end, _position + 2, StringComparison.Ordinal);
        _position = found < 0 ? -1 : found + end.Length;
        return null;
    }

    private string? PassEndTag()
    {
        _level--;
        return Pass(">");
    }

    private string? PassStartTag()
    {
        var end = _position + 1;
        while (end < text.Length && !(char.IsWhiteSpace(text[end]) || text[end] is '/' or '>'))
            end++;
        if (_rootName < 0)
            _rootName = end;
        var attributes = 0;
        for (; end < text.Length && text[end] != '>'; end++)
        {
            if (text[end] is not ('"' or '\''))
                continue;
            attributes++;
            var close = text.IndexOf(text[end], end + 1);
            end = close < 0 ? text.Length : close;
        }

        _position = end < text.Length ? end + 1 : -1;
        if (end >= text.Length || text[end - 1] != '/')
            _level++;
        return ++_elements > BoundedDocument.MostParts ? BoundedDocument.Beyond($"has over {BoundedDocument.MostParts} elements")
            : attributes > BoundedDocument.MostAttributes ? BoundedDocument.Beyond($"has an element with over {BoundedDocument.MostAttributes} attributes")
            : _level > BoundedDocument.MostLevels ? BoundedDocument.Beyond($"nests {BoundedDocument.MostLevels} levels")
            : null;
    }

    // One stands before the root, with declarations in brackets; what else looks like one is an error of the document.
    private string? PassDocumentType()
    {
        if (_rootName >= 0 || _documentType.End > 0)
            return "The document has a declaration in the wrong place.";
        var brackets = 0;
        for (var i = _position + 2; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' or '\'':
                    i = text.IndexOf(text[i], i + 1);
                    break;
                case '<' when string.CompareOrdinal(text, i, "<!--", 0, 4) == 0:
                    i = text.IndexOf("-->", i, StringComparison.Ordinal);
                    break;
                case '[':
                    brackets++;
                    break;
                case ']':
                    brackets--;
                    break;
                case '>' when brackets == 0:
                    _documentType = (_position, i + 1);
                    _position = i + 1;
                    return null;
            }

            if (i < 0)
                break;
        }

        return "The document's type does not end.";
    }
}
