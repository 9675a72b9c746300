using Aggregator.Model;

namespace Aggregator.Feeds.Modules;

public class ModulesTests
{
    [Fact]
    public void Reads_where_a_podcast_has_moved() =>
        Assert.Equal("https://new.example/feed", Read.Feed(Read.Rss("<itunes:new-feed-url> https://new.example/feed </itunes:new-feed-url>")).MovedTo);

    [Fact]
    public void Reads_dublin_core_where_the_item_itself_is_silent()
    {
        var entry = Read.RssItem("<dc:title>T</dc:title><dc:creator>Ann</dc:creator><dc:creator>Ben</dc:creator><dc:subject>ev</dc:subject><dc:description>D</dc:description><dc:date>2026-03-03</dc:date><dc:language>fr</dc:language>");

        Assert.Equal(("T", "D", "fr"), (entry.Title, entry.Summary, entry.Language));
        Assert.Equal(["Ann", "Ben"], entry.Authors);
        Assert.Equal(["ev"], entry.Categories);
        Assert.Equal(DatePrecision.Day, entry.Published!.Precision);
    }

    [Fact]
    public void Lets_the_dialect_s_own_elements_win()
    {
        var entry = Read.RssItem("<dc:title>X</dc:title><itunes:summary>X</itunes:summary><atom:link href='https://x.example/'/><atom:id>x</atom:id><title>T</title><description>D</description><link>https://volt.example/</link><guid>g</guid>");

        Assert.Equal(("T", "D", "https://volt.example/", "g"), (entry.Title, entry.Summary, entry.Link, entry.Id));
    }

    [Fact]
    public void Takes_a_second_date_without_a_role_for_the_update()
    {
        var entry = Read.RssItem("<dc:date>2026-03-05T00:00:00Z</dc:date><pubDate>Tue, 03 Mar 2026 00:00:00 GMT</pubDate>");

        Assert.Equal((Read.Utc(2026, 3, 3), Read.Utc(2026, 3, 5)), (entry.Published!.Instant, entry.Updated!.Instant));
    }

    [Fact]
    public void Reads_dates_of_dcterms()
    {
        var entry = Read.RssItem("<dcterms:issued>2026-03-03T00:00:00Z</dcterms:issued><dcterms:modified>2026-03-04T00:00:00Z</dcterms:modified><dcterms:created>2026-03-01T00:00:00Z</dcterms:created>");

        Assert.Equal((Read.Utc(2026, 3, 3), Read.Utc(2026, 3, 4)), (entry.Published!.Instant, entry.Updated!.Instant));
    }

    [Fact]
    public void Reads_media_in_groups_and_alone()
    {
        var entry = Read.RssItem("""
            <media:group><media:content url="https://cdn.example/v.mp4" type="video/mp4" fileSize="5"/><media:content url="https://cdn.example/p.jpg" medium="image"/></media:group>
            <media:content url="https://cdn.example/w.mp4" medium="video"><media:thumbnail url="https://cdn.example/late.jpg"/></media:content>
            """);

        Assert.Equal(["https://cdn.example/v.mp4", "https://cdn.example/w.mp4"], entry.Enclosures.Select(e => e.Url));
        Assert.Equal(5, entry.Enclosures[0].Length);
        Assert.Equal("https://cdn.example/p.jpg", entry.Image);
    }

    [Fact]
    public void Names_a_file_once_when_two_vocabularies_name_it() =>
        Assert.Equal("audio/mpeg", Assert.Single(Read.RssItem("""<media:content url="https://cdn.example/a.mp3"/><enclosure url="https://cdn.example/a.mp3" type="audio/mpeg" length="1"/>""").Enclosures).Type);

    [Fact]
    public void Takes_a_picture_from_an_enclosure() =>
        Assert.Equal("https://cdn.example/a.png", Read.RssItem("""<enclosure url="https://cdn.example/a.png" type="image/png" length="0"/>""").Image);

    [Fact]
    public void Knows_a_customary_prefix_bound_to_a_wrong_address() =>
        Assert.Equal(["Ann"], Assert.Single(Read.Feed("""<rss xmlns:dc="http://wrong.example/"><channel><item><dc:creator>Ann</dc:creator></item></channel></rss>""").Entries).Authors);

    [Fact]
    public void Knows_an_address_under_an_uncustomary_prefix() =>
        Assert.Equal("C", Assert.Single(Read.Feed("""<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><c:encoded>C</c:encoded></item></channel></rss>""").Entries).Content);

    [Theory]
    [InlineData("ann@volt.example (Ann Volt)", "Ann Volt")]
    [InlineData("Ann Volt <ann@volt.example>", "Ann Volt")]
    [InlineData("\"Ann Volt\" <ann@volt.example>", "Ann Volt")]
    [InlineData("Ann Volt (ann@volt.example)", "Ann Volt")]
    [InlineData("<ann@volt.example>", "ann@volt.example")]
    [InlineData("ann@volt.example", "ann@volt.example")]
    [InlineData("Ann Volt (Brussels)", "Ann Volt (Brussels)")]
    public void Reads_a_name_from_a_line(string line, string name) => Assert.Equal(name, Persons.FromLine(line));

    [Fact]
    public void Reads_an_atom_person_inside_rss() =>
        Assert.Equal(["Ann"], Read.RssItem("<author><name>Ann</name><email>ann@volt.example</email></author>").Authors);

    [Fact]
    public void Bounds_the_number_of_values_of_one_entry() =>
        Assert.Equal(500, Read.RssItem(string.Concat(Enumerable.Range(0, 2000).Select(i => $"<category>c{i}</category>"))).Categories.Count);
}
