using System.Text;
using System.Text.Json;
using Aggregator.Extraction.Words;
using Aggregator.Html;

namespace Aggregator.Extraction.Cascade;

/// <summary>Finds the longest text in a page's state; one walk, each value is read once for itself and once for the list that it stands in.</summary>
internal sealed class StateBlocks
{
    /// <summary>Strings that are parsed as HTML; an article has some hundred blocks, and each parse costs some ten microseconds.</summary>
    private const int MaxParsed = 5000;

    /// <summary>A paragraph; shorter strings are labels and addresses.</summary>
    private const int MinBlock = 40;

    /// <summary>Two paragraphs.</summary>
    private const int MinHtml = 300;

    private static readonly string[] TextKeys = WordLists.Names("text-keys");

    /// <summary>What has an address of its own is a teaser, a picture or a link.</summary>
    private static readonly string[] AddressKeys = WordLists.Names("address-keys");

    private int _parsed;

    /// <summary>The longest text so far.</summary>
    public string? Best { get; private set; }

    public void Add(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                Offer(Join(element));
                foreach (var item in element.EnumerateArray())
                    Add(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if ((PartNames.Read(property.Name) & (WordKinds.Furniture | WordKinds.Comments)) != 0)
                        continue;
                    if (property.Value.ValueKind == JsonValueKind.String)
                        Offer(Html(property.Value));
                    else
                        Add(property.Value);
                }
                break;
        }
    }

    private void Offer(string? text) => Best = (text?.Length ?? 0) > (Best?.Length ?? 0) ? text : Best;

    private string? Html(JsonElement value) =>
        value.GetString() is { Length: >= MinHtml } text && text.Contains("</p>", StringComparison.OrdinalIgnoreCase) ? Plain(text) : null;

    /// <summary>The items' texts as lines if at least two of them are paragraphs.</summary>
    private string? Join(JsonElement list)
    {
        var lines = new StringBuilder();
        var paragraphs = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (Block(item) is not { Length: > 0 } text)
                continue;
            paragraphs += text.Length >= MinBlock ? 1 : 0;
            lines.Append(lines.Length > 0 ? "\n" : "").Append(text);
        }
        return paragraphs >= 2 ? lines.ToString() : null;
    }

    private string? Block(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
            return item.GetString() is { Length: >= MinBlock } text && text.Contains(' ') ? Plain(text) : null;
        if (item.ValueKind != JsonValueKind.Object
            || AddressKeys.Any(key => item.TryGetProperty(key, out var address) && address.ValueKind == JsonValueKind.String))
        {
            return null;
        }

        foreach (var key in TextKeys)
        {
            if (item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String)
                return Plain(value.GetString()!);
        }
        foreach (var key in (ReadOnlySpan<string>)["children", "content"])
        {
            if (item.TryGetProperty(key, out var spans) && spans.ValueKind == JsonValueKind.Array)
                return Spans(spans);
        }
        return null;
    }

    private string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text.Trim();
        return _parsed++ < MaxParsed ? PlainText.FromHtml(text) : "";
    }

    /// <summary>A paragraph cut where its type face changes.</summary>
    private static string Spans(JsonElement spans) => string.Concat(spans.EnumerateArray().Select(span =>
        span.ValueKind == JsonValueKind.Object && span.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : ""));
}
