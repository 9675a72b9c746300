using System.Text.Json;

namespace Aggregator.Extraction.Metadata;

/// <summary>All that the readers of single fields look at, gathered once.</summary>
internal sealed class PageData
{
    public PageData(Uri url, PageSurvey survey, JsonLd jsonLd)
    {
        Url = url;
        Survey = survey;
        JsonLd = jsonLd;
        Article = ArticleNode.Find(jsonLd, url);
        OutletName = SiteNames.Name(this);
        OutletKeys = SiteNames.Keys(OutletName, url);
        Headline = Titles.Read(this);
        Places = new OwnPlaces(Headline.Heading);
    }

    public Uri Url { get; }

    public PageSurvey Survey { get; }

    public JsonLd JsonLd { get; }

    /// <summary>The node that describes the page's article, or null.</summary>
    public JsonElement? Article { get; }

    public string? OutletName { get; }

    /// <summary>What the outlet may be called inside titles and author fields, reduced by <see cref="TitleParts.Key"/>.</summary>
    public IReadOnlyList<string> OutletKeys { get; }

    public Headline Headline { get; }

    public OwnPlaces Places { get; }

    /// <summary>A property of <see cref="Article"/> as text.</summary>
    public string? ArticleText(string property) => Article is { } article ? JsonLd.Text(article, property) : null;
}
