using System.Globalization;

namespace Aggregator.Api.Merged;

/// <summary>A month of entries, by the outlets' dates in UTC: a fixed part of a feed after RFC 5005 section 4.</summary>
internal sealed record ArchiveMonth(DateTimeOffset Start)
{
    /// <summary>Articles mostly arrive within a day of their date; who dates back by more than this is found in the change feed only.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    public DateTimeOffset End => Start.AddMonths(1);

    public string Name => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static ArchiveMonth Of(DateTimeOffset time) => new(new DateTimeOffset(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero));

    /// <summary>From its form in an address, <c>2026-10</c>; null when it is none.</summary>
    public static ArchiveMonth? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? new ArchiveMonth(start)
            : null;

    /// <summary>Nothing is expected to join it any more.</summary>
    public bool IsClosed(DateTimeOffset now) => now >= End + Grace;
}
