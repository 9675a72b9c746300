namespace Aggregator.Stores;

/// <summary>Time-ordered ids: the second of publication times 4,096 plus a place in that second.</summary>
internal static class ArticleIds
{
    public const int PlacesPerSecond = 4096;

    // 1970 to the year 9999: what both the multiplication and the calendar hold.
    private const long LastSecond = 253_402_300_799;

    /// <summary>How many seconds an article may slip when its own second is full (65,536 articles dated alike).</summary>
    public const int MostSlip = 16;

    /// <summary>The smallest id that an article of this instant's second may have.</summary>
    public static long Floor(long ms) => Math.Clamp((long)Math.Floor(ms / 1000.0), 1, LastSecond) * PlacesPerSecond;

    public static bool SameSecond(long id, long ms) => id / PlacesPerSecond == Floor(ms) / PlacesPerSecond;
}
