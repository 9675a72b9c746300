using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>Dates as feeds really write them.</summary>
public static class FeedDates
{
    // No date is longer; what is longer is text.
    private const int LongestDate = 100;

    /// <summary>
    /// Reads RFC 822 and ISO 8601 dates with their usual errors, dates in other orders and languages, and Unix times. Null when the text is no date.
    /// A date without a zone is read as UTC and says so.
    /// </summary>
    /// <param name="source">Where the text stood, such as <c>rss:pubDate</c>.</param>
    public static ClaimedDate? Parse(string? text, string source)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed.Length > LongestDate)
            return null;
        if (!DateScanner.Read(trimmed, out var parts))
            return EpochDate.Read(trimmed) is { } instant ? new ClaimedDate(instant, DatePrecision.Full, source) : null;
        return parts.ToInstant() is { } date ? new ClaimedDate(date, parts.Precision, source) : null;
    }
}
