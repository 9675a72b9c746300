namespace Aggregator.Polling;

public sealed class HttpDateTests
{
    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    [InlineData("Wed, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 6 Nov 1994 8:49:37 GMT")]
    [InlineData("sun, 06 nov 1994 08:49:37 gmt")]
    [InlineData("Sun, 06 November 1994 08:49:37 UTC")]
    [InlineData("Sun, 06 Nov 1994 10:49:37 +0200")]
    [InlineData("Sun, 06 Nov 1994 03:49:37 -0500")]
    public void Reads_all_forms_and_does_not_mind_the_weekday(string text) =>
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HttpDate.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("120")]
    [InlineData("soon")]
    [InlineData("yesterday at noon")]
    [InlineData("Fri, 31 Feb 2099 12:00:00 GMT")]
    [InlineData("Fri, 01 Feb 2099 25:61:61 GMT")]
    [InlineData("Sun, 06 Nov 1994")]
    public void Answers_nothing_for_what_is_no_date(string? text) => Assert.Null(HttpDate.Parse(text));
}
