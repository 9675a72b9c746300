using System.Text;
using AngleSharp.Dom;

namespace Aggregator.Html.Dom;

/// <summary>Writes a tree on one line, ours and AngleSharp's alike: <c>p[id=a](Text b(bold))</c>. Texts that touch are one; comments and the contents of templates are left out.</summary>
internal static class Outline
{
    public static string Of(Node node)
    {
        var output = new StringBuilder();
        if (node is Element element)
            WriteStart(output, element.LocalName, element.Tag.NamespaceUri, element.Attributes.ToArray().Select(attribute => (attribute.Name, attribute.Value)));
        output.Append('(');
        foreach (var child in node.ChildNodes)
            output.Append(child is TextNode text ? text.Data : child is Container ? Of(child) : "");
        return output.Append(')').ToString();
    }

    public static string Of(INode node)
    {
        var output = new StringBuilder();
        if (node is IElement element)
            WriteStart(output, element.LocalName, element.NamespaceUri!, element.Attributes.Select(attribute => (attribute.Name, attribute.Value)));
        output.Append('(');
        foreach (var child in node.ChildNodes)
            output.Append(child is IText text ? text.Data : child is IElement ? Of(child) : "");
        return output.Append(')').ToString();
    }

    private static void WriteStart(StringBuilder output, string name, string ns, IEnumerable<(string Name, string Value)> attributes)
    {
        output.Append(' ').Append(ns == NamespaceNames.HtmlUri ? "" : ns[(ns.LastIndexOf('/') + 1)..] + ":").Append(name);
        foreach (var (attribute, value) in attributes)
            output.Append('[').Append(attribute).Append('=').Append(value).Append(']');
    }
}
