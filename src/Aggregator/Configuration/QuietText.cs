using System.Globalization;
using Aggregator.Polling;

namespace Aggregator.Configuration;

/// <summary>Quiet hours as settings write them: <c>23:00-06:00 Europe/Berlin</c>, without a zone UTC; <c>none</c> for no quiet.</summary>
internal static class QuietText
{
    public const string None = "none";

    /// <param name="fault">What is wrong, to follow the setting's name; null when nothing is.</param>
    /// <returns>Null for no text, for <c>none</c> and for a fault.</returns>
    public static QuietHours? Parse(string? text, out string? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var hours = parts[0].Split('-');
        if (parts.Length > 2 || hours.Length != 2 || Time(hours[0]) is not { } from || Time(hours[1]) is not { } to || from == to)
        {
            fault = $"must be two different times and a zone such as \"23:00-06:00 Europe/Berlin\", or \"{None}\", not \"{text}\"";
            return null;
        }

        if (Zones.Find(parts.Length == 2 ? parts[1] : null) is { } zone)
            return new QuietHours(from, to, zone);
        fault = $"names no time zone that this machine knows: \"{parts[1]}\"; write one such as \"Europe/Berlin\"";
        return null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
