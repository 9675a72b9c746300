using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// Values by their keys in the state that scripts carry (<c>"publishedAt":"2024-03-03T…"</c>): JSON, code, or JSON in a string of code.
/// </summary>
internal static class ScriptState
{
    /// <summary>State names its own page first; what lies deeper are lists of other pages.</summary>
    private const int MaxScript = 400_000;

    /// <summary>What follows a key as a value, or null if it is none.</summary>
    public delegate T? ReadValue<T>(ReadOnlySpan<char> rest);

    /// <summary>The value of the first key, in the order of the keys, in the first script that has one.</summary>
    public static T? Find<T>(IEnumerable<Element> scripts, string[] keys, ReadValue<T> read)
    {
        foreach (var script in scripts)
        {
            var text = script.RawText;
            if (text.Length > MaxScript)
                text = text[..MaxScript];
            foreach (var key in keys)
            {
                var at = text.IndexOf(key, StringComparison.Ordinal);
                if (at >= 0 && read(text[(at + key.Length)..]) is { } value)
                    return value;
            }
        }

        return default;
    }
}
