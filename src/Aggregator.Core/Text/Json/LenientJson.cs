using System.Net;
using System.Text.Json;

namespace Aggregator.Text.Json;

/// <summary>
/// Reads JSON as pages really carry it: wrapped in comments or CDATA, with raw line breaks in strings, trailing commas, bad escapes, unescaped
/// quotes, escaped as HTML, or cut off at the end.
/// </summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    /// <returns>The document, or null when the text is no JSON even after repair.</returns>
    public static JsonDocument? Parse(string text)
    {
        var body = Unwrap(text);
        if (body.Length == 0)
            return null;
        if (body.StartsWith("{&quot;", StringComparison.Ordinal) || body.StartsWith("[{&quot;", StringComparison.Ordinal))
            body = WebUtility.HtmlDecode(body);
        return TryParse(body) ?? TryParse(JsonRepair.Run(body, close: true));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(JsonRepair.MendSurrogates(text), Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>From the first bracket on; what stands before it is a comment opener, CDATA or an assignment.</summary>
    private static string Unwrap(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        // "<![CDATA[" has a bracket of its own
        var marker = text.IndexOf("CDATA[", StringComparison.Ordinal);
        if (marker >= 0 && marker < start + "<![CDATA[".Length)
        {
            var after = text.AsSpan(marker + 6).IndexOfAny('{', '[');
            start = after < 0 ? -1 : marker + 6 + after;
        }

        if (start < 0)
            return "";
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        while (end > start && text.AsSpan(0, end + 1).EndsWith("]]", StringComparison.Ordinal) && marker >= 0)
            end = text.AsSpan(0, end - 1).LastIndexOfAny('}', ']');
        return end > start ? text[start..(end + 1)] : text[start..];
    }
}
