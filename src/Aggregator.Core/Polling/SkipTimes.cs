namespace Aggregator.Polling;

/// <summary>RSS <c>skipHours</c> and <c>skipDays</c>, both in GMT.</summary>
internal static class SkipTimes
{
    /// <summary>
    /// The first time from <paramref name="at"/> on that is not to be skipped; gives up at <paramref name="limit"/>, as some feeds list all 24 hours.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset at, PollMemory memory, DateTimeOffset limit)
    {
        var time = at.ToUniversalTime();
        while (IsSkipped(time, memory))
        {
            time = new DateTimeOffset(time.Year, time.Month, time.Day, time.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
            if (time > limit)
                return at;
        }

        return time;
    }

    private static bool IsSkipped(DateTimeOffset time, PollMemory memory) =>
        memory.SkipHours?.Contains(time.Hour) == true || memory.SkipDays?.Contains((int)time.DayOfWeek) == true;
}
