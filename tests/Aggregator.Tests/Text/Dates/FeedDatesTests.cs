using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Text.Dates;

public class FeedDatesTests
{
    [Theory]
    // RFC 822 and what is made of it
    [InlineData("Tue, 03 Mar 2026 08:09:10 GMT", "2026-03-03T08:09:10Z")]
    [InlineData("Tue, 3 Mar 2026 08:09:10 +0200", "2026-03-03T06:09:10Z")]
    [InlineData("3 Mar 26 08:09 EST", "2026-03-03T13:09:00Z")]
    [InlineData("Tue, 03 Mar 98 08:09:10 PDT", "1998-03-03T15:09:10Z")]
    [InlineData("Tue,03 Mar 2026 08:09:10 Z", "2026-03-03T08:09:10Z")]
    [InlineData("Tuesday, 03 March 2026 08:09:10 UT", "2026-03-03T08:09:10Z")]
    [InlineData("Mon, 03 Mar 2026 08:09:10 -05:00", "2026-03-03T13:09:10Z")]
    [InlineData("Tue, 03 Mar 2026 08:09:10 GMT+0100", "2026-03-03T07:09:10Z")]
    [InlineData("Tue, 03 Mar 2026 08:09:10 -0800 (PST)", "2026-03-03T16:09:10Z")]
    [InlineData("Tue, 03 Mar 2026 08:09:10 CEST", "2026-03-03T06:09:10Z")]
    [InlineData("Tue, 03 Mar 2026 08:09:10 IST", "2026-03-03T02:39:10Z")]
    [InlineData("Tue, 03 Mar 2026 08:09:10 JST", "2026-03-02T23:09:10Z")]
    [InlineData("Tue, 03 Mar 2026 08:09:10 +3000", "2026-03-02T02:09:10Z")]
    [InlineData("Tue, 03-Mar-26 08:09:10 GMT", "2026-03-03T08:09:10Z")]
    [InlineData("Tue Mar  3 08:09:10 2026 GMT", "2026-03-03T08:09:10Z")]
    [InlineData("Tue Mar 3 08:09:10 PST 2026", "2026-03-03T16:09:10Z")]
    [InlineData("Mar 3, 2026 8:09:10 PM EST", "2026-03-04T01:09:10Z")]
    [InlineData("March 3rd, 2026 12:09 a.m. UTC", "2026-03-03T00:09:00Z")]
    [InlineData("Tue, 03 Mar 2026 24:00:00 GMT", "2026-03-04T00:00:00Z")]
    [InlineData("Tue, 30 Jun 2026 23:59:60 GMT", "2026-07-01T00:00:00Z")]
    // ISO 8601 and what is made of it
    [InlineData("2026-03-03T08:09:10Z", "2026-03-03T08:09:10Z")]
    [InlineData("2026-03-03T08:09:10.5+01:00", "2026-03-03T07:09:10.5Z")]
    [InlineData("2026-03-03T08:09:10,25Z", "2026-03-03T08:09:10.25Z")]
    [InlineData("2026-03-03T08:09+0100", "2026-03-03T07:09:00Z")]
    [InlineData("2026-03-03t08:09:10z", "2026-03-03T08:09:10Z")]
    [InlineData("2026-03-03 08:09:10 -0500", "2026-03-03T13:09:10Z")]
    [InlineData("2026-03-03T08:09:10 EST", "2026-03-03T13:09:10Z")]
    [InlineData("2026-03-03 오후 8:09:10 +0000", "2026-03-03T20:09:10Z")]
    [InlineData("2026年3月3日 下午8:09 UTC", "2026-03-03T20:09:00Z")]
    [InlineData("2026-03-03 오전 12:09:10 +0900", "2026-03-02T15:09:10Z")]
    [InlineData("20260303T080910Z", "2026-03-03T08:09:10Z")]
    [InlineData("2026-062T08:09:10Z", "2026-03-03T08:09:10Z")]
    [InlineData("2026/03/03 08:09:10 UTC", "2026-03-03T08:09:10Z")]
    [InlineData("2026-03-03T08:09:10.1234567890Z", "2026-03-03T08:09:10.1234567Z")]
    // Unix times
    [InlineData("1772525350", "2026-03-03T08:09:10Z")]
    [InlineData("1772525350123", "2026-03-03T08:09:10.123Z")]
    [InlineData("1772525350.5", "2026-03-03T08:09:10.5Z")]
    public void Reads_a_full_date(string text, string expected)
    {
        var date = FeedDates.Parse(text, "rss:pubDate");

        Assert.NotNull(date);
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture).UtcTicks, date.Instant.UtcTicks);
        Assert.Equal(DatePrecision.Full, date.Precision);
        Assert.Equal("rss:pubDate", date.Source);
    }

    [Theory]
    [InlineData("3. März 2026")]
    [InlineData("3 mars 2026")]
    [InlineData("3 de marzo de 2026")]
    [InlineData("3 marca 2026")]
    [InlineData("3 марта 2026")]
    [InlineData("3 Μαρ 2026")]
    [InlineData("3 Mart 2026")]
    [InlineData("2026. március 3.")]
    [InlineData("2026年3月3日")]
    [InlineData("2026년 3월 3일")]
    [InlineData("2026-03-03")]
    [InlineData("20260303")]
    [InlineData("03.03.2026")]
    [InlineData("3/3/2026")]
    [InlineData("Mar 3 2026")]
    public void Reads_a_day_in_many_tongues(string text)
    {
        var date = FeedDates.Parse(text, "dc:date");

        Assert.Equal(Read.Utc(2026, 3, 3), date?.Instant);
        Assert.Equal(DatePrecision.Day, date?.Precision);
    }

    [Theory]
    [InlineData("31.12.2025", 2025, 12, 31)]
    [InlineData("31-12-2025", 2025, 12, 31)]
    [InlineData("12/31/2025", 2025, 12, 31)]
    [InlineData("31/12/2025", 2025, 12, 31)]
    [InlineData("05/06/2025", 2025, 5, 6)]
    public void Orders_day_and_month_by_their_separator(string text, int year, int month, int day) =>
        Assert.Equal(Read.Utc(year, month, day), FeedDates.Parse(text, "x")?.Instant);

    [Theory]
    [InlineData("2026-03-03T08:09:10", DatePrecision.NoZone)]
    [InlineData("Tue, 03 Mar 2026 08:09:10", DatePrecision.NoZone)]
    [InlineData("2026-03", DatePrecision.Month)]
    [InlineData("March 2026", DatePrecision.Month)]
    [InlineData("2026", DatePrecision.Month)]
    public void Says_what_is_missing(string text, DatePrecision precision) => Assert.Equal(precision, FeedDates.Parse(text, "x")?.Precision);

    [Fact]
    public void Keeps_the_offset_that_was_written() => Assert.Equal(TimeSpan.FromHours(-8), FeedDates.Parse("Tue, 03 Mar 2026 08:09:10 PST", "x")?.Instant.Offset);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Tue, 31 Feb 2026 08:00:00 GMT")]
    [InlineData("2026-13-01")]
    [InlineData("2026-03-03T25:00:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("12")]
    [InlineData("08:09:10")]
    [InlineData("Version 3 of 5 May")]
    [InlineData("99999999999999999999999999")]
    [InlineData("9999-12-31 23:59:60")]
    [InlineData("a text that goes on and on for so long that it cannot be any date, 3 March 2026, and then some more of it")]
    public void Takes_nothing_else_for_a_date(string? text) => Assert.Null(FeedDates.Parse(text, "x"));

    [Theory]
    [InlineData("mar, 03 nov 2026 10:00:00 +0100", "2026-11-03T09:00:00Z")]
    [InlineData("mar. 17 nov. 2026 10:00:00 GMT", "2026-11-17T10:00:00Z")]
    [InlineData("mar 24 nov 2026 10:00:00 GMT", "2026-11-24T10:00:00Z")]
    [InlineData("Mar, nov 24, 2026 10:00:00 GMT", "2026-11-24T10:00:00Z")]
    [InlineData("mar. 3 mars 2026 10:00:00 GMT", "2026-03-03T10:00:00Z")]
    [InlineData("mar, 24/11/2026 10:00:00 GMT", "2026-11-24T10:00:00Z")]
    [InlineData("mar. 24.11.2026 10:00:00 GMT", "2026-11-24T10:00:00Z")]
    [InlineData("mar 2026-11-24 10:00:00 GMT", "2026-11-24T10:00:00Z")]
    [InlineData("Mar 3, 2026 10:00:00 GMT", "2026-03-03T10:00:00Z")]
    [InlineData("3 mar 2026 10:00:00 GMT", "2026-03-03T10:00:00Z")]
    public void Tells_Tuesday_from_March(string text, string expected) => Assert.Equal(Instant(expected), FeedDates.Parse(text, "x")?.Instant);

    [Theory]
    [InlineData("Tue, 24 Nov 2026 17:30:00 Europe/Berlin", "2026-11-24T16:30:00Z")]
    [InlineData("2026-07-24 17:30:00 America/New_York", "2026-07-24T21:30:00Z")]
    [InlineData("2026-11-24T17:30:00+01:00[Europe/Berlin]", "2026-11-24T16:30:00Z")]
    [InlineData("24 Jul 2026 17:30:00 ET", "2026-07-24T21:30:00Z")]
    [InlineData("24 Nov 2026 17:30:00 ET", "2026-11-24T22:30:00Z")]
    [InlineData("24 nov 2026 5:30 p. m. +0000", "2026-11-24T17:30:00Z")]
    [InlineData("24/11/2026 5:30 μ.μ. GMT", "2026-11-24T17:30:00Z")]
    public void Reads_zones_by_their_places_and_halves_of_the_day(string text, string expected)
    {
        var read = FeedDates.Parse(text, "x");
        Assert.Equal((Instant(expected), DatePrecision.Full), (read?.Instant, read?.Precision));
    }

    [Theory]
    [InlineData("Tue, 24 Nov 2026 00:00:00 GMT")]
    [InlineData("2026-11-24T00:00:00+01:00")]
    [InlineData("2026-11-24 00:00")]
    public void Reads_midnight_to_the_second_as_a_day(string text) => Assert.Equal(DatePrecision.Day, FeedDates.Parse(text, "x")?.Precision);

    private static DateTimeOffset? Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
