namespace Aggregator.Polling;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 120 ", 120)]
    [InlineData("120.5", 120)]
    [InlineData("1", 60)]
    [InlineData("31536000", 86400)]
    [InlineData("99999999999999999999", 86400)]
    [InlineData("Mon, 02 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("Sun, 02 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("Mon, 02 Mar 2026 12:00:10 GMT", 60)]
    [InlineData("Mon, 01 Mar 2027 12:00:00 GMT", 86400)]
    public void Reads_seconds_and_dates_within_a_minute_and_a_day(string header, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(header, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT")]
    public void Answers_nothing_for_the_unreadable_and_the_past(string? header) => Assert.Null(RetryAfter.Parse(header, Now));
}
