using System.Text;

namespace Aggregator.Feeds.Repair;

/// <summary>
/// Rewrites a broken XML feed as a well-formed one: a forgiving tokenizer in front of a stack of open elements. One pass, no
/// recursion, time linear in the document whatever it holds.
/// </summary>
internal sealed class XmlRepair
{
    private readonly string _text;
    private readonly ProblemList _problems = new();
    private readonly OpenElements _open;
    private readonly CharacterRepair _characters;
    private readonly StringBuilder _output;
    private int _position;
    private int _sectionEnd;
    private bool _noMoreComments;

    private XmlRepair(string text, DocumentStart start)
    {
        _text = text;
        _position = start.Root;
        _output = new StringBuilder(text.Length - start.Root + 256);
        _characters = new CharacterRepair(start.Entities, _problems);
        _open = new OpenElements(_output, _problems);
        if (start.Junk)
            _problems.Add("junk-before", $"{start.Root} characters before the feed element");
    }

    /// <summary>The repaired document, or null when no root element of those names was found in it.</summary>
    /// <param name="roots">Local names of root elements, in lower case; those of feeds when empty.</param>
    public static RepairedXml? Run(string text, params ReadOnlySpan<string> roots)
    {
        // Anywhere else a NUL is dropped as it is met; inside a name it would end it.
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (DocumentStart.Find(text, roots.IsEmpty ? FeedShape.Roots : roots) is not { } start)
            return null;
        var repair = new XmlRepair(text, start);
        repair.Run();
        return new RepairedXml(repair._output.ToString(), repair._problems.ToList());
    }

    private void Run()
    {
        while (_position < _text.Length)
        {
            var tag = _text.IndexOf('<', _position);
            if (tag < 0)
                tag = _text.Length;
            _characters.AppendParsed(_output, _text.AsSpan(_position, tag - _position));
            _position = tag;
            if (tag < _text.Length)
                Markup();
            if (_open.Count == 0)
                break;
        }

        if (_open.Count > 0)
            _open.CutOff();
        else if (!_text.AsSpan(_position).IsWhiteSpace())
            _problems.Add("junk-after", $"{_text.Length - _position} characters behind the feed element");
    }

    private void Markup()
    {
        var rest = _text.AsSpan(_position);
        if (rest.StartsWith("<![CDATA["))
            Section();
        else if (rest.StartsWith("<!--"))
            Comment();
        else if (rest.StartsWith("<!") || rest.StartsWith("<?"))
            SkipBehind('>');
        else if (rest.StartsWith("</") && rest.Length > 2 && XmlNames.IsStart(rest[2]))
            EndTag();
        else if (rest.Length > 1 && XmlNames.IsStart(rest[1]) && XmlNames.EndsAsTag(rest[1..]))
            StartTag();
        else
            BareBracket();
    }

    private void BareBracket()
    {
        if (_text.Length - _position > "</".Length)
            _problems.Add("unescaped-bracket", "“<” that begins no tag");
        if (_text.AsSpan(_position) is not ("<" or "</"))
            _output.Append("&lt;");
        _position++;
    }

    private void Section()
    {
        var start = _position + "<![CDATA[".Length;
        // Looked for once and kept, so that many sections before one far end do not each search for it.
        if (_sectionEnd >= 0 && _sectionEnd < start)
            _sectionEnd = _text.IndexOf("]]>", start, StringComparison.Ordinal);
        var end = _sectionEnd;
        var closing = end < 0 || _text.AsSpan(start, end - start).Contains("<![CDATA[", StringComparison.Ordinal)
            ? _text.IndexOf($"</{_open.Last}", start, end < 0 ? _text.Length - start : end - start, StringComparison.Ordinal)
            : -1;
        if (closing >= 0 || end < 0)
        {
            // Never closed: it ends where the element does that it stands in, or with the document.
            _problems.Add("unclosed-cdata", $"in <{_open.Last}>");
            end = closing >= 0 ? closing : _text.Length;
            _position = end;
        }
        else
        {
            _position = end + "]]>".Length;
        }

        _characters.AppendLiteral(_output, _text.AsSpan(start, end - start));
    }

    private void Comment()
    {
        var end = _noMoreComments ? -1 : _text.IndexOf("-->", _position + 4, StringComparison.Ordinal);
        _noMoreComments |= end < 0;
        if (end >= 0)
        {
            _position = end + 3;
            return;
        }

        _problems.Add("unclosed-comment", "“<!--” without an end");
        SkipBehind('>');
    }

    private void SkipBehind(char close)
    {
        var end = _text.IndexOf(close, _position);
        _position = end < 0 ? _text.Length : end + 1;
    }

    private void EndTag()
    {
        var name = XmlNames.Read(_text, _position + 2);
        _position += 2 + name.Length;
        // Up to the end of the tag, or to the next tag when that comes first.
        var end = _text.AsSpan(_position).IndexOfAny('>', '<');
        _position = end < 0 ? _text.Length : _text[_position + end] == '>' ? _position + end + 1 : _position + end;
        _open.Close(name);
    }

    private void StartTag()
    {
        var name = XmlNames.Read(_text, _position + 1);
        var tag = TagReader.Read(_text, _position + 1 + name.Length);
        _position = tag.End;
        if (tag.CutOff)
            return;
        foreach (var fault in tag.Faults)
            _problems.Add("bad-attribute", fault);
        if (!tag.Empty)
            _open.MakeRoomFor(name);
        _open.Open(name, tag, _characters);
    }
}
