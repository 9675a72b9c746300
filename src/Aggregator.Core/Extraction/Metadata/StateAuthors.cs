using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// The author in the state that scripts carry (<c>"pagePostAuthor":"Jane Doe"</c>, as tag managers are told it): where nothing else names one.
/// </summary>
internal static class StateAuthors
{
    /// <summary>Characters between a key and its value: quotes, a colon, white space.</summary>
    private const int MaxGap = 6;

    /// <summary>Longer values are no names.</summary>
    private const int MaxName = 60;

    public static string? Read(IEnumerable<Element> scripts) => ScriptState.Find<string>(scripts, AuthorWords.StateKeys, ReadValue);

    private static string? ReadValue(ReadOnlySpan<char> rest)
    {
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
