using System.Net;
using System.Text.Json;
using Aggregator.Html.Dom;
using Aggregator.Text.Json;

namespace Aggregator.Extraction.Metadata;

/// <summary>The JSON-LD of one page: every typed node, flattened, with references by <c>@id</c> resolved on demand.</summary>
internal sealed class JsonLd : IDisposable
{
    /// <summary>More nodes than any article page had; product lists and comment dumps go beyond it.</summary>
    private const int MaxNodes = 2000;

    private const int MaxDepth = 12;

    private readonly List<JsonDocument> _documents = [];
    private readonly List<JsonElement> _nodes = [];
    private readonly Dictionary<string, JsonElement> _byId = new(StringComparer.Ordinal);

    public IReadOnlyList<JsonElement> Nodes => _nodes;

    /// <summary>As the page has them, one for each script.</summary>
    public IReadOnlyList<JsonDocument> Documents => _documents;

    public static JsonLd Read(IEnumerable<string> scripts)
    {
        var result = new JsonLd();
        foreach (var script in scripts)
        {
            if (LenientJson.Parse(script) is not { } document)
                continue;
            result._documents.Add(document);
            result.Collect(document.RootElement, 0);
        }

        return result;
    }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    /// <summary>The value itself, or the node that it refers to when it is nothing but an <c>@id</c>.</summary>
    public JsonElement Resolve(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("name", out _) && Text(value, "@id") is { } id && _byId.TryGetValue(id, out var node)
            ? node
            : value;

    /// <summary>The property's values: the items of a list, or the one value, with references resolved.</summary>
    public IEnumerable<JsonElement> Values(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
            yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return Resolve(value);
            yield break;
        }

        foreach (var item in value.EnumerateArray())
            yield return Resolve(item);
    }

    /// <summary>
    /// A property as text: a string, the first string of a list, or a language-tagged <c>@value</c>; HTML entities decoded, white space collapsed.
    /// </summary>
    public static string? Text(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
            return null;
        return Text(value);
    }

    public static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
            JsonValueKind.Object => Text(value, "@value"),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : VisibleText.Collapse(text.Contains('&') ? WebUtility.HtmlDecode(text) : text);
    }

    /// <summary>Says whether the node has a type that passes the test; types are given without their vocabulary's address.</summary>
    public static bool HasType(JsonElement node, Func<string, bool> test)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("@type", out var type))
            return false;
        return type.ValueKind switch
        {
            JsonValueKind.String => test(Local(type.GetString()!)),
            JsonValueKind.Array => type.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String && test(Local(item.GetString()!))),
            _ => false,
        };
    }

    private static string Local(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    private void Collect(JsonElement value, int depth)
    {
        if (depth > MaxDepth || _nodes.Count >= MaxNodes)
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Collect(item, depth + 1);
            return;
        }

        if (value.ValueKind != JsonValueKind.Object)
            return;
        if (value.TryGetProperty("@type", out _))
        {
            _nodes.Add(value);
            if (Text(value, "@id") is { } id && !_byId.ContainsKey(id) && value.TryGetProperty("name", out _))
                _byId.Add(id, value);
        }

        foreach (var property in value.EnumerateObject())
            Collect(property.Value, depth + 1);
    }
}
