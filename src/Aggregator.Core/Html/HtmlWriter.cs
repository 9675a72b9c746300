using System.Globalization;
using System.Text;
using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>
/// Writes allow-listed HTML that a parser reads back as the very same tree: blocks close paragraphs, table parts stand only in their own parents,
/// links do not nest, text and attributes are escaped. What has no place loses its tag and keeps its text.
/// </summary>
/// <param name="capacity">Characters to begin with; it grows.</param>
/// <param name="page">What a reference to a place in the page is relative to, if not to <paramref name="baseUrl"/>.</param>
internal sealed class HtmlWriter(Uri? baseUrl, int capacity, Uri? page = null)
{
    /// <summary>Deeper markup is flattened: no reader shows it, and whoever reads the output may recurse.</summary>
    private const int MaxDepth = 64;

    private static readonly string[] SizeAttributes = ["width", "height"];
    private static readonly string[] CellAttributes = ["colspan", "rowspan"];

    private readonly StringBuilder _output = new(Math.Clamp(capacity, 64, 1 << 15));
    private readonly Stack<(string Name, object? Source)> _open = new();

    /// <summary>Opens an element if it may stand here. <paramref name="element"/> is also the key with which <see cref="Close"/> ends it.</summary>
    public void Open(Element element)
    {
        var name = element.LocalName;
        var traits = Tags.Of(name);
        if (name == "img" && TextPictures.Emoji(element) is { } emoji)
        {
            Text(emoji);
            return;
        }
        if (MediaFrames.IsFrame(name))
        {
            Frame(element);
            return;
        }
        if ((traits & TagTraits.Allowed) == 0)
            name = (traits & TagTraits.Block) != 0 && name is not ("html" or "body" or "noscript") ? "div" : "";
        if (name == "" || _open.Count >= MaxDepth && (traits & TagTraits.Void) == 0)
            return;
        name = Fit(name, element);
        if (name == "")
            return;
        traits = Tags.Of(name);
        if ((traits & TagTraits.Block) != 0 && name != "hr" && name != "p")
            CloseParagraph();
        if (name is "p" or "hr")
            CloseParagraph();
        var start = _output.Length;
        _output.Append('<').Append(name);
        if (!WriteAttributes(name, element))
        {
            _output.Length = start;
            return;
        }
        _output.Append('>');
        if ((traits & TagTraits.Void) == 0)
            _open.Push((name, element));
    }

    public void Close(Element element)
    {
        var isOpen = false;
        foreach (var (_, source) in _open)
        {
            if (ReferenceEquals(source, element))
            {
                isOpen = true;
                break;
            }
        }
        if (!isOpen)
            return;
        while (true)
        {
            var source = _open.Peek().Source;
            Pop();
            if (ReferenceEquals(source, element))
                return;
        }
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (_open.Count > 0 && _open.Peek().Name is "table" or "thead" or "tbody" or "tfoot" or "tr")
            return;
        if (_open.Count > 0 && _open.Peek().Name == "pre" && _output[^1] == '>' && text is ['\n' or '\r', ..] && EndsWithOpenTag("pre"))
            _output.Append('\n');
        HtmlEscape.Append(_output, text, inAttribute: false);
    }

    /// <summary>A link to what a frame plays, in its place; nothing for any other frame.</summary>
    public void Frame(Element frame)
    {
        var parent = _open.Count > 0 ? _open.Peek().Name : "div";
        if (parent is "table" or "thead" or "tbody" or "tfoot" or "tr" or "ul" or "ol" or "dl" || MediaFrames.Of(frame, baseUrl) is not ({ } address, { } name))
            return;
        var alone = parent is "div" or "blockquote" or "figure" or "details";
        var isLink = !IsOpen("a", 1);
        if (alone)
            Push("p", null);
        _output.Append(isLink ? "<a" : "");
        if (isLink)
            Attribute("href", address);
        _output.Append(isLink ? " rel=\"noopener noreferrer\">" : "");
        Text(name);
        _output.Append(isLink ? "</a>" : "");
        if (alone)
            Pop();
    }

    /// <summary>A paragraph of plain text.</summary>
    public void Paragraph(string text)
    {
        CloseParagraph();
        Push("p", null);
        Text(text);
        Pop();
    }

    public override string ToString()
    {
        while (_open.Count > 0)
            Pop();
        return _output.ToString();
    }

