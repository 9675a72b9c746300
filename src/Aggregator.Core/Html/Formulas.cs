using System.Text;
using Aggregator.Html.Dom;

namespace Aggregator.Html;

/// <summary>
/// Formulas as text. MathML, and what KaTeX, MathJax and MediaWiki write in two or three forms side by side (for eyes, for screen readers, as a picture),
/// become one text: what the author wrote where it is given (<c>alttext</c>, the TeX annotation), else the characters of the MathML.
/// </summary>
internal static class Formulas
{
    /// <summary>Containers that hold one formula in several forms: part of a class.</summary>
    private static readonly string[] Containers = ["katex", "MathJax", "mwe-math-element"];

    /// <summary>The text of the formula that the element is, with all below it; null for any other element.</summary>
    public static string? Of(Element element)
    {
        switch (element.LocalName)
        {
            case "math":
                return OfMath(element);
            case "script":
                return OfScript(element);
            case "amp-mathml":
                return WithoutDelimiters(element.GetAttribute("data-formula") ?? "");
            case "mjx-container":
                return Inside(element);
            case "span" or "div":
                return element.ClassName is { Length: > 0 } name && IsContainer(name) ? OfContainer(element, name) : null;
            default:
                return null;
        }
    }

    private static bool IsContainer(string className)
    {
        foreach (var mark in Containers)
        {
            if (className.Contains(mark, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string? OfContainer(Element element, string className)
    {
        // Wrappers such as katex-display and MathJax_Display hold the container itself.
        if (element.ClassList.Contains("katex"))
            return Inside(element) ?? element.TextContent;
        if (className.Contains("MathJax_Preview", StringComparison.Ordinal))
            return "";
        if (className.Contains("mwe-math-element", StringComparison.Ordinal))
            return Inside(element);
        // MathJax 2 leaves the script that it rendered behind what it rendered.
        if (className.Contains("MathJax", StringComparison.Ordinal) && !className.Contains("process", StringComparison.OrdinalIgnoreCase))
            return element.NextElementSibling is { LocalName: "script" } script && OfScript(script) is not null ? "" : Inside(element);
        return null;
    }

    /// <summary>The first formula below an element, or the alternative of the picture that stands for it.</summary>
    private static string? Inside(Element element)
    {
        string? picture = null;
        foreach (var inner in element.Elements())
        {
            if (inner.LocalName == "math")
                return OfMath(inner);
            if (inner.LocalName == "img")
                picture ??= inner.GetAttribute("alt");
        }

        return picture is null ? null : WithoutDelimiters(picture);
    }

    private static string? OfScript(Element script) =>
        script.GetAttribute("type") is { } type && type.StartsWith("math/tex", StringComparison.OrdinalIgnoreCase)
            ? WithoutDelimiters(script.TextContent)
            : null;

    private static string OfMath(Element math)
    {
        if (math.GetAttribute("alttext") is { } given && !string.IsNullOrWhiteSpace(given))
            return WithoutDelimiters(given);
        foreach (var inner in math.Elements())
        {
            if (inner.LocalName == "annotation"
                && inner.GetAttribute("encoding") is { } encoding
                && encoding.Contains("tex", StringComparison.OrdinalIgnoreCase)
                && !string.IsNullOrWhiteSpace(inner.TextContent))
            {
                return WithoutDelimiters(inner.TextContent);
            }
        }

        return Characters(math);
    }

    /// <summary>The characters in order. A fraction's bar is drawn by the element, so it is written: 1 over 2 is not 12.</summary>
    private static string Characters(Element math)
    {
        var text = new StringBuilder();
        DomWalk.Visit([math], Enter, Leave);
        return text.ToString().Trim();

        bool Enter(Node node)
        {
            if (node is Element element)
            {
                if (IsPart(element) && !IsFirst(element))
                    text.Append('/');
                if (IsPart(element) && IsGroup(element))
                    text.Append('(');
                return element.LocalName is not ("annotation" or "annotation-xml");
            }

            // White space between elements is layout; invisible operators (U+2061 to U+2064) say how to read aloud.
            var isProse = node.ParentElement is { LocalName: "mtext" };
            foreach (var c in node is TextNode leaf ? leaf.Data : [])
            {
                if (isProse || (!char.IsWhiteSpace(c) && c is not (>= '\u2061' and <= '\u2064')))
                    text.Append(c);
            }

            return false;
        }

        void Leave(Element element)
        {
            if (IsPart(element) && IsGroup(element))
                text.Append(')');
        }

        static bool IsPart(Element element) => element.ParentElement is { LocalName: "mfrac" };

        static bool IsFirst(Element element) => element.ParentElement!.Children.First() == element;

        static bool IsGroup(Element element) => element.LocalName == "mrow" && element.ChildElementCount > 1;
    }

    /// <summary>TeX without the delimiters and the style that only tell a renderer what to do.</summary>
    private static string WithoutDelimiters(string tex)
    {
        const string style = "{\\displaystyle ", textStyle = "{\\textstyle ";
        var text = tex.AsSpan().Trim();
        foreach (var (start, end) in (ReadOnlySpan<(string, string)>)[("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"), ("$", "$"), (style, "}"), (textStyle, "}")])
        {
            if (text.Length >= start.Length + end.Length && text.StartsWith(start) && text.EndsWith(end))
                text = text[start.Length..^end.Length].Trim();
        }

        return text.ToString();
    }
}
