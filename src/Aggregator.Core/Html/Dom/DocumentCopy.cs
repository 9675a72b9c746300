using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Aggregator.Html.Dom;

/// <summary>Makes a page of AngleSharp's nodes one of ours.</summary>
internal static class DocumentCopy
{
    public static Document Of(IDocument original, DocumentFactory factory)
    {
        var document = factory.CreateCopy(original.Source);
        var open = new Stack<(INode From, Container To)>();
        open.Push((original, document));
        while (open.TryPop(out var next))
        {
            foreach (var child in next.From.ChildNodes)
            {
                if (child is IText text)
                {
                    next.To.AppendText(text.Data.AsMemory());
                }
                else if (child is IElement element)
                {
                    var copy = Copy(element, document, factory);
                    next.To.Add(copy);
                    open.Push((child, copy));
                }
            }
        }
        return document;
    }

    private static Element Copy(IElement element, Document document, DocumentFactory factory)
    {
        document.CountElement();
        var copy = element.NamespaceUri == NamespaceNames.SvgUri ? (Element)factory.CreateSvg(document, element.LocalName)
            : element.NamespaceUri == NamespaceNames.MathMlUri ? (Element)factory.CreateMath(document, element.LocalName)
            : factory.Create(document, element.LocalName, element.Prefix ?? "", NodeFlags.None);
        foreach (var attribute in element.Attributes)
            ((IConstructableElement)copy).SetOwnAttribute(attribute.Name, attribute.Value);
        return copy;
    }
}
