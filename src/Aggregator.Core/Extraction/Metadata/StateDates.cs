using Aggregator.Extraction.Words;
using Aggregator.Html.Dom;
using Aggregator.Text.Dates;

namespace Aggregator.Extraction.Metadata;

/// <summary>
/// Dates of publication in the state that scripts carry (<c>"publishedAt":"2024-03-03T…"</c>): where a page shows its date only after scripts have
/// run.
/// </summary>
internal static class StateDates
{
    /// <summary>State names its own page first; what lies deeper are lists of other pages.</summary>
    private const int MaxScript = 400_000;

    /// <summary>Characters between a key and its value: quotes, a colon, white space, the escapes of JSON inside a string or an attribute.</summary>
    private const int MaxGap = 16;

    public static ReadDate? Read(IEnumerable<Element> scripts)
    {
        foreach (var script in scripts)
        {
            var text = script.RawText;
            if (text.Length > MaxScript)
                text = text[..MaxScript];
            foreach (var key in DateMarks.StateKeys)
            {
                if (ReadAfter(text, key) is { } date)
                    return date;
            }
        }

        return null;
    }

    private static ReadDate? ReadAfter(ReadOnlySpan<char> text, string key)
    {
        var at = text.IndexOf(key, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = text[(at + key.Length)..];
        var start = rest.IndexOfAnyInRange('0', '9');
        if (start is < 0 or > MaxGap || !rest[..start].Contains(':'))
            return null;
        var length = rest[start..].IndexOfAny('"', '\\', '&');
        return length > 0 ? DateText.Read(rest.Slice(start, length).ToString()) : null;
    }
}
