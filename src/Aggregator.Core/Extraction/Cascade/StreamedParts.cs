using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Aggregator.Extraction.Cascade;

/// <summary>
/// Puts the parts of a page that React streams in late (<c>&lt;div hidden id="S:1"&gt;</c>) where its script would put them: at the
/// placeholder <c>&lt;template id="B:1"&gt;</c>.
/// </summary>
internal static class StreamedParts
{
    public static void Place(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return;
        List<IElement> parts = [.. body.Children.Where(IsPart)];
        foreach (var part in parts)
        {
            if (document.GetElementById("B:" + part.Id![2..]) is { Parent: { } holder } place && !part.Contains(place))
            {
                while (part.FirstChild is { } child)
                    holder.InsertBefore(child, place);
            }
            part.RemoveAttribute("hidden");
        }
    }

    private static bool IsPart(IElement element) => element.LocalName == "div" && element.Id is ['S', ':', ..] && element.HasAttribute("hidden");
}
