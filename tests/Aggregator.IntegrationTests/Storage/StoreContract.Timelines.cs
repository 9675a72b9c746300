using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    private static DateTimeOffset Utc(int month, int day, int hour = 0, int minute = 0) => new(2026, month, day, hour, minute, 0, TimeSpan.Zero);

    [Fact]
    public async Task Counts_per_day_without_holes_and_with_the_total_beside()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(
            feed, Make.Entry("a", text: "solar", published: Utc(11, 1, 5)), Make.Entry("b", text: "solar", published: Utc(11, 1, 23, 59)),
            Make.Entry("c", text: "wind", published: Utc(11, 2)), Make.Entry("d", text: "solar", published: Utc(11, 4)), Make.Entry("e", text: "wind", published: Utc(11, 9)));

        var timeline = await Store.GetTimelineAsync(Word("solar"), new TimelineRequest(TimelineInterval.Day, null, TimeZoneInfo.Utc), None);

        Assert.Equal(
            [(Utc(11, 1), 2, 2), (Utc(11, 2), 0, 1), (Utc(11, 3), 0, 0), (Utc(11, 4), 1, 1)],
            timeline.Buckets.Select(bucket => (bucket.Start, bucket.Count, bucket.Total)));
    }

    [Fact]
    public async Task Fills_the_whole_asked_span_even_without_a_match()
    {
        var filter = Word("nothing") with { From = Utc(11, 1), To = Utc(11, 3) };

        var timeline = await Store.GetTimelineAsync(filter, new TimelineRequest(TimelineInterval.Hour, null, TimeZoneInfo.Utc), None);

        Assert.Equal(48, timeline.Buckets.Count);
        Assert.Empty((await Store.GetTimelineAsync(Word("nothing"), new TimelineRequest(TimelineInterval.Hour, null, TimeZoneInfo.Utc), None)).Buckets);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Cuts_the_total_where_a_bound_cuts_the_interval(long asOf)
    {
        var feed = await AddFeedAsync();
        await PublishAsync(
            feed, Make.Entry("a", published: Utc(11, 27, 7, 59)), Make.Entry("b", published: Utc(11, 27, 8)), Make.Entry("c", published: Utc(11, 27, 8, 7)),
            Make.Entry("d", published: Utc(11, 28, 7, 52)), Make.Entry("e", published: Utc(11, 28, 7, 53)), Make.Entry("f", published: Utc(11, 28, 9)));
        var filter = ArticleFilter.All with { From = Utc(11, 27, 8), To = Utc(11, 28, 7, 53), AsOf = asOf == 0 ? null : long.MaxValue };

        var hours = await Store.GetTimelineAsync(filter, new TimelineRequest(TimelineInterval.Hour, null, TimeZoneInfo.Utc), None);
        var days = await Store.GetTimelineAsync(filter, new TimelineRequest(TimelineInterval.Day, null, TimeZoneInfo.Utc), None);
        var minutes = await Store.GetTimelineAsync(
            filter with { From = Utc(11, 27, 8, 1), To = Utc(11, 27, 8, 8) }, new TimelineRequest(TimelineInterval.Day, null, TimeZoneInfo.Utc), None);

        Assert.All(hours.Buckets, bucket => Assert.Equal(bucket.Count, bucket.Total));
        Assert.Equal([(Utc(11, 27), 2, 2), (Utc(11, 28), 1, 1)], days.Buckets.Select(bucket => (bucket.Start, bucket.Count, bucket.Total)));
        Assert.Equal([(1, 1)], minutes.Buckets.Select(bucket => (bucket.Count, bucket.Total)));
    }

    [Fact]
    public async Task Cuts_days_and_weeks_as_the_zone_does()
    {
        var feed = await AddFeedAsync();
        // Berlin leaves summer time on 25 October 2026, a Sunday; 23:30 UTC on the 24th is 01:30 on the 25th there.
        await PublishAsync(feed, Make.Entry("a", published: Utc(10, 24, 23, 30)), Make.Entry("b", published: Utc(10, 25, 22, 59)), Make.Entry("c", published: Utc(10, 25, 23)));
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

        var days = await Store.GetTimelineAsync(ArticleFilter.All, new TimelineRequest(TimelineInterval.Day, null, berlin), None);
        var weeks = await Store.GetTimelineAsync(ArticleFilter.All, new TimelineRequest(TimelineInterval.Week, null, berlin), None);
        var hours = await Store.GetTimelineAsync(ArticleFilter.All with { From = Utc(10, 24, 22), To = Utc(10, 25, 23) }, new TimelineRequest(TimelineInterval.Hour, null, berlin), None);

        Assert.Equal([("2026-10-25T00:00:00+02:00", 2, 2), ("2026-10-26T00:00:00+01:00", 1, 1)], days.Buckets.Select(bucket => (Text(bucket), bucket.Count, bucket.Total)));
        Assert.Equal([("2026-10-19T00:00:00+02:00", 2), ("2026-10-26T00:00:00+01:00", 1)], weeks.Buckets.Select(bucket => (Text(bucket), bucket.Count)));
        Assert.Equal(25, hours.Buckets.Count);
        Assert.Equal(2, hours.Buckets.Sum(bucket => bucket.Count));
    }

    [Theory]
    [InlineData("outlet", "one.example=3 three.example=1 two.example=2")]
    [InlineData("language", "de=1 en=3 en-gb=1 zh=1")]
    [InlineData("topic", "Batteries=2")]
    [InlineData("category", "EV=4 Energy=3")]
    public async Task Splits_the_counts_by_group(string groupBy, string groups)
    {
        await PublishSixAsync();

        var timeline = await Store.GetTimelineAsync(ArticleFilter.All, new TimelineRequest(TimelineInterval.Day, groupBy, TimeZoneInfo.Utc), None);

        Assert.Equal(6, timeline.Buckets.Sum(bucket => bucket.Count));
        Assert.Equal(
            groups,
            string.Join(' ', timeline.Buckets.SelectMany(bucket => bucket.Groups).GroupBy(group => group.Key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}={group.Sum(pair => pair.Value)}")));
    }

    private static string Text(TimelineBucket bucket) => bucket.Start.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
}