    /// <summary>The name under which the element may stand at this place, or "" if only its content may.</summary>
    private string Fit(string name, Element element)
    {
        var parent = _open.Count > 0 ? _open.Peek().Name : "";
        switch (name)
        {
            case "li":
                return parent is "ul" or "ol" ? name : IsPhrasingOpen() ? "" : "div";
            case "dt" or "dd":
                return parent == "dl" ? name : IsPhrasingOpen() ? "" : "div";
            case "summary":
                return parent == "details" ? name : IsPhrasingOpen() ? "" : "div";
            case "rt" or "rp":
                return parent == "ruby" ? name : "";
            case "caption" or "thead" or "tbody" or "tfoot":
                return parent == "table" ? name : "";
            case "tr":
                if (parent == "table")
                    Push("tbody", null);
                return parent is "table" or "thead" or "tbody" or "tfoot" ? name : "";
            case "td" or "th":
                return parent == "tr" ? name : "";
            case "source":
                return parent is "video" or "audio" ? name : "";
        }
        if (parent is "table" or "thead" or "tbody" or "tfoot" or "tr")
            return "";
        if ((Tags.Of(name) & TagTraits.Block) != 0)
            return IsPhrasingOpen() || name == "table" && IsOpen("table", 4) ? "" : name;
        if (name is "br" or "wbr" or "img" or "span" or "q" or "sub" or "sup")
            return name;
        return IsOpen(name, 1) || name is "video" or "audio" && IsOpen("a", 1) ? "" : name;
    }

    private bool IsOpen(string wanted, int times)
    {
        foreach (var (open, _) in _open)
        {
            if (open == wanted && --times == 0)
                return true;
        }
        return false;
    }

    private bool IsPhrasingOpen()
    {
        foreach (var (open, _) in _open)
        {
            if ((Tags.Of(open) & TagTraits.Phrasing) != 0 || open == "summary" || open == "ruby")
                return true;
            if (open is "td" or "th" or "caption")
                return false;
        }
        return false;
    }

    /// <summary>Closes an open <c>p</c> with all inside it, as a parser would at the start of a block.</summary>
    private void CloseParagraph()
    {
        var depth = 0;
        foreach (var (open, _) in _open)
        {
            depth++;
            if (open is "td" or "th" or "caption" or "table")
                return;
            if (open != "p")
                continue;
            for (; depth > 0; depth--)
                Pop();
            return;
        }
    }

    private bool WriteAttributes(string name, Element element)
    {
        switch (name)
        {
            case "a":
                var given = element.GetAttribute("href");
                if (SafeUrl.Link(given, given is ['#', ..] ? page ?? baseUrl : baseUrl) is { } href)
                    Attribute("href", href);
                Copy(element, "title");
                Attribute("rel", "noopener noreferrer");
                break;
            case "img":
                if (ImageSource.Of(element, baseUrl) is not { } src)
                    return false;
                Attribute("src", src);
                Copy(element, "alt");
                Copy(element, "title");
                CopyNumbers(element, SizeAttributes);
                break;
            case "video" or "audio" or "source":
                if (SafeUrl.Web(element.GetAttribute("src"), baseUrl) is { } media)
                    Attribute("src", media);
                else if (name == "source")
                    return false;
                if (name != "source")
                    Attribute("controls", "");
                break;
            case "td" or "th":
                CopyNumbers(element, CellAttributes);
                break;
            case "ol":
                CopyNumbers(element, ["start"]);
                break;
            case "time":
                Copy(element, "datetime");
                break;
            case "abbr":
                Copy(element, "title");
                break;
        }
        if (element.GetAttribute("dir") is "rtl" or "ltr" or "auto")
            Copy(element, "dir");
        if (element.GetAttribute("lang") is { Length: > 0 and < 20 })
            Copy(element, "lang");
        return true;
    }

    private void CopyNumbers(Element element, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            // Five digits: no picture or table is larger, and it keeps a count within any reader's integer.
            if (int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 100_000)
                Attribute(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Copy(Element element, string name)
    {
        if (element.GetAttribute(name) is { } value)
            Attribute(name, value);
    }

    private void Attribute(string name, string value)
    {
        _output.Append(' ').Append(name).Append("=\"");
        HtmlEscape.Append(_output, value, inAttribute: true);
        _output.Append('"');
    }

    private bool EndsWithOpenTag(string name)
    {
        var tag = "<" + name;
        for (var i = _output.Length - 2; i >= 0; i--)
        {
            if (_output[i] != '<')
                continue;
            if (_output.Length - i <= tag.Length)
                return false;
            for (var k = 0; k < tag.Length; k++)
            {
                if (_output[i + k] != tag[k])
                    return false;
            }
            return true;
        }
        return false;
    }

    private void Push(string name, object? source)
    {
        _output.Append('<').Append(name).Append('>');
        _open.Push((name, source));
    }

    private void Pop() => _output.Append("</").Append(_open.Pop().Name).Append('>');
}
