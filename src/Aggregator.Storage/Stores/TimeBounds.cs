namespace Aggregator.Stores;

internal static class TimeBounds
{
    /// <summary>The bound in whole milliseconds, as times are kept: one between two milliseconds lies after the earlier one.</summary>
    public static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds() + (time.Ticks % TimeSpan.TicksPerMillisecond == 0 ? 0 : 1);
}
