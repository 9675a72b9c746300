using Aggregator.Model;

namespace Aggregator.Text.Dates;

/// <summary>What was read of a date, before it is checked.</summary>
internal struct DateParts
{
    public int Year;
    public int? Month;
    public int? Day;
    public int? Hour;
    public int Minute;
    public int Second;
    public long FractionTicks;

    /// <summary>Minutes east of Greenwich; null when no offset was given.</summary>
    public int? Offset;

    /// <summary>The place whose clocks were named instead of an offset.</summary>
    public TimeZoneInfo? Place;

    /// <summary>Midnight to the second is a day that a program filled up to a time.</summary>
    public readonly DatePrecision Precision =>
        Day is null ? DatePrecision.Month
        : Hour is null || (Hour, Minute, Second, FractionTicks) is (0, 0, 0, 0) ? DatePrecision.Day
        : Offset is null && Place is null ? DatePrecision.NoZone
        : DatePrecision.Full;

    /// <summary>The instant; null when a part is out of range. 24:00 is the next day's midnight, second 60 the next minute.</summary>
    public readonly DateTimeOffset? ToInstant()
    {
        var (month, day, hour) = (Month ?? 1, Day ?? 1, Hour ?? 0);
        if (Year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(Year, month) || hour > 24 || Minute > 59 || Second > 61)
            return null;
        // RFC 2822 section 3.3 lets offsets run to 99:59; DateTimeOffset takes no more than 14 hours, so beyond that only the instant is kept.
        var (midnight, time) = (new DateTime(Year, month, day), new TimeSpan(hour, Minute, Second) + TimeSpan.FromTicks(FractionTicks));
        var offset = Offset ?? (Year < 9999 && Place is { } place ? (int)place.GetUtcOffset(midnight + time).TotalMinutes : 0);
        if (Math.Abs(offset) > (99 * 60) + 59)
            return null;
        var ticks = midnight.Ticks + time.Ticks - (offset * TimeSpan.TicksPerMinute);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return null;
        var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return Math.Abs(offset) <= 14 * 60 && Year is > 1 and < 9999 ? instant.ToOffset(TimeSpan.FromMinutes(offset)) : instant;
    }

    /// <summary>RFC 2822 section 4.3: 00–49 are 2000–2049, 50–99 and three digits are 1900 and more.</summary>
    public static int FullYear(int year, int digits) => digits switch
    {
        <= 2 => year < 50 ? 2000 + year : 1900 + year,
        3 => 1900 + year,
        _ => year,
    };
}
