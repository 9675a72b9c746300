using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// The author in the state that scripts carry (<c>"pagePostAuthor":"Jane Doe"</c>, as tag managers are told it): where nothing else names one.
/// </summary>
internal static class StateAuthors
{
    /// <summary>State names its own page first; what lies deeper are lists of other pages.</summary>
    private const int MaxScript = 400_000;

    /// <summary>Characters between a key and its value: quotes, a colon, white space.</summary>
    private const int MaxGap = 6;

    /// <summary>Longer values are no names.</summary>
    private const int MaxName = 60;

    public static string? Read(IEnumerable<Element> scripts)
    {
        foreach (var script in scripts)
        {
            var text = script.RawText;
            if (text.Length > MaxScript)
                text = text[..MaxScript];
            foreach (var key in AuthorWords.StateKeys)
            {
                if (ReadAfter(text, key) is { } name)
                    return name;
            }
        }

        return null;
    }

    private static string? ReadAfter(ReadOnlySpan<char> text, string key)
    {
        var at = text.IndexOf(key, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = text[(at + key.Length)..];
        var colon = rest.IndexOf(':');
        if (colon is < 0 or > 2)
            return null;
        var start = rest[colon..].IndexOfAny('"', '\'');
        if (start is < 0 or > MaxGap)
            return null;
        rest = rest[(colon + start + 1)..];
        var length = rest.IndexOfAny('"', '\'', '\\');
        if (length is < 2 or > MaxName)
            return null;
        var name = rest[..length].Trim().ToString();
        return AuthorNames.LooksLikeName(name) && !AuthorNames.IsAccount(name) ? name : null;
    }
}
