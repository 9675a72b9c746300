using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>The outlet's own name. Order of trust: og:site_name, JSON-LD publisher, application-name, the JSON-LD WebSite.</summary>
internal static class SiteNames
{
    private const int MaxLength = 80;

    /// <summary>Names of outlets that begin the document's title are shorter.</summary>
    private const int MinHeadline = 30;

    public static string? Name(PageData page) =>
        Accept(page, page.Survey.Meta("og:site_name"))
        ?? (page.Article is { } article
            ? page.JsonLd.Values(article, "publisher")
                .Select(publisher =>
                    Accept(page, publisher.ValueKind == System.Text.Json.JsonValueKind.String ? JsonLd.Text(publisher) : JsonLd.Text(publisher, "name")))
                .FirstOrDefault(name => name is not null)
            : null)
        ?? Accept(page, page.Survey.Meta("application-name", "dc.publisher", "dcterms.publisher", "apple-mobile-web-app-title", "publisher"))
        ?? page.JsonLd.Nodes.Where(node => JsonLd.HasType(node, type => type == "WebSite"))
            .Select(node => Accept(page, JsonLd.Text(node, "name")))
            .FirstOrDefault(name => name is not null);

    /// <summary>The name and the parts of the host that may be a name.</summary>
    public static List<string> Keys(string? name, Uri url)
    {
        var keys = new List<string>();
        if (name is not null)
            keys.Add(TitleParts.Key(name));
        var host = url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host[4..] : url.Host;
        keys.Add(TitleParts.Key(host));
        foreach (var label in host.Split('.'))
        {
            // shorter labels are no names: country codes, "com", "co"
            if (label.Length > 3)
                keys.Add(TitleParts.Key(label));
        }

        return keys;
    }

    private static string? Accept(PageData page, string? name)
    {
        var clean = VisibleText.Collapse(name);
        if (clean.Length is 0 or > MaxLength || clean.Contains("://", StringComparison.Ordinal))
            return null;
        // some templates repeat the headline in og:site_name
        return clean.Length > MinHeadline && page.Survey.DocumentTitle.StartsWith(clean, StringComparison.OrdinalIgnoreCase) ? null : clean;
    }
}
