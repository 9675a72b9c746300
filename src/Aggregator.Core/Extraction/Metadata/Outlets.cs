namespace Aggregator.Extraction.Metadata;

/// <summary>The outlet's own name. Order of trust: og:site_name, JSON-LD publisher, application-name, the JSON-LD WebSite.</summary>
internal static class Outlets
{
    private const int MaxLength = 80;

    public static string? Name(PageData page) =>
        Accept(page.Survey.Meta("og:site_name"))
        ?? (page.Article is { } article ? page.JsonLd.Values(article, "publisher").Select(publisher => Accept(publisher.ValueKind == System.Text.Json.JsonValueKind.String ? JsonLd.Text(publisher) : JsonLd.Text(publisher, "name"))).FirstOrDefault(name => name is not null) : null)
        ?? Accept(page.Survey.Meta("application-name", "dc.publisher", "dcterms.publisher", "apple-mobile-web-app-title", "publisher"))
        ?? page.JsonLd.Nodes.Where(node => JsonLd.HasType(node, type => type == "WebSite")).Select(node => Accept(JsonLd.Text(node, "name"))).FirstOrDefault(name => name is not null);

    private static string? Accept(string? name)
    {
        var clean = ElementText.Collapse(name);
        return clean.Length is > 0 and <= MaxLength && !clean.Contains("://", StringComparison.Ordinal) ? clean : null;
    }
}
