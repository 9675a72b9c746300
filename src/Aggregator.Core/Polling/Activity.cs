namespace Aggregator.Polling;

/// <summary>
/// When in the week a feed publishes, learnt from the dates of its entries: how many publications a day, how they spread over the hours (UTC)
/// and between working days and weekends. Old observations fade. Entries that come together count as one publication, because one poll finds them all.
/// </summary>
internal sealed record Activity
{
    /// <summary>The daily pattern changes slowly and needs weeks to show.</summary>
    private const double PatternDays = 28;

    /// <summary>Publications that an estimate of the rate rests on, while that takes between three days and this many.</summary>
    private const double RatePublications = 20, LeastRateDays = 3, MostRateDays = 45;

    /// <summary>Entries within this time of a publication's first belong to it: the shortest interval could not tell them apart.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(5);

    /// <summary>Publications that the even spread counts for beside what was seen.</summary>
    private const double Prior = 8;

    private const double DaysToShowHours = 3, DaysToShowWeek = 14;

    /// <summary>So many times more publications than expected are no chance but a feed that has woken up: the old rate is then mostly forgotten.</summary>
    private const double Surprise = 4;

    /// <summary>The newest entry date that was counted.</summary>
    public DateTimeOffset Newest { get; init; }

    /// <summary>Since when the feed is watched, the look back at its first document included.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Until when the feed was watched.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Publications within <see cref="Days"/>, faded.</summary>
    public double Count { get; init; }

    /// <summary>Entries in these publications, faded likewise.</summary>
    public double Entries { get; init; }

    /// <summary>Days watched, faded.</summary>
    public double Days { get; init; }

    /// <summary>Publications by hour of the day, UTC, faded.</summary>
    public double[] Hours { get; init; } = [];

    /// <summary>Publications on Saturdays and Sundays, faded.</summary>
    public double Weekend { get; init; }

    /// <summary>Publications a day.</summary>
    public double Rate => Days > 0 ? Count / Days : 0;

    /// <summary>Entries that come with one publication, at least 1.</summary>
    public double Size => Count > 0 ? Math.Max(1, Entries / Count) : 1;

    /// <summary>Adds the dates that are newer than the newest counted one.</summary>
    /// <param name="fresh">Entries that were not known: they were published now where they have no dates.</param>
    /// <param name="first">Interval to begin with where the first document has no two dates.</param>
    public static Activity Learn(Activity? before, IReadOnlyList<DateTimeOffset> dates, int fresh, TimeSpan first, DateTimeOffset now)
    {
        DateTimeOffset[] news = [.. dates.Select(d => d > now ? now : d).Where(d => before is null || d > before.Newest).Order()];
        if (news.Length == 0 && fresh > 0 && before is not null)
            news = [now];
        if (before is null && news.Length < 2)
            return Unknown(first, now);
        var start = before ?? Begin(news, now);
        return start.Fade(now, news.Length).Add(news, before is null ? DateTimeOffset.MinValue : before.Newest);
    }

    /// <summary>
    /// Publications to expect by hour of the day, UTC, a day's worth: 24 for working days, then 24 for the weekend. A pattern is believed as far as
    /// it can have shown: after days for the hours, weeks for the weekend.
    /// </summary>
    public double[] ExpectedRates()
    {
        double seen = Hours.Sum(), watched = (Until - Since).TotalDays, weekend = (Weekend + (Prior * 2 / 7)) / (seen + Prior);
        var rates = new double[48];
        for (var h = 0; h < 24; h++)
        {
            // neighbours count too: an outlet that publishes at nine will publish at ten before eight
            var smooth = (0.6 * Hours[h]) + (0.2 * Hours[(h + 23) % 24]) + (0.2 * Hours[(h + 1) % 24]);
            var hour = Rate * Trust(watched / DaysToShowHours, (smooth + (Prior / 24)) / (seen + Prior) * 24);
            rates[h] = hour * Trust(watched / DaysToShowWeek, (1 - weekend) * 7 / 5);
            rates[24 + h] = hour * Trust(watched / DaysToShowWeek, weekend * 7 / 2);
        }

        return rates;
    }

    private static double Trust(double shown, double factor) => shown >= 1 ? factor : 1 + (Math.Max(0, shown) * (factor - 1));

    /// <summary>The first document is a look back: as long as its entries reach, at most as far as the rate remembers.</summary>
    private static Activity Begin(DateTimeOffset[] dates, DateTimeOffset now) =>
        new()
        {
            Newest = dates[0] > DateTimeOffset.MinValue ? dates[0].AddTicks(-1) : dates[0],
            Since = Later(dates[0], now.AddDays(-MostRateDays)),
            Until = Later(dates[0], now.AddDays(-MostRateDays)),
            Hours = new double[24]
        };

    /// <summary>As if one publication had been seen within one first interval: each day without another makes it rarer.</summary>
    private static Activity Unknown(TimeSpan first, DateTimeOffset now) =>
        new() { Newest = now, Since = now, Until = now, Count = 1, Entries = 1, Days = first.TotalDays, Hours = new double[24] };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private Activity Fade(DateTimeOffset now, int news)
    {
        var days = Math.Max(0, (now - Until).TotalDays);
        var memory = Days + days > 0 ? Math.Clamp(RatePublications / Math.Max(Rate, 1e-6), LeastRateDays, MostRateDays) : MostRateDays;
        var rate = Days == 0 ? 1 : Math.Exp(-days / memory);
        if (news >= Surprise && news > Surprise * Rate * Size * days && Days > LeastRateDays)
            rate = LeastRateDays / Days;
        var pattern = Math.Exp(-days / PatternDays);
        return this with
        {
            Until = Later(now, Until),
            Count = Count * rate,
            Entries = Entries * rate,
            Days = (Days * rate) + days,
            Hours = [.. Hours.Select(h => Math.Round(h * pattern, 4))],
            Weekend = Weekend * pattern,
        };
    }

    private Activity Add(DateTimeOffset[] news, DateTimeOffset last)
    {
        if (news.Length == 0)
            return this;
        double count = Count, entries = Entries, weekend = Weekend;
        double[] hours = [.. Hours];
        foreach (var date in news)
        {
            var apart = date - last >= Together;
            last = apart ? date : last;
            var counts = Until - date <= TimeSpan.FromDays(MostRateDays);
            entries += counts ? 1 : 0;
            if (!apart)
                continue;
            var utc = date.ToUniversalTime();
            count += counts ? 1 : 0;
            hours[utc.Hour]++;
            weekend += utc.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
        }

        return this with { Newest = news[^1], Count = count, Entries = entries, Hours = hours, Weekend = weekend };
    }
}
