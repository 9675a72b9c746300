using System.Globalization;

namespace Aggregator.Text.Dates;

/// <summary>Unix times: seconds, milliseconds or microseconds, told apart by size.</summary>
internal static class EpochDate
{
    // 1990-01-01 and 2100-01-01 in seconds: before the web, and beyond any feed. Smaller and larger numbers are no times in that unit.
    private const long First = 631_152_000;
    private const long Last = 4_102_444_800;

    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        foreach (var unit in (ReadOnlySpan<decimal>)[1, 1_000, 1_000_000])
        {
            if (number / unit is >= First and <= Last)
                return DateTimeOffset.UnixEpoch.AddTicks((long)(number / unit * TimeSpan.TicksPerSecond));
        }

        return null;
    }
}
