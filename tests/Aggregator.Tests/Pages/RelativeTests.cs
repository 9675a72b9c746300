namespace Aggregator.Pages;

public sealed class RelativeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5, "now")]
    [InlineData(1, "1 min ago")]
    [InlineData(59.9, "59 min ago")]
    [InlineData(60, "1 h ago")]
    [InlineData(60 * 24, "1 day ago")]
    [InlineData(60 * 24 * 6, "6 days ago")]
    [InlineData(60 * 24 * 7, "15 Nov")]
    [InlineData(60 * 24 * 400, "18 Oct 2025")]
    [InlineData(-5, "in 5 min")]
    [InlineData(-60 * 30, "in 1 day")]
    public void Says_times_as_a_person_does(double minutesAgo, string expected) => Assert.Equal(expected, Relative.Text(Now.AddMinutes(-minutesAgo), Now));
}
