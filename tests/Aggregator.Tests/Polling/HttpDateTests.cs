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
    [InlineData("Sun, 06 Foo 1994 08:49:37 GMT")]
    [InlineData("Sun, 00 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 31 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 0000 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 9999 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 +1401")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 +020")]
    public void Answers_nothing_for_what_is_no_date(string? text) => Assert.Null(HttpDate.Parse(text));

    [Theory]
    [InlineData("Wed, 30 Nov 1994 00:00:00 GMT", 1994, 11, 30)]
    [InlineData("Wed, 31 Dec 9998 00:00:00 GMT", 9998, 12, 31)]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT", 1, 1, 1)]
    [InlineData("Monday, 01-Jan-69 00:00:00 GMT", 2069, 1, 1)]
    [InlineData("Monday, 01-Jan-70 00:00:00 GMT", 1970, 1, 1)]
    [InlineData("Monday, 01-Jan-00 00:00:00 GMT", 2000, 1, 1)]
    [InlineData("Tue, 02 Jan 2001 14:00:00 +1400", 2001, 1, 2)]
    [InlineData("1 Jan 01 0:00:00", 2001, 1, 1)]
    [InlineData("1 Jan 1 00:00", 2001, 1, 1)]
    public void Reads_the_first_and_last_days_that_there_are(string text, int year, int month, int day) =>
        Assert.Equal(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero), HttpDate.Parse(text));

    [Fact]
    public void What_is_longer_than_any_date_is_none()
    {
        Assert.NotNull(HttpDate.Parse("Wed, 30 Nov 1994 00:00:00 GMT".PadRight(64)));
        Assert.Null(HttpDate.Parse("Wed, 30 Nov 1994 00:00:00 GMT".PadRight(65)));
    }
}
