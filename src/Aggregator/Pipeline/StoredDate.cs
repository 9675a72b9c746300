using Aggregator.Model;
using Aggregator.Text.Dates;

namespace Aggregator.Pipeline;

/// <summary>The date to store for an entry: never null, never in the future, its source telling what was done to the claim.</summary>
internal static class StoredDate
{
    // Clocks of honest servers differ by some minutes; what lies further ahead is a wrong claim.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>The first of an entry's dates that somebody meant: programs write their zero where they have none.</summary>
    public static ClaimedDate? Meant(params ReadOnlySpan<ClaimedDate?> claims)
    {
        foreach (var claim in claims)
        {
            if (claim is not null && !PlaceholderDates.Is(claim))
                return claim;
        }

        return null;
    }

    public static ClaimedDate Clamp(ClaimedDate? claim, DateTimeOffset now) => claim switch
    {
        null => new ClaimedDate(now, DatePrecision.Full, "first-seen"),
        _ when claim.Instant > now + Tolerance => new ClaimedDate(now, DatePrecision.Full, "first-seen (claim in the future)"),
        _ => claim,
    };
}
