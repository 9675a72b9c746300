using System.Text.Json;

namespace Aggregator.Feeds.JsonFeed;

/// <summary>Forgiving access: an absent or mistyped value reads as nothing.</summary>
internal static class JsonElements
{
    extension(JsonElement element)
    {
        /// <summary>A member of an object; an undefined element when absent.</summary>
        public JsonElement Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

        /// <summary>A string, trimmed, or a number as written (ids of version 1.0 may be numbers); null for anything else and for empty text.</summary>
        public string? Text() => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!.Trim() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
    }
}
