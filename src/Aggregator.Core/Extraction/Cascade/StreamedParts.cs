using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Cascade;

/// <summary>
/// Puts the parts of a page that React streams in late (<c>&lt;div hidden id="S:1"&gt;</c>) where its script would put them: at the
/// placeholder <c>&lt;template id="B:1"&gt;</c>.
/// </summary>
internal static class StreamedParts
{
    public static void Place(Document document)
    {
        if (document.Body is not { } body)
            return;
        List<Element> parts = [.. body.Children.Where(IsPart)];
        foreach (var part in parts)
        {
            if (document.GetElementById("B:" + part.Id![2..]) is { Parent: { } holder } place && !part.Contains(place))
                holder.InsertAll(holder.IndexOf(place), part);
            part.RemoveAttribute("hidden");
        }
    }

    private static bool IsPart(Element element) => element.LocalName == "div" && element.Id is ['S', ':', ..] && element.HasAttribute("hidden");
}
