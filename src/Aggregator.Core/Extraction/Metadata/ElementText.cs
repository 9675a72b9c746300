using System.Text;
using AngleSharp.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>The visible text of an element on one line.</summary>
internal static class ElementText
{
    /// <summary>Longer than any headline, byline or date line; the walk stops there, so that a mislabelled container costs little.</summary>
    private const int MaxLength = 2000;

    /// <summary>Text with white space collapsed; line breaks and block boundaries count as a space, scripts and icons as nothing.</summary>
    public static string Of(INode root)
    {
        if (root is { ChildNodes: [IText only] })
            return Collapse(only.Data);

        var text = new StringBuilder();
        var open = new Stack<INode>();
        open.Push(root);
        while (open.TryPop(out var node) && text.Length < MaxLength)
        {
            if (node is IText leaf)
            {
                text.Append(leaf.Data);
                continue;
            }

            if (node is IElement element && node != root)
            {
                if (IsSilent(element))
                    continue;
                if (!IsInline(element.LocalName))
                    text.Append(' ');
            }

            for (var i = node.ChildNodes.Length - 1; i >= 0; i--)
                open.Push(node.ChildNodes[i]);
        }

        return Collapse(text.ToString());
    }

    /// <summary>Collapses white space of any kind to single spaces and drops characters that show nothing.</summary>
    public static string Collapse(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";

        var result = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else if (!IsInvisible(c))
            {
                result.Append(c);
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>Says whether the element shows nothing of its own to a reader: code, icons, text for screen readers, hidden parts.</summary>
    public static bool IsSilent(IElement element) =>
        element.LocalName is "rt" or "rp" or "script" or "style" or "svg" or "template" or "noscript" or "button" or "select"
        || element.HasAttribute("hidden")
        || Vocabulary.ScreenReaderOnly.IsMatch(element.ClassName);

    private static bool IsInline(string name) =>
        name is "span" or "a" or "em" or "strong" or "b" or "i" or "u" or "mark" or "font" or "small" or "sup" or "sub" or "code" or "abbr" or "q" or "cite" or "wbr" or "time" or "bdi" or "s" or "ruby" or "rb";

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u00AD' or '\uFEFF' or '\u2060' || (char.IsControl(c) && c != '\n');
}
