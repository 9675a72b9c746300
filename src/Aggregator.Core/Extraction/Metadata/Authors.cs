using System.Text.Json;
using AngleSharp.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>Who wrote the article. Order of trust: JSON-LD, meta elements, microdata, <c>rel=author</c>, elements named as bylines.</summary>
internal static class Authors
{
    private static readonly string[] AuthorMetas =
    [
        "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "cxenseparse:author", "citation_author", "rnews:author", "article:author_name", "authors", "og:article:author", "dc.contributor", "twitter:data1",
    ];

    public static IReadOnlyList<string> Read(PageData page)
    {
        foreach (var source in (ReadOnlySpan<Func<PageData, List<string>>>)[FromJsonLd, FromMetas, FromMicrodata, FromRel, FromBylines])
        {
            var names = AuthorNames.Clean(source(page));
            if (names.Count > 0)
                return names;
        }

        return [];
    }

    private static List<string> FromJsonLd(PageData page)
    {
        var names = new List<string>();
        if (page.Article is not { } article)
            return names;
        foreach (var property in (ReadOnlySpan<string>)["author", "creator"])
        {
            foreach (var author in page.JsonLd.Values(article, property))
                AddName(author, names);
            if (names.Count > 0)
                break;
        }

        return names;
    }

    private static void AddName(JsonElement author, List<string> names)
    {
        if (author.ValueKind == JsonValueKind.String)
        {
            if (JsonLd.Text(author) is { } text)
                names.Add(text);
        }
        else if (author.ValueKind == JsonValueKind.Object && author.TryGetProperty("name", out var name))
        {
            if (name.ValueKind == JsonValueKind.Array)
                names.AddRange(name.EnumerateArray().Select(JsonLd.Text).OfType<string>());
            else if (JsonLd.Text(name) is { } text)
                names.Add(text);
        }
    }

    private static List<string> FromMetas(PageData page)
    {
        foreach (var name in AuthorMetas)
        {
            var values = page.Survey.Metas(name).Select(ElementText.Collapse).ToList();
            if (AuthorNames.Clean(values).Count > 0)
                return values;
        }

        return [];
    }

    private static List<string> FromMicrodata(PageData page)
    {
        var names = new List<string>();
        foreach (var found in page.Survey.Properties)
        {
            if (found.IsOwn && found.Element.GetAttribute("itemprop") is "author" or "creator")
                names.Add(found.Element.QuerySelector("[itemprop=name]") is { } name ? name.GetAttribute("content") ?? ElementText.Of(name) : ElementText.Of(found.Element));
        }

        return names;
    }

    private static List<string> FromRel(PageData page) =>
        [.. page.Survey.Bylines.Where(found => found.IsOwn && found.Element.GetAttribute("rel") is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase)).Select(found => ElementText.Of(found.Element))];

    private static List<string> FromBylines(PageData page)
    {
        foreach (var found in page.Survey.Bylines)
        {
            if (!found.IsOwn || found.Element.HasAttribute("rel"))
                continue;
            var text = ElementText.Of(found.Element);
            if (text.Length is > 2 and < 120 && AuthorNames.Clean([text]).Count > 0)
                return [text];
        }

        return [];
    }
}
