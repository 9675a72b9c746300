using Aggregator.Model;

namespace Aggregator.Feeds.Rss;

public class RssReaderTests
{
    [Fact]
    public void Reads_names_in_capitals()
    {
        var feed = Read.Feed("<RSS VERSION='2.0'><CHANNEL><TITLE>V</TITLE><Item><Title>T</Title><PubDate>2026-03-03</PubDate></Item></CHANNEL></RSS>");

        Assert.Equal("V", feed.Title);
        Assert.Equal(("T", Read.Utc(2026, 3, 3)), (Assert.Single(feed.Entries).Title, feed.Entries[0].Published?.Instant));
    }

    [Fact]
    public void Reads_items_in_a_list_of_their_own() =>
        Assert.Equal(["A", "B"], Read.Feed(Read.Rss("<items><item><title>A</title></item><item><title>B</title></item></items>")).Entries.Select(e => e.Title));

    [Fact]
    public void Reads_references_to_control_characters_as_windows_1252() => Assert.Equal("it’s – €5", Read.RssItem("<title>it&#146;s &#x96; &#128;5</title>").Title);

    [Fact]
    public void Reads_the_channel()
    {
        var feed = Read.Feed(Read.Rss("""
            <title>Volt &amp; Byte</title><link>https://volt.example/</link><description>Cars &lt;b&gt;and&lt;/b&gt; chips</description>
            <language>en-GB</language><lastBuildDate>Tue, 03 Mar 2026 08:00:00 GMT</lastBuildDate><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>
            """));

        Assert.Equal("Volt & Byte", feed.Title);
        Assert.Equal("https://volt.example/", feed.Link);
        Assert.Equal("Cars <b>and</b> chips", feed.Description);
        Assert.Equal("en-GB", feed.Language);
        Assert.Equal(Read.Utc(2026, 3, 3, 8), feed.Updated!.Instant);
        Assert.Equal("rss:lastBuildDate", feed.Updated.Source);
        Assert.Equal(FeedReadPath.Strict, feed.Path);
        Assert.Empty(feed.Problems);
    }

    [Fact]
    public void Reads_an_item()
    {
        var entry = Read.RssItem("""
            <title>A charger in every street</title><link>https://volt.example/1</link><guid isPermaLink="false">volt-1</guid>
            <pubDate>Tue, 03 Mar 2026 07:30:00 +0100</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Long &amp; whole.</p>]]></content:encoded>
            <author>ann@volt.example (Ann Volt)</author><category>EV</category><category>City</category><category>EV</category>
            <enclosure url="/a.mp3" type="audio/mpeg" length="1234"/><comments>https://volt.example/1#talk</comments><source url="https://other.example/rss">Other</source>
            """);

        Assert.Equal("volt-1", entry.Id);
        Assert.Equal("A charger in every street", entry.Title);
        Assert.Equal("https://volt.example/1", entry.Link);
        Assert.Equal(Read.Utc(2026, 3, 3, 6, 30), entry.Published!.Instant);
        Assert.Equal("rss:pubDate", entry.Published.Source);
        Assert.Equal("Short.", entry.Summary);
        Assert.Equal("<p>Long &amp; whole.</p>", entry.Content);
        Assert.Equal(["Ann Volt"], entry.Authors);
        Assert.Equal(["EV", "City"], entry.Categories);
        Assert.Equal([new Enclosure("https://news.example/a.mp3", "audio/mpeg", 1234)], entry.Enclosures);
        Assert.Equal("https://volt.example/1#talk", entry.Comments);
        Assert.Equal("Other", entry.SourceTitle);
    }

