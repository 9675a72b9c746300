namespace Aggregator.Text.Dates;

public class PlaceholderDatesTests
{
    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 +0000")]
    [InlineData("1/1/0001 12:00:00 AM")]
    [InlineData("Wed, 30 Nov -0001 00:00:00 +0000")]
    [InlineData("0002-11-30T00:00:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("1970-01-01")]
    [InlineData("1970-01-01T01:00:00+01:00")]
    [InlineData("1970-01-01T00:00:00+01:00")]
    [InlineData("Wed, 31 Dec 1969 16:00:00 -0800")]
    [InlineData("1969-12-31 19:00:00")]
    [InlineData("1969-12-31T23:59:59Z")]
    public void Knows_the_zeros_of_programs(string text) => Assert.True(PlaceholderDates.Is(FeedDates.Parse(text, "rss:pubDate")!));

    [Theory]
    [InlineData("Sun, 20 Jul 1969 20:17:40 GMT")]
    [InlineData("1969-12-31T12:34:56Z")]
    [InlineData("Tue, 22 Jan 1901 18:30:00 GMT")]
    [InlineData("1970-01-02T08:15:00Z")]
    [InlineData("1605-01-01")]
    [InlineData("1970")]
    public void Leaves_other_old_dates(string text) => Assert.False(PlaceholderDates.Is(FeedDates.Parse(text, "rss:pubDate")!));
}
