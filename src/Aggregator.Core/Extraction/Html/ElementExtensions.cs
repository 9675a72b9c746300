using AngleSharp.Dom;

namespace Aggregator.Extraction.Html;

/// <summary>What AngleSharp's class of elements gives by its interface only. Code that looks at each element of a page asks the class: a call through one of its ten interfaces costs several of that.</summary>
internal static class ElementExtensions
{
    public static bool HasAttributes(this Element element) => ((IElement)element).Attributes.Length > 0;
}
