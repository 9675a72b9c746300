using System.Text.Json;
using Aggregator.Extraction.Metadata;
using Aggregator.Html;

namespace Aggregator.Extraction.Cascade;

/// <summary>The article's text as the page carries it for machines: <c>articleBody</c> or <c>reviewBody</c> in JSON-LD.</summary>
internal static class JsonLdBody
{
    /// <returns>Plain text with line breaks as the page wrote them, or null.</returns>
    public static string? Find(JsonLd jsonLd) =>
        jsonLd.Documents.Aggregate((string?)null, (best, document) => Longer(best, Longest(document.RootElement))) is { } body ? ToPlainText(body) : null;

    /// <summary>The longest body anywhere in the tree (lists, <c>@graph</c>, <c>mainEntity</c>); the depth is bounded by the parser.</summary>
    private static string? Longest(JsonElement element)
    {
        string? best = null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                best = Longer(best, Longest(item));
        }
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                var found = property.Value.ValueKind == JsonValueKind.String
                    ? property.Name is "articleBody" or "reviewBody" ? property.Value.GetString() : null
                    : property.Name is "comment" or "review" ? null : Longest(property.Value);
                best = Longer(best, found);
            }
        }
        return best;
    }

    private static string? Longer(string? a, string? b) => (b?.Length ?? 0) > (a?.Length ?? 0) ? b : a;

    private static string ToPlainText(string body)
    {
        // Some pages escape the markup twice.
        if (body.Contains("&lt;p", StringComparison.Ordinal) || body.Contains("&lt;/", StringComparison.Ordinal))
            body = System.Net.WebUtility.HtmlDecode(body);
        return PlainText.FromHtml(body.Contains("<p", StringComparison.OrdinalIgnoreCase) || body.Contains("<br", StringComparison.OrdinalIgnoreCase)
            ? body
            : body.Replace("\n", "<br>", StringComparison.Ordinal));
    }
}
