namespace Aggregator.Configuration;

/// <summary>Time zones by the names that settings give them.</summary>
internal static class Zones
{
    /// <summary>The zone of an IANA name such as <c>Europe/Berlin</c>; UTC for null; null when this machine knows none of that name.</summary>
    public static TimeZoneInfo? Find(string? name) =>
        name is null ? TimeZoneInfo.Utc : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
