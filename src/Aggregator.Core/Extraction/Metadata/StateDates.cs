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
    /// <summary>Characters between a key and its value: quotes, a colon, white space, the escapes of JSON inside a string or an attribute.</summary>
    private const int MaxGap = 16;

    public static ReadDate? Read(IEnumerable<Element> scripts) => ScriptState.Find<ReadDate?>(scripts, DateMarks.StateKeys, ReadValue);

    private static ReadDate? ReadValue(ReadOnlySpan<char> rest)
    {
        var start = rest.IndexOfAnyInRange('0', '9');
        if (start is < 0 or > MaxGap || !rest[..start].Contains(':'))
            return null;
        var length = rest[start..].IndexOfAny('"', '\\', '&');
        return length > 0 ? DateText.Read(rest.Slice(start, length).ToString()) : null;
    }
}
