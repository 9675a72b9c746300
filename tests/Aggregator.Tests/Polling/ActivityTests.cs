namespace Aggregator.Polling;

public sealed class ActivityTests
{
    /// <summary>A Monday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan First = TimeSpan.FromHours(6);

    [Fact]
    public void Entries_within_five_minutes_are_one_publication()
    {
        var activity = Learn(null, Now.AddHours(-2), Now.AddHours(-2).AddMinutes(4.9), Now.AddHours(-1), Now.AddHours(-1).AddMinutes(5));
        Assert.Equal((3, 4), (activity.Count, activity.Entries));
        Assert.Equal(36, activity.Rate, 6);
        Assert.Equal(4.0 / 3, activity.Size, 6);
    }

    [Fact]
    public void What_is_older_than_the_rate_remembers_shows_hours_only()
    {
        var activity = Learn(null, Now.AddDays(-46), Now.AddDays(-45), Now.AddDays(-1));
        Assert.Equal((2, 2, 45, 3), (activity.Count, activity.Entries, activity.Days, activity.Hours.Sum()));
    }

    [Fact]
    public void Dates_count_once_and_those_in_the_future_as_now()
    {
        var first = Learn(null, Now.AddHours(-3), Now.AddYears(1));
        Assert.Equal((2, Now), (first.Count, first.Newest));
        var second = Learn(first, Now.AddHours(-4), Now.AddHours(-3), Now);
        Assert.Equal((2, Now), (second.Count, second.Newest));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Without_dates_a_publication_is_now_where_an_entry_is_new(int fresh, int expected)
    {
        var before = Learn(null, Now.AddDays(-2), Now.AddDays(-1)) with { Count = 0, Hours = new double[24] };
        Assert.Equal(expected, Activity.Learn(before, [], fresh, First, Now).Count);
    }

    [Fact]
    public void Of_one_date_nothing_is_learnt_but_the_first_interval()
    {
        var unknown = Learn(null, Now.AddDays(-3));
        Assert.Equal((4, 1), (unknown.Rate, unknown.Size));
        Assert.Equal(0, unknown.Hours.Sum());
    }

    [Fact]
    public void Days_and_hours_of_the_week_are_those_of_utc()
    {
        DateTimeOffset friday = new(2026, 2, 27, 23, 30, 0, TimeSpan.FromHours(-2)), sunday = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        var activity = Learn(null, friday, sunday, Now.AddHours(-1));
        Assert.Equal(2, activity.Weekend);
        Assert.Equal((1, 1, 1), (activity.Hours[1], activity.Hours[10], activity.Hours[11]));
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(1, 20)]
    [InlineData(0.1, 45)]
    public void The_rate_is_forgotten_after_twenty_publications_within_three_and_forty_five_days(double rate, int days)
    {
        var before = Seen(count: rate * 10, days: 10);
        var after = Activity.Learn(before, [], 0, First, Now.AddDays(days));
        Assert.Equal(before.Count / Math.E, after.Count, 4);
        Assert.Equal(before.Entries / Math.E, after.Entries, 4);
        Assert.Equal((10 / Math.E) + days, after.Days, 4);
        Assert.Equal(Now.AddDays(days), after.Until);
    }

    [Fact]
    public void The_pattern_is_forgotten_after_four_weeks()
    {
        var before = Seen(10, 10) with { Hours = [.. Enumerable.Repeat(1.0, 24)], Weekend = 5 };
        var after = Activity.Learn(before, [], 0, First, Now.AddDays(28));
        Assert.All(after.Hours, hour => Assert.Equal(1 / Math.E, hour, 3));
        Assert.Equal(5 / Math.E, after.Weekend, 4);
    }

    [Fact]
    public void A_clock_that_goes_back_forgets_nothing()
    {
        var after = Activity.Learn(Seen(10, 10), [], 0, First, Now.AddDays(-1));
        Assert.Equal((10, 10, Now), (after.Count, after.Days, after.Until));
    }

    [Theory]
    [InlineData(10, 10, 1, 4, false)]
    [InlineData(10, 10, 1, 5, true)]
    [InlineData(10, 20, 1, 8, false)]
    [InlineData(10, 20, 1, 9, true)]
    [InlineData(10, 10, 2, 8, false)]
    [InlineData(0.1, 0.1, 1, 3, false)]
    [InlineData(0.1, 0.1, 1, 4, true)]
    public void A_feed_that_wakes_up_forgets_its_old_rate(double count, double entries, int daysLater, int news, bool wakes)
    {
        var before = Seen(count, 10) with { Entries = entries };
        var now = Now.AddDays(daysLater);
        var after = Activity.Learn(before, [.. Enumerable.Range(1, news).Select(i => now.AddMinutes(-10 * i))], news, First, now);
        Assert.Equal(wakes, after.Days < daysLater + 4);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(3.1, true)]
    public void What_was_watched_for_three_days_has_no_old_rate_to_forget(double days, bool wakes)
    {
        var now = Now.AddDays(0.1);
        var after = Activity.Learn(Seen(3, days), [.. Enumerable.Range(1, 9).Select(i => now.AddMinutes(-10 * i))], 9, First, now);
        Assert.Equal(wakes ? 3.1 : (days * Math.Exp(-0.1 / 20)) + 0.1, after.Days, 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(9)]
    [InlineData(30)]
    public void A_week_of_expected_rates_is_a_week_of_the_rate(double watched)
    {
        var rates = Patterned(watched).ExpectedRates();
        Assert.Equal(7 * 24 * 2.5, (rates[..24].Sum() * 5) + (rates[24..].Sum() * 2), 6);
    }

    [Fact]
    public void Hours_are_believed_after_three_days_and_the_weekend_after_two_weeks()
    {
        Assert.All(Patterned(0).ExpectedRates(), rate => Assert.Equal(2.5, rate, 6));
        var (half, three, week, two, month) = (Patterned(1.5).ExpectedRates(), Patterned(3).ExpectedRates(), Patterned(7).ExpectedRates(),
            Patterned(14).ExpectedRates(), Patterned(30).ExpectedRates());
        Assert.Equal(Share(half, 9) - 1, (Share(three, 9) - 1) / 2, 6);
        Assert.Equal(week[9] / week[3], three[9] / three[3], 6);
        Assert.True(three[33] / three[9] < week[33] / week[9] && week[33] / week[9] < two[33] / two[9]);
        Assert.Equal(two[33] / two[9], month[33] / month[9], 6);

        static double Share(double[] rates, int hour) => rates[hour] * 24 / rates[..24].Sum();
    }

    [Theory]
    [InlineData(9, 8, 10)]
    [InlineData(0, 23, 1)]
    [InlineData(23, 22, 0)]
    public void An_hour_makes_the_ones_beside_it_likelier(int hour, int before, int after)
    {
        var activity = Patterned(30);
        activity = activity with { Weekend = 2, Hours = [.. Enumerable.Range(0, 24).Select(h => h == hour ? 8.0 : 0)] };
        var rates = activity.ExpectedRates();
        Assert.Equal(rates[before], rates[after], 6);
        var others = rates[..24].Where((_, h) => h != hour && h != before && h != after).Distinct().ToList();
        Assert.True(rates[hour] > rates[before] && rates[before] > Assert.Single(others));
        Assert.Equal(3 * (rates[before] - others[0]), rates[hour] - others[0], 6);
    }

    private static Activity Learn(Activity? before, params DateTimeOffset[] dates) => Activity.Learn(before, dates, 0, First, Now);

    private static Activity Seen(double count, double days) => new()
    {
        Newest = Now,
        Since = Now.AddDays(-days),
        Until = Now,
        Count = count,
        Entries = count,
        Days = days,
        Hours = new double[24],
    };

    /// <summary>2.5 publications a day, at nine o'clock and on weekends above all.</summary>
    private static Activity Patterned(double watched) => Seen(25, 10) with
    {
        Since = Now.AddDays(-watched),
        Hours = [.. Enumerable.Range(0, 24).Select(h => h == 9 ? 20.0 : 0.5)],
        Weekend = 20,
    };
}
