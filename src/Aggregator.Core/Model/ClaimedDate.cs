namespace Aggregator.Model;

/// <summary>How much of a date its source really gave.</summary>
public enum DatePrecision
{
    /// <summary>Date, time and zone.</summary>
    Full,

    /// <summary>Date and time without a zone, read by the outlet's clocks where the page tells its country, else as UTC.</summary>
    NoZone,

    /// <summary>
    /// A day without a time, or with midnight to the second, which programs fill in: midnight by the outlet's clocks where the page tells its country, else
    /// midnight UTC.
    /// </summary>
    Day,

    /// <summary>A month without a day.</summary>
    Month,
}

/// <summary>A date as somebody claimed it: the instant, how precise the claim was, and who made it.</summary>
/// <param name="Instant">The instant, in the offset that the source wrote; where it wrote none, in the outlet's where that is known, else UTC.</param>
/// <param name="Precision">How much of <paramref name="Instant"/> the source gave.</param>
/// <param name="Source">Where it was read, in lower case: <c>rss:pubDate</c>, <c>json-ld</c>, <c>meta:article:published_time</c>, <c>url</c>,
/// <c>first-seen</c>.</param>
public sealed record ClaimedDate(DateTimeOffset Instant, DatePrecision Precision, string Source)
{
    /// <summary>Nobody claimed it: it is when we first saw the entry, and stands in where nothing is known.</summary>
    public bool IsFirstSeen() => Source.StartsWith("first-seen", StringComparison.Ordinal);
}
