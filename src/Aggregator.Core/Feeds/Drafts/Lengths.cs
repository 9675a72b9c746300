using System.Globalization;

namespace Aggregator.Feeds.Drafts;

internal static class Lengths
{
    /// <summary>A length in bytes as a feed writes it; null when absent, negative or no number.</summary>
    public static long? Parse(string? text) =>
        long.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var length) && length >= 0 ? length : null;
}
