namespace Aggregator.Polling;

public sealed class QuietHoursTests
{
    private static readonly QuietHours Night = Quiet("23:00", "06:00");

    [Theory]
    [InlineData("2026-11-02T21:59:59Z", "2026-11-02T21:59:59Z")]
    [InlineData("2026-11-02T22:00:00Z", "2026-11-03T05:00:00Z")]
    [InlineData("2026-11-03T00:30:00Z", "2026-11-03T05:00:00Z")]
    [InlineData("2026-11-03T05:00:00Z", "2026-11-03T05:00:00Z")]
    [InlineData("2026-07-02T21:00:00Z", "2026-07-03T04:00:00Z")]
    public void Hours_over_midnight_end_in_the_morning_by_the_zones_clocks(string at, string after) => Assert.Equal(Time(after), Night.After(Time(at)));

    [Theory]
    [InlineData("2026-11-02T12:00:00Z", "2026-11-02T13:30:00Z")]
    [InlineData("2026-11-02T13:30:00Z", "2026-11-02T13:30:00Z")]
    [InlineData("2026-11-02T10:59:00Z", "2026-11-02T10:59:00Z")]
    public void Hours_of_one_day_are_quiet_between_their_ends(string at, string after) => Assert.Equal(Time(after), Quiet("12:00", "14:30").After(Time(at)));

    // On 29 March 2026 Berlin's clocks go from 02:00 to 03:00 at 01:00 UTC: the night is an hour shorter.
    [Theory]
    [InlineData("23:00", "06:00", "2026-03-28T22:00:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("23:00", "02:30", "2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("02:15", "04:00", "2026-03-29T00:59:00Z", "2026-03-29T00:59:00Z")]
    [InlineData("02:15", "04:00", "2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z")]
    public void An_hour_that_spring_leaves_out_shortens_the_quiet(string from, string to, string at, string after) =>
        Assert.Equal(Time(after), Quiet(from, to).After(Time(at)));

    // On 25 October 2026 they go from 03:00 back to 02:00 at 01:00 UTC: 02:30 comes at 00:30 and at 01:30 UTC.
    [Theory]
    [InlineData("23:00", "06:00", "2026-10-24T21:00:00Z", "2026-10-25T05:00:00Z")]
    [InlineData("23:00", "02:30", "2026-10-24T21:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("23:00", "02:30", "2026-10-25T00:45:00Z", "2026-10-25T00:45:00Z")]
    [InlineData("23:00", "02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("02:00", "03:00", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z")]
    public void An_hour_that_comes_twice_in_autumn_is_quiet_both_times(string from, string to, string at, string after) =>
        Assert.Equal(Time(after), Quiet(from, to).After(Time(at)));

    [Fact]
    public void The_name_says_the_hours_and_the_zone() => Assert.Equal("quiet hours 23:00-06:00 Europe/Berlin", Night.Name);

    private static QuietHours Quiet(string from, string to) => new(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, null);
}
