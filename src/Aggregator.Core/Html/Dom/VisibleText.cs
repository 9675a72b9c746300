using System.Buffers;
using System.Text;
using Aggregator.Extraction.Words;

namespace Aggregator.Html.Dom;

/// <summary>The visible text of an element on one line.</summary>
internal static class VisibleText
{
    /// <summary>Longer than any headline, byline or date line; the walk stops there, so that a mislabelled container costs little.</summary>
    private const int MaxLength = 2000;

    /// <summary>Buffers are kept from call to call: a page asks for the text of some hundred elements, most of them a few words long.</summary>
    [ThreadStatic]
    private static StringBuilder? _text;

    [ThreadStatic]
    private static Stack<Node>? _open;

    /// <summary>Text with white space collapsed; line breaks and block boundaries count as a space, scripts and icons as nothing.</summary>
    public static string Of(Node root)
    {
        var children = root.ChildNodes;
        if (children.Length == 0)
            return "";
        if (children.Length == 1 && children[0] is TextNode only)
            return Collapse(only.Data);

        var text = (_text ??= new StringBuilder()).Clear();
        var open = _open ??= new Stack<Node>();
        open.Clear();
        open.Push(root);
        while (open.TryPop(out var node) && text.Length < MaxLength)
        {
            if (node is TextNode leaf)
            {
                text.Append(leaf.Data);
                continue;
            }

            if (node is Element element && node != root)
            {
                if (Formulas.Of(element) is { } formula)
                {
                    text.Append(formula);
                    continue;
                }

                if (IsSilent(element))
                    continue;
                if (!IsInline(element.LocalName))
                    text.Append(' ');
            }

            var inner = node.ChildNodes;
            for (var i = inner.Length - 1; i >= 0; i--)
                open.Push(inner[i]);
        }

        open.Clear();
        return Collapse(text.ToString());
    }

    /// <summary>Collapses white space of any kind to single spaces and drops characters that show nothing.</summary>
    public static string Collapse(string? value) => value is not null && IsCollapsed(value) ? value : Collapse(value.AsSpan());

    /// <inheritdoc cref="Collapse(string)"/>
    public static string Collapse(ReadOnlySpan<char> value)
    {
        if (IsCollapsed(value))
            return value.ToString();

        var buffer = ArrayPool<char>.Shared.Rent(value.Length);
        var length = 0;
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c))
            {
                if (length > 0 && buffer[length - 1] != ' ')
                    buffer[length++] = ' ';
            }
            else if (!IsInvisible(c))
            {
                buffer[length++] = c;
            }
        }

        var result = new string(buffer.AsSpan(0, length).TrimEnd(' '));
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }

    /// <summary>Says whether the element shows nothing of its own to a reader: code, icons, text for screen readers, hidden parts.</summary>
    public static bool IsSilent(Element element) =>
        element.LocalName is "rt" or "rp" or "script" or "style" or "svg" or "template" or "noscript" or "button" or "select"
        || (element.Attributes.Length > 0 && (element.HasAttribute("hidden") || PartWords.ScreenReaderOnly.IsMatch(element.ClassName)));

    private static bool IsCollapsed(ReadOnlySpan<char> value)
    {
        var afterSpace = true;
        foreach (var c in value)
        {
            if (c == ' ')
            {
                if (afterSpace)
                    return false;
                afterSpace = true;
                continue;
            }

            if (char.IsWhiteSpace(c) || IsInvisible(c))
                return false;
            afterSpace = false;
        }

        return !afterSpace;
    }

    private static bool IsInline(string name) =>
        name is "span" or "a" or "em" or "strong" or "b" or "i" or "u" or "mark" or "font" or "small" or "sup" or "sub" or "code" or "abbr" or "q" or "cite"
            or "wbr" or "time" or "bdi" or "s" or "ruby" or "rb";

    private static bool IsInvisible(char c) =>
        c is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u00AD' or '\uFEFF' or '\u2060' || (char.IsControl(c) && c != '\n');
}
