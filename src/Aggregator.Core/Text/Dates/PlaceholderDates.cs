using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>What programs write where they have no date: their zero.</summary>
public static class PlaceholderDates
{
    /// <summary>Printed news is four centuries old.</summary>
    private const int FirstYear = 1000;

    /// <summary>In seconds: zones run from -12:00 to +14:00, in quarters of an hour.</summary>
    private const double WidestZone = 14 * 3600, QuarterHour = 900;

    /// <summary>
    /// A year before any publication, such as 1 (.NET, Go, PHP's -1) or 2 (Java), or the second 0 (or -1, an error) of Unix, also where it is written by the
    /// clocks of another zone that is not named. Other old dates may be meant.
    /// </summary>
    public static bool Is(ClaimedDate date)
    {
        ArgumentNullException.ThrowIfNull(date);
        if (date.Instant.Year < FirstYear)
            return true;
        var seconds = (date.Instant.UtcDateTime - DateTime.UnixEpoch).TotalSeconds;
        return date.Precision switch
        {
            DatePrecision.Full => seconds is 0 or -1,
            DatePrecision.NoZone => Math.Abs(seconds) <= WidestZone && seconds % QuarterHour is 0 or -1,
            DatePrecision.Day => seconds == 0 || date.Instant.Date == DateTime.UnixEpoch || date.Instant.Date == DateTime.UnixEpoch.AddDays(-1),
            _ => false,
        };
    }
}
