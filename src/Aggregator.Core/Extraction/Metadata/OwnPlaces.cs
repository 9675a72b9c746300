using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>Tells what stands in the article's own part of the page: near its headline and outside boxes that do not hold the headline.</summary>
internal sealed class OwnPlaces
{
    /// <summary>Elements: the wrappers, links and icons of one byline.</summary>
    public const int MaxBeside = 12;

    private readonly HashSet<Element> _aroundHeadline = [];
    private readonly int? _order;

    public OwnPlaces(SeenElement? headline)
    {
        _order = headline?.Order;
        for (var element = headline?.Element; element is not null; element = element.ParentElement)
            _aroundHeadline.Add(element);
    }

    /// <summary>A box that holds the headline is no box but a badly named container.</summary>
    public bool IsOwn(SeenElement found) => found.Foreign is null || _aroundHeadline.Contains(found.Foreign) || IsAsideOfArticle(found);

    /// <summary>
    /// Directly below the headline: a byline stands there even in a block whose class speaks of teasers or widgets, which pages share between
    /// their lists and the article's own head.
    /// </summary>
    public bool IsBesideHeadline(SeenElement found) =>
        Distance(found) is > 0 and <= MaxBeside && !found.In(PageZones.Nav | PageZones.Aside | PageZones.Footer | PageZones.Figure);

    /// <summary>Among what readers wrote below the article.</summary>
    public bool IsInComments(SeenElement found) => CommentSections.Hold(found.Element, _aroundHeadline.Contains);

    /// <summary>Elements between the headline and the place, negative before it; null on a page without a heading.</summary>
    public int? Distance(SeenElement found) => _order is { } order ? found.Order - order : null;

    /// <summary>An aside or a footer of the same <c>article</c> as the headline holds its byline and date, as HTML's own examples have it.</summary>
    private bool IsAsideOfArticle(SeenElement found)
    {
        if (found.Foreign is not { LocalName: "aside" or "footer" } box || !found.In(PageZones.Article) || found.In(PageZones.Noise | PageZones.Nav))
            return false;
        for (var element = box.ParentElement; element is not null; element = element.ParentElement)
        {
            if (element.LocalName == "article")
                return _aroundHeadline.Contains(element);
        }

        return false;
    }
}
