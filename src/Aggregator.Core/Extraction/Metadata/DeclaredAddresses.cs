using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>The addresses that a page declares: its canonical one and its lead image.</summary>
internal static class DeclaredAddresses
{
    public static string? Canonical(PageData page)
    {
        foreach (var link in page.Survey.Links)
        {
            if (HasRel(link, "canonical") && Absolute(page, link.GetAttribute("href")) is { } canonical)
                return canonical;
        }

        return Absolute(page, page.Survey.Meta("og:url"));
    }

    /// <summary>The lead image: og:image, JSON-LD, twitter:image, <c>link rel=image_src</c>.</summary>
    public static string? Image(PageData page) =>
        Absolute(page, page.Survey.Meta("og:image", "og:image:url", "og:image:secure_url"))
        ?? (page.Article is { } article
            ? page.JsonLd.Values(article, "image")
                .Concat(page.JsonLd.Values(article, "thumbnailUrl"))
                .Select(ImageAddress)
                .Select(address => Absolute(page, address))
                .FirstOrDefault(address => address is not null)
            : null)
        ?? Absolute(page, page.Survey.Meta("twitter:image", "twitter:image:src", "thumbnail", "sailthru.image.full"))
        ?? page.Survey.Links.Where(link => HasRel(link, "image_src"))
            .Select(link => Absolute(page, link.GetAttribute("href")))
            .FirstOrDefault(address => address is not null);

    /// <summary>An absolute http(s) address, resolved against the page's base; null for anything else.</summary>
    public static string? Absolute(PageData page, string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return null;
        var root = page.Survey.BaseAddress is { } declared && Uri.TryCreate(page.Url, declared, out var resolved) ? resolved : page.Url;
        return Uri.TryCreate(root, address.Trim(), out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
    }

    private static bool HasRel(Element link, string rel) =>
        link.GetAttribute("rel") is { } value && value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(rel, StringComparer.OrdinalIgnoreCase);

    private static string? ImageAddress(System.Text.Json.JsonElement image) =>
        image.ValueKind == System.Text.Json.JsonValueKind.Object
            ? JsonLd.Text(image, "url") ?? JsonLd.Text(image, "contentUrl") ?? JsonLd.Text(image, "@id")
            : JsonLd.Text(image);
}
