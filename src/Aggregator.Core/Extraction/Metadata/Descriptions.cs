using System.Net;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>What the page says the article is about: its summary, section and tags.</summary>
internal static class Descriptions
{
    /// <summary>More tags than this is search-engine stuffing.</summary>
    private const int MaxTags = 30;

    /// <summary>Longer "tags" are sentences.</summary>
    private const int MaxTagLength = 60;

    public static string? Summary(PageData page)
    {
        // the search-engine description before the social one: it is the one written to sum up the article
        foreach (var text in new[] { page.Survey.Meta("description"), page.Survey.Meta("og:description"), page.ArticleText("description"),
            page.Survey.Meta("twitter:description", "dc.description", "dcterms.abstract", "sailthru.description") })
        {
            var clean = Plain(text);
            if (clean.Length > 0)
                return clean;
        }

        return null;
    }

    public static string? Section(PageData page)
    {
        var section = Plain(page.ArticleText("articleSection")
            ?? page.Survey.Meta("article:section", "og:article:section", "parsely-section", "sailthru.section", "cxenseparse:section", "section", "category"));
        return section.Length is > 0 and <= MaxTagLength ? section : null;
    }

    public static IReadOnlyList<string> Tags(PageData page)
    {
        var tags = new List<string>();
        if (page.Article is { } article)
        {
            foreach (var value in page.JsonLd.Values(article, "keywords"))
                Add(JsonLd.Text(value.ValueKind == System.Text.Json.JsonValueKind.Object && value.TryGetProperty("name", out var name) ? name : value), tags);
        }

        foreach (var source in (ReadOnlySpan<string>)["article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"])
        {
            if (tags.Count > 0)
                break;
            foreach (var value in page.Survey.Metas(source))
                Add(value, tags);
        }

        return tags;
    }

    private static void Add(string? value, List<string> tags)
    {
        if (value is null)
            return;
        foreach (var part in Plain(value).Split([',', ';', '、', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // "keyword:", "nid:123" and the like are a content system's own labels
            if (part.Length <= MaxTagLength && tags.Count < MaxTags && !part.Contains(':') && !tags.Contains(part, StringComparer.OrdinalIgnoreCase))
                tags.Add(part);
        }
    }

    private static string Plain(string? text) => VisibleText.Collapse(text is not null && text.Contains('&') ? WebUtility.HtmlDecode(text) : text);
}
