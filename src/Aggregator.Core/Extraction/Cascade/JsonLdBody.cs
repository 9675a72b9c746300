using System.Text.Json;
using Aggregator.Html;
using Aggregator.Html.Dom;
using Aggregator.Text.Json;

namespace Aggregator.Extraction.Cascade;

/// <summary>The article's text as the page carries it for machines: <c>articleBody</c> or <c>reviewBody</c> in JSON-LD.</summary>
internal static class JsonLdBody
{
    /// <summary>The parser's own limit; JSON-LD of real pages nests below 20.</summary>
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Spares most pages the search for their scripts, which walks the tree.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> page) =>
        page.Contains("articleBody", StringComparison.Ordinal) || page.Contains("reviewBody", StringComparison.Ordinal);

    /// <returns>Plain text with line breaks as the page wrote them, or null.</returns>
    public static string? Find(Document document)
    {
        string? best = null;
        foreach (var script in document.Scripts)
        {
            if (script.GetAttribute("type") is not { } type || !type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                continue;
            var json = script.TextContent;
            if (json.Contains("Body\"", StringComparison.Ordinal) && Read(json) is { } body && body.Length > (best?.Length ?? 0))
                best = body;
        }
        return best is null ? null : ToPlainText(best);
    }

    private static string? Read(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(JsonSurrogates.Mend(EscapeControls(json)), Lenient);
            return Longest(parsed.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

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

    /// <summary>Raw line breaks and tabs inside strings are the commonest fault of hand-made JSON-LD.</summary>
    private static string EscapeControls(string json)
    {
        if (json.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0)
            return json;
        return string.Create(json.Length, json, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = source[i] < ' ' ? ' ' : source[i];
        });
    }

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
