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

    [Theory]
    [InlineData("Nov 28, 2026, 5:30 PM ET", "2026-11-28T22:30:00Z")]
    [InlineData("Jul 28, 2026, 5:30 PM ET", "2026-07-28T21:30:00Z")]
    [InlineData("July 28, 2026 at 5:30 p.m. (PT)", "2026-07-29T00:30:00Z")]
    [InlineData("NOVEMBER 28, 2026 5:30 PM CT", "2026-11-28T23:30:00Z")]
    [InlineData("Nov 28, 2026 5:30 pm est", "2026-11-28T22:30:00Z")]
    [InlineData("November 28, 2026 | 5:30 PM UTC+2", "2026-11-28T15:30:00Z")]
    [InlineData("28.11.2026, 17:30 Uhr (GMT+1)", "2026-11-28T16:30:00Z")]
    [InlineData("28 November 2026 17:30 UTC+5:30", "2026-11-28T12:00:00Z")]
    [InlineData("28 de noviembre de 2026, 17:30 GMT-3", "2026-11-28T20:30:00Z")]
    [InlineData("28.11.2026 17:30 MEZ", "2026-11-28T16:30:00Z")]
    [InlineData("2026-11-28 17:30 Europe/Berlin", "2026-11-28T16:30:00Z")]
    [InlineData("Jul 28, 2026 5:30 PM America/New_York", "2026-07-28T21:30:00Z")]
    [InlineData("Nov 28, 2026 5:30 PM Eastern Standard Time", "2026-11-28T22:30:00Z")]
    [InlineData("Tue Nov 24 17:30:00 EST 2026", "2026-11-24T22:30:00Z")]
    [InlineData("Tue Jul 28 17:30:00 GMT+02:00 2026", "2026-07-28T15:30:00Z")]
    [InlineData("Tue Nov 24 2026 17:30:00 GMT-0500 (Eastern Standard Time)", "2026-11-24T22:30:00Z")]
    [InlineData("11:45 p.m. EST Nov. 24, 2026", "2026-11-25T04:45:00Z")]
    [InlineData("5:30 PM ET, Tuesday, November 24, 2026", "2026-11-24T22:30:00Z")]
    public void Reads_the_zone_that_a_reader_sees(string text, string expected) => AssertRead(text, expected, DatePrecision.Full);

    [Theory]
    [InlineData("24/11/2026 17:30 et mis à jour à 18:00", "2026-11-24T17:30:00Z")]
    [InlineData("24.11.2026 17:30 ist die Anlage", "2026-11-24T17:30:00Z")]
    [InlineData("24 novembre 2026 à 17h30", "2026-11-24T17:30:00Z")]
    [InlineData("24 nov. 2026 17 h 30", "2026-11-24T17:30:00Z")]
    [InlineData("24 de noviembre de 2026, 5:30 p. m.", "2026-11-24T17:30:00Z")]
    [InlineData("24/11/2026 5:30 de la tarde", "2026-11-24T17:30:00Z")]
    [InlineData("24 Νοεμβρίου 2026, 5:30 μ.μ.", "2026-11-24T17:30:00Z")]
    [InlineData("24/11/2026 5:30 μμ", "2026-11-24T17:30:00Z")]
    [InlineData("2026年11月24日 下午5:30", "2026-11-24T17:30:00Z")]
    [InlineData("2026年11月24日下午5:30", "2026-11-24T17:30:00Z")]
    [InlineData("2026년 11월 24일 오후 5:30", "2026-11-24T17:30:00Z")]
    [InlineData("2026年11月24日 17時30分", "2026-11-24T17:30:00Z")]
    [InlineData("24 نوفمبر 2026 5:30 م", "2026-11-24T17:30:00Z")]
    [InlineData("24. 11. 2026 5:30 odp.", "2026-11-24T17:30:00Z")]
    [InlineData("24/11/2026 5:30 CH", "2026-11-24T17:30:00Z")]
    [InlineData("24.11.2026 5.30pm", "2026-11-24T17:30:00Z")]
    [InlineData("24/11/2026 9:30 em Brasília", "2026-11-24T09:30:00Z")]
    [InlineData("Nov 24, 2026 10:00–12:00", "2026-11-24T10:00:00Z")]
    [InlineData("NOV 24, 2026 17:30 ART COLLECTION", "2026-11-24T17:30:00Z")]
    public void Reads_a_time_that_names_no_zone(string text, string expected) => AssertRead(text, expected, DatePrecision.NoZone);

    [Theory]
    [InlineData("Nov 24, 2026 | Updated 7:10 a.m. Nov 25, 2026")]
    [InlineData("Nov 24, 2026 | Updated 7:10 a.m.")]
    [InlineData("2026-11-24T00:00:00Z")]
    [InlineData("Nov 24, 2026 12:00 am")]
    [InlineData("24.11.2026 3.50 Euro")]
    public void Reads_a_day_where_the_time_is_no_time_of_it(string text) => AssertRead(text, "2026-11-24T00:00:00Z", DatePrecision.Day);

    [Fact]
    public void Reads_each_date_of_a_line_with_the_time_that_is_its_own()
    {
        var dates = DateText.ReadAll("Published 11:45 p.m. EST Nov. 24, 2026 | Updated 7:10 a.m. EST Nov. 25, 2026", monthFirst: true);

        Assert.Equal(["2026-11-24T23:45-05:00", "2026-11-25T07:10-05:00"], dates.Select(d => d.Date.Instant.ToString("yyyy-MM-ddTHH:mmzzz", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void AssertRead(string text, string expected, DatePrecision precision)
    {
        var read = DateText.Read(text);
        Assert.Equal((DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), precision), (read?.Instant, read?.Precision));
    }
}
