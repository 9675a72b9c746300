namespace Aggregator.Stores;

/// <summary>Quarters of an hour since 1970: the hours and days of every time zone are made of whole ones.</summary>
internal static class QuarterHours
{
    public const long Milliseconds = 15 * 60 * 1000;

    public static long Of(long ms) => ms >= 0 ? ms / Milliseconds : (ms - Milliseconds + 1) / Milliseconds;
}
