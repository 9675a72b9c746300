using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>All that the readers of single fields look at, gathered once.</summary>
internal sealed class PageData(IHtmlDocument document, Uri url, PageSurvey survey, JsonLd jsonLd)
{
    public IHtmlDocument Document { get; } = document;

    public Uri Url { get; } = url;

    public PageSurvey Survey { get; } = survey;

    public JsonLd JsonLd { get; } = jsonLd;

    /// <summary>The node that describes the page's article, or null.</summary>
    public JsonElement? Article { get; } = ArticleNode.Find(jsonLd, url);

    /// <summary>A property of <see cref="Article"/> as text.</summary>
    public string? ArticleText(string property) => Article is { } article ? JsonLd.Text(article, property) : null;
}