    [Theory]
    [InlineData("""<rss version="0.91"><channel><item><title>T</title></item></channel></rss>""", FeedFormat.Rss091)]
    [InlineData("""<rss version="0.92"><channel><item><title>T</title></item></channel></rss>""", FeedFormat.Rss092)]
    [InlineData("""<rss version="0.94"><channel><item><title>T</title></item></channel></rss>""", FeedFormat.Rss092)]
    [InlineData("""<rss><channel><item><title>T</title></item></channel></rss>""", FeedFormat.Rss20)]
    [InlineData("""<rss version="2.0"><channel/><item><title>T</title></item></rss>""", FeedFormat.Rss20)]
    [InlineData("""<rss version="2.0"><item><title>T</title></item></rss>""", FeedFormat.Rss20)]
    [InlineData("""<channel><item><title>T</title></item></channel>""", FeedFormat.Rss20)]
    [InlineData("""<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel><item><title>T</title></item></channel></rss>""", FeedFormat.Rss20)]
    [InlineData("""<rss version="2.0" xmlns="http://nobody.example/made-up"><channel><item><title>T</title></item></channel></rss>""", FeedFormat.Rss20)]
    public void Reads_items_of_every_dialect_wherever_they_stand(string document, FeedFormat format)
    {
        var feed = Read.Feed(document);

        Assert.Equal(format, feed.Format);
        Assert.Equal("T", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public void Takes_a_permanent_guid_for_the_missing_link() =>
        Assert.Equal("https://volt.example/2", Read.RssItem("<guid>https://volt.example/2</guid>").Link);

    [Theory]
    [InlineData("""<guid isPermaLink="false">https://volt.example/2</guid>""")]
    [InlineData("<guid>volt-2</guid>")]
    public void Takes_no_other_guid_for_the_link(string guid) => Assert.Null(Read.RssItem(guid).Link);

    [Fact]
    public void Keeps_the_id_as_written() =>
        Assert.Equal("/relative/2", Read.RssItem("<guid>/relative/2</guid>").Id);

    [Fact]
    public void Keeps_inline_markup_that_was_not_escaped() =>
        Assert.Equal("""One <b class="x">two</b> &amp; three<br/>""", Read.RssItem("""<description>One <b class="x">two</b> &amp; three<br/></description>""").Summary);

    [Theory]
    [InlineData("&amp;lt;p&amp;gt;Hi &amp;amp; bye&amp;lt;/p&amp;gt;", "<p>Hi & bye</p>")]
    [InlineData("Use &amp;lt;p&amp;gt; and &amp;lt;/p&amp;gt;", "Use &lt;p&gt; and &lt;/p&gt;")]
    [InlineData("&lt;p&gt;&amp;lt;b&amp;gt;&lt;/p&gt;", "<p>&lt;b&gt;</p>")]
    public void Unescapes_html_that_was_escaped_twice_but_not_talk_of_tags(string description, string expected) =>
        Assert.Equal(expected, Read.RssItem($"<description>{description}</description>").Summary);

    [Fact]
    public void Drops_white_space_around_a_cdata_section_but_not_inside_text() =>
        Assert.Equal("one  two", Read.RssItem("<title>\n  <![CDATA[one ]]> <![CDATA[two]]>\n</title>").Title);

    [Fact]
    public void Passes_over_what_it_does_not_know_with_all_that_is_inside()
    {
        var entry = Read.RssItem("""<s:variant xmlns:s="urn:shop"><title>Size L</title><link>https://wrong.example/</link></s:variant><georss:point>1 2</georss:point><slash:comments>3</slash:comments><title>Shirt</title>""");

        Assert.Equal("Shirt", entry.Title);
        Assert.Null(entry.Link);
    }

    [Fact]
    public void Takes_neither_title_nor_link_from_the_channels_image()
    {
        var feed = Read.Feed(Read.Rss("<image><title>Logo</title><link>https://logo.example/</link></image><title>Real</title>"));

        Assert.Equal("Real", feed.Title);
        Assert.Null(feed.Link);
    }

    [Fact]
    public void Reads_the_publishers_hints()
    {
        var hints = Read.Feed(Read.Rss("""
            <ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>7</hour></skipHours><skipDays><day>Sunday</day><day>Noday</day></skipDays>
            <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
            """)).Hints;

        Assert.Equal(TimeSpan.FromMinutes(90), hints.Ttl);
        Assert.Equal([0, 7], hints.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], hints.SkipDays);
        Assert.Equal(TimeSpan.FromHours(6), hints.UpdateInterval);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999")]
    public void Ignores_a_ttl_that_cannot_be_meant(string ttl) => Assert.Null(Read.Feed(Read.Rss($"<ttl>{ttl}</ttl>")).Hints.Ttl);

    [Fact]
    public void Finds_self_and_hub_and_next_in_atom_links()
    {
        var feed = Read.Feed(Read.Rss("""
            <atom:link rel="self" href="https://volt.example/feed"/><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="hub" href="https://hub.example/"/>
            <atom:link rel="next" href="?page=2"/><link>https://volt.example/</link>
            """));

        Assert.Equal("https://volt.example/feed", feed.Self);
        Assert.Equal(["https://hub.example/"], feed.Hubs);
        Assert.Equal("https://news.example/feeds/all.xml?page=2", feed.Next);
        Assert.Equal("https://volt.example/", feed.Link);
    }
}
