namespace Aggregator.Polling;

/// <summary>Reads <c>Retry-After</c> (RFC 9110 §10.2.3), seconds or a date.</summary>
public static class RetryAfter
{
    /// <summary>The shortest wait that is believed: less is a server's default, not its wish (fetching.md rule 11).</summary>
    public static TimeSpan Least { get; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait that is believed: servers have sent 88 hours and a year (fetching.md rule 11).</summary>
    public static TimeSpan Most { get; } = TimeSpan.FromHours(24);

    /// <summary>The wait, within <see cref="Least"/> and <see cref="Most"/>; null when the header is absent, unreadable or lies in the past.</summary>
    public static TimeSpan? Parse(string? raw, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(raw))
            return null;
        TimeSpan? wait = HttpDate.Parse(raw) is { } until ? until - now
            : Freshness.LeadingNumber(raw) is { } seconds ? TimeSpan.FromSeconds(seconds)
            : null;
        return wait is { } w && w > TimeSpan.Zero ? Clamp(w) : null;
    }

    private static TimeSpan Clamp(TimeSpan wait) => wait < Least ? Least : wait > Most ? Most : wait;
}
