using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Extraction.Metadata;

public class MetadataMergeTests
{
    private static readonly FeedClaims Silent = new(null, [], null, null, null, null);

    private static readonly DateTimeOffset Noon = new(2024, 3, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Takes_the_feeds_title() =>
        Assert.Equal("From the feed", MetadataMerge.Merge(new PageMetadata { Title = "From the page" }, Silent with { Title = " From the  feed " }).Title);

    [Fact]
    public void Takes_the_pages_title_when_the_feed_cut_its_own_short() =>
        Assert.Equal("A long headline that goes on", MetadataMerge.Merge(new PageMetadata { Title = "A long headline that goes on" }, Silent with { Title = "A long headline…" }).Title);

    [Fact]
    public void Fills_each_gap_from_the_other_side()
    {
        var feed = new FeedClaims(null, ["Ann Smith"], new ClaimedDate(Noon, DatePrecision.Full, "rss:pubDate"), "EN", "https://a.example/t.jpg", null);
        var merged = MetadataMerge.Merge(new PageMetadata { Title = "T", Description = "D" }, feed);
        Assert.Equal(("T", "en", "https://a.example/t.jpg", "D"), (merged.Title, merged.Language, merged.Image, merged.Summary));
        Assert.Equal(["Ann Smith"], merged.Authors);
        Assert.Equal("rss:pubDate", merged.Published?.Source);
    }

    [Fact]
    public void Prefers_the_pages_authors_but_not_its_outlet()
    {
        var feed = Silent with { Authors = ["Ann Smith"] };
        Assert.Equal(["Bob Young"], MetadataMerge.Merge(new PageMetadata { Authors = ["Bob Young"] }, feed).Authors);
        Assert.Equal(["Ann Smith"], MetadataMerge.Merge(new PageMetadata { Authors = ["Daily Example"], SiteName = "Daily Example" }, feed).Authors);
    }

    [Fact]
    public void Prefers_the_feeds_authors_to_a_guess_from_the_page()
    {
        var guess = new PageMetadata { Authors = ["Troll Nine"], AuthorsGuessed = true, SiteName = "Daily Example" };
        Assert.Equal(["Ann Smith"], MetadataMerge.Merge(guess, Silent with { Authors = ["Ann Smith"] }).Authors);
        Assert.Equal(["Troll Nine"], MetadataMerge.Merge(guess, Silent).Authors);
        Assert.Equal(["Troll Nine"], MetadataMerge.Merge(guess, Silent with { Authors = ["Daily Example"] }).Authors);
        Assert.Equal(["Troll Nine"], MetadataMerge.Merge(guess, Silent with { Authors = ["admin"] }).Authors);
        Assert.Equal(["Ann Smith"], MetadataMerge.Merge(guess, Silent with { Authors = ["Ann Smith, Berlin"] }).Authors);
    }

    [Fact]
    public void Prefers_the_more_precise_date_and_then_the_earlier()
    {
        var day = new ClaimedDate(Noon.AddDays(-1), DatePrecision.Day, "time");
        var full = new ClaimedDate(Noon, DatePrecision.Full, "rss:pubDate");
        var later = full with { Instant = Noon.AddHours(5), Source = "json-ld" };
        Assert.Equal(full, MetadataMerge.Merge(new PageMetadata { Published = day }, Silent with { Published = full }).Published);
        Assert.Equal(full, MetadataMerge.Merge(new PageMetadata { Published = later }, Silent with { Published = full }).Published);
    }

    [Theory]
    [InlineData("2024-03-05T00:00:00+09:00", "2024-03-05T00:00:00Z")]
    [InlineData("2024-03-05T00:00:00-05:00", "2024-03-05T05:00:00Z")]
    public void Gives_a_day_by_an_instant_that_lies_in_it_in_utc_too(string said, string kept)
    {
        var day = new ClaimedDate(DateTimeOffset.Parse(said, CultureInfo.InvariantCulture), DatePrecision.Day, "json-ld");
        Assert.Equal(DateTimeOffset.Parse(kept, CultureInfo.InvariantCulture), MetadataMerge.Merge(new PageMetadata { Published = day }, Silent).Published?.Instant);
    }

    [Theory]
    [InlineData("first-seen", DatePrecision.Day, "page")]
    [InlineData("first-seen", DatePrecision.NoZone, "page")]
    [InlineData("first-seen (claim in the future)", DatePrecision.Day, "page")]
    [InlineData("rss:pubDate", DatePrecision.Day, "rss:pubDate")]
    public void Takes_the_pages_day_where_only_our_own_clock_says_more(string source, DatePrecision precision, string kept)
    {
        var page = new PageMetadata { Published = new ClaimedDate(Noon.AddDays(-30), precision, "page") };

        Assert.Equal(kept, MetadataMerge.Merge(page, Silent with { Published = new ClaimedDate(Noon, DatePrecision.Full, source) }).Published?.Source);
    }

    [Theory]
    [InlineData(-1, "first-seen")]
    [InlineData(-2, "url")]
    public void Keeps_our_own_clock_within_the_month_that_is_all_the_page_says(int months, string kept)
    {
        var month = new ClaimedDate(new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(months), DatePrecision.Month, "url");
        var seen = new ClaimedDate(Noon, DatePrecision.Full, "first-seen");

        Assert.Equal(kept, MetadataMerge.Merge(new PageMetadata { Published = month }, Silent with { Published = seen }).Published?.Source);
    }

    [Fact]
    public void Says_nothing_where_nobody_said_anything()
    {
        var merged = MetadataMerge.Merge(new PageMetadata(), Silent);
        Assert.Null(merged.Title);
        Assert.Null(merged.Published);
        Assert.Empty(merged.Authors);
    }
}
