using AngleSharp.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>Tells what stands in the article's own part of the page: near its headline and outside boxes that do not hold the headline.</summary>
internal sealed class OwnPlaces
{
    private readonly HashSet<IElement> _aroundHeadline = [];
    private readonly int? _order;

    public OwnPlaces(Found? headline)
    {
        _order = headline?.Order;
        for (var element = headline?.Element; element is not null; element = element.ParentElement)
            _aroundHeadline.Add(element);
    }

    /// <summary>A box that holds the headline is no box but a badly named container.</summary>
    public bool IsOwn(Found found) => found.Foreign is null || _aroundHeadline.Contains(found.Foreign);

    /// <summary>Elements between the headline and the place, negative before it; null on a page without a heading.</summary>
    public int? Distance(Found found) => _order is { } order ? found.Order - order : null;
}
