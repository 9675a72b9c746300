using Aggregator.Extraction.Metadata;
using Aggregator.Model;

namespace Aggregator.Text.Dates;

public class DateTextTests
{
    [Theory]
    [InlineData("2024-03-05T10:20:30Z", "2024-03-05T10:20:30+00:00")]
    [InlineData("2024-03-05T10:20:30.123+0200", "2024-03-05T10:20:30+02:00")]
    [InlineData("2024-03-05 10:20:30 -0500", "2024-03-05T10:20:30-05:00")]
    [InlineData("Tue, 05 Mar 2024 10:20:30 GMT", "2024-03-05T10:20:30+00:00")]
    [InlineData("March 5, 2024 at 10:20 am EST", "2024-03-05T10:20:00-05:00")]
    [InlineData("1709634030", "2024-03-05T10:20:30+00:00")]
    [InlineData("1709634030000", "2024-03-05T10:20:30+00:00")]
    public void Reads_a_date_with_time_and_zone(string text, string expected)
    {
        var read = DateText.Read(text);
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), read?.Instant);
        Assert.Equal(DatePrecision.Full, read?.Precision);
    }

    [Theory]
    [InlineData("March 5, 2024")]
    [InlineData("Mar. 5th, 2024")]
    [InlineData("5 March 2024")]
    [InlineData("Published on 5 March 2024 by the desk")]
    [InlineData("5. März 2024")]
    [InlineData("05.03.2024")]
    [InlineData("5.3.24")]
    [InlineData("5 mars 2024")]
    [InlineData("5 de marzo de 2024")]
    [InlineData("5 de março de 2024")]
    [InlineData("5 marzo 2024")]
    [InlineData("5 maart 2024")]
    [InlineData("5. maaliskuuta 2024")]
    [InlineData("5 marca 2024")]
    [InlineData("5. března 2024")]
    [InlineData("5 Mart 2024")]
    [InlineData("5 марта 2024 г.")]
    [InlineData("5 березня 2024 року")]
    [InlineData("5 Μαρτίου 2024")]
    [InlineData("2024年3月5日")]
    [InlineData("2024년 3월 5일")]
    [InlineData("5 مارس 2024")]
    [InlineData("5 במרץ 2024")]
    [InlineData("2024/03/05")]
    [InlineData("20240305")]
    public void Reads_the_fifth_of_March_in_many_languages(string text)
    {
        var read = DateText.Read(text);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero), read?.Instant);
        Assert.Equal(DatePrecision.Day, read?.Precision);
    }

    [Fact]
    public void Reads_the_month_first_only_where_that_is_the_custom()
    {
        Assert.Equal(4, DateText.Read("04/03/2024", monthFirst: true)?.Instant.Month);
        Assert.Equal(3, DateText.Read("04/03/2024")?.Instant.Month);
    }

    [Fact]
    public void Says_when_a_time_has_no_zone() =>
        Assert.Equal(DatePrecision.NoZone, DateText.Read("5. März 2024, 10:20 Uhr")?.Precision);

    [Fact]
    public void Does_not_take_a_span_of_time_for_an_offset() =>
        Assert.Equal(DatePrecision.NoZone, DateText.Read("5 March 2024, 10:00 - 12:00")?.Precision);

    [Theory]
    [InlineData("")]
    [InlineData("Copyright 2024")]
    [InlineData("31 February 2024")]
    [InlineData("0001-01-01")]
    [InlineData("1970-01-01")]
    [InlineData("version 1.2.3")]
    [InlineData("three days ago")]
    public void Reads_nothing_from_what_is_no_date(string text) => Assert.Null(DateText.Read(text));

    [Theory]
    [InlineData("https://a.example/2024/03/05/slug", 5, DatePrecision.Day)]
    [InlineData("https://a.example/2024/mar/05/slug", 5, DatePrecision.Day)]
    [InlineData("https://a.example/news/2024-03-05-slug", 5, DatePrecision.Day)]
    [InlineData("https://a.example/news/20240305/slug", 5, DatePrecision.Day)]
    [InlineData("https://a.example/press/05-03-2024-slug", 5, DatePrecision.Day)]
    [InlineData("https://a.example/2024/03/slug", 1, DatePrecision.Month)]
    public void Reads_the_date_of_an_address(string url, int day, DatePrecision precision)
    {
        var read = UrlDates.Read(new Uri(url));
        Assert.Equal(new DateTimeOffset(2024, 3, day, 0, 0, 0, TimeSpan.Zero), read?.Instant);
        Assert.Equal(precision, read?.Precision);
    }

    [Theory]
    [InlineData("https://a.example/article/202403051234")]
    [InlineData("https://a.example/best-of-2024")]
    [InlineData("https://a.example/2024/13/45/slug")]
    public void Reads_no_date_from_other_numbers_in_an_address(string url) => Assert.Null(UrlDates.Read(new Uri(url)));
}
