namespace Aggregator.Configuration;

public class FixedTimesTests
{
    [Theory]
    [InlineData("30 6 * * *", "2026-11-02T05:29:59Z", "2026-11-02T05:30:00Z")]
    [InlineData("30 6 * * *", "2026-11-02T05:30:00Z", "2026-11-03T05:30:00Z")]
    [InlineData("30 6 * * *", "2026-07-02T00:00:00Z", "2026-07-02T04:30:00Z")]
    [InlineData("30 6 * * 1-5", "2026-11-06T06:00:00Z", "2026-11-09T05:30:00Z")]
    [InlineData("0 6,18 * * 0", "2026-11-06T06:00:00Z", "2026-11-08T05:00:00Z")]
    [InlineData("@daily", "2026-11-06T06:00:00Z", "2026-11-06T23:00:00Z")]
    public void Times_are_those_of_the_zones_clocks(string cron, string at, string next) => Assert.Equal(Time(next), Berlin(cron).After(Time(at))!.At);

    // On 29 March 2026 Berlin's clocks go from 02:00 to 03:00 at 01:00 UTC: Quartz takes the moment at which they go on, not 03:30.
    [Fact]
    public void A_time_that_spring_leaves_out_is_the_moment_at_which_the_clocks_go_on()
    {
        Assert.Equal(Time("2026-03-29T01:00:00Z"), Berlin("30 2 * * *").After(Time("2026-03-28T12:00:00Z"))!.At);
        Assert.Equal(Time("2026-03-30T00:30:00Z"), Berlin("30 2 * * *").After(Time("2026-03-29T01:00:00Z"))!.At);
    }

    // On 25 October 2026 they go from 03:00 back to 02:00 at 01:00 UTC: 02:30 comes twice.
    [Theory]
    [InlineData("30 2 * * *", "2026-10-26T01:30:00Z")]
    [InlineData("30 2,3 * * *", "2026-10-25T02:30:00Z")]
    [InlineData("30 2-3 * * *", "2026-10-25T02:30:00Z")]
    [InlineData("30 * * * *", "2026-10-25T02:30:00Z")]
    public void A_time_that_comes_twice_in_autumn_counts_once_however_it_is_written(string cron, string next)
    {
        var first = Berlin(cron).After(Time("2026-10-24T23:59:00Z"))!.At;

        Assert.Equal(Time("2026-10-25T00:30:00Z"), first);
        Assert.Equal(Time(next), Berlin(cron).After(first)!.At);
    }

    [Fact]
    public void The_name_is_the_time_as_the_zones_clocks_show_it() =>
        Assert.Equal("fixed time 06:30 Europe/Berlin", Berlin("30 6 * * *").After(Time("2026-11-02T00:00:00Z"))!.Name);

    [Fact]
    public void Without_a_zone_the_times_are_utc() =>
        Assert.Equal(Time("2026-11-02T06:30:00Z"), FixedTimes.Parse("30 6 * * *", null, out _)!.After(Time("2026-11-02T00:00:00Z"))!.At);

    [Theory]
    [InlineData("06:30", null, "five fields")]
    [InlineData("0 30 6 * * *", null, "five fields")]
    [InlineData("61 6 * * *", null, "five fields")]
    [InlineData("0 6 31 2 *", null, "never comes")]
    [InlineData("30 6 * * *", "Europe/Berlyn", "no time zone")]
    [InlineData(null, "Europe/Berlin", "without \"cron\"")]
    public void What_is_wrong_is_said_with_what_to_write(string? cron, string? zone, string part)
    {
        Assert.Null(FixedTimes.Parse(cron, zone, out var fault));
        Assert.Contains(part, fault);
    }

    private static FixedTimes Berlin(string cron) => FixedTimes.Parse(cron, "Europe/Berlin", out _)!;

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, null);
}
