using System.Globalization;

namespace Aggregator.Pages;

/// <summary>Times as a person says them.</summary>
internal static class Relative
{
    /// <summary>"5 min ago", "in 2 h", "yesterday" and so on; the date from a week on.</summary>
    public static string Text(DateTimeOffset at, DateTimeOffset now)
    {
        var distance = (now - at).Duration();
        if (distance < TimeSpan.FromMinutes(1))
            return "now";
        if (distance >= TimeSpan.FromDays(7))
            return at.UtcDateTime.ToString(at.Year == now.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
        var amount = distance < TimeSpan.FromHours(1) ? $"{(int)distance.TotalMinutes} min"
            : distance < TimeSpan.FromDays(1) ? $"{(int)distance.TotalHours} h"
            : (int)distance.TotalDays == 1 ? "1 day"
            : $"{(int)distance.TotalDays} days";
        return at <= now ? $"{amount} ago" : $"in {amount}";
    }
}
