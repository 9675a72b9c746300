namespace Aggregator.Html;

/// <summary>
/// SVG and MathML inside a page, where markup follows other rules (HTML standard, "the rules for parsing tokens in foreign content"): "/>" ends an element, and
/// what stands in a script, a style or a title is markup like any other. Icons by the hundred are usual; none of them nests deep.
/// </summary>
internal struct ForeignContent
{
    private int _open;
    private bool _drawing;

    // Behind the next ">": many tags without one would else each look for it to the end of the page.
    private int _behind;

    /// <summary>Whether an svg or math element may be open.</summary>
    public readonly bool IsOpen => _open > 0;

    /// <summary>The place behind a tag that leaves nothing open; -1 for a tag to be counted.</summary>
    /// <param name="html">The page.</param>
    /// <param name="position">Where the tag begins.</param>
    /// <param name="name">Its name, in lower case.</param>
    /// <param name="isEnd">An end tag.</param>
    /// <param name="isRaw">In HTML, the element would hold text alone.</param>
    public int Pass(ReadOnlySpan<char> html, int position, ReadOnlySpan<char> name, bool isEnd, bool isRaw)
    {
        if (name is not ("svg" or "math") && !IsOpen)
            return -1;
        if (_behind <= position)
            _behind = Behind(html, '>', position);
        var end = _behind;
        var closed = !isEnd && html[end - 2] == '/';
        if (name is "svg" or "math")
        {
            if (closed)
                return end;
            _open = Math.Max(0, _open + (isEnd ? -1 : 1));
            _drawing = !isEnd && name is "svg";
            return -1;
        }

        if (isRaw && !isEnd && WithoutMarkup(html, end, name) is { } behind)
            return behind;
        // Any tag that no drawing has may end the foreign content, and behind it a self-closed tag of HTML would stay open.
        _drawing &= name is "g" or "path" or "use" or "circle" or "rect" or "line" or "polygon" or "polyline" or "ellipse" or "stop" or "defs" or "symbol"
            or "clippath" or "mask" or "lineargradie" or "radialgradie" or "pattern" or "text" or "tspan" or "filter" or "animate";
        return _drawing && closed ? end : -1;
    }

    /// <summary>The place behind the element's end tag when nothing but text stands before it.</summary>
    private static int? WithoutMarkup(ReadOnlySpan<char> html, int start, ReadOnlySpan<char> name)
    {
        var next = html[start..].IndexOf('<');
        if (next < 0 || !html[(start + next)..].StartsWith("</") || !html[(start + next + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            return null;
        return Behind(html, '>', start + next);
    }

    private static int Behind(ReadOnlySpan<char> html, char mark, int start)
    {
        var at = html[start..].IndexOf(mark);
        return at < 0 ? html.Length : start + at + 1;
    }
}
