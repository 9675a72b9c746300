using System.Globalization;
using System.Text;
using Aggregator.Model;

namespace Aggregator.Feeds.CodeHollow;

public class CodeHollowReaderTests
{
    private static readonly IFeedReader Reader = FeedReaders.Of(FeedReaderKind.CodeHollow);

    [Fact]
    public void Reads_the_plain_elements_of_an_item()
    {
        var entry = Item("""
            <title>Plant &amp; grid</title><link>https://a.example/1</link><guid isPermaLink="false">id-1</guid><description>&lt;p&gt;Short&lt;/p&gt;</description>
            <author>ann@a.example (Ann)</author><category>Cars</category><category>Grid</category><comments>https://a.example/1#c</comments>
            <pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate><source url="https://b.example/feed">B</source>
            """);

        Assert.Equal(("Plant & grid", "https://a.example/1", "id-1", "<p>Short</p>"), (entry.Title, entry.Link, entry.Id, entry.Summary));
        Assert.Equal(["Ann", "Cars", "Grid"], [.. entry.Authors, .. entry.Categories]);
        Assert.Equal(("https://a.example/1#c", "B", Read.Utc(2026, 11, 2, 8)), (entry.Comments, entry.SourceTitle, entry.Published!.Instant));
    }

    [Fact]
    public void Content_is_decoded_once_although_the_library_decodes_it_twice()
    {
        Assert.Equal("<p>Write &lt;table&gt; here</p>", Item("<content:encoded><![CDATA[<p>Write &lt;table&gt; here</p>]]></content:encoded>").Content);
        Assert.Equal("<p>Write &lt;table&gt; here</p>", Entry("""<content type="html">&lt;p&gt;Write &amp;lt;table&amp;gt; here&lt;/p&gt;</content>""").Content);
    }

    [Fact]
    public void Words_of_xhtml_keep_their_spaces_and_tags() => Assert.Equal(
        "<b>Solid</b> <i>state</i>",
        Entry("""<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Solid</b> <i>state</i></div></content>""").Content);

    [Fact]
    public void A_module_is_known_by_its_address_under_any_prefix()
    {
        var feed = Parsed("""
            <rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
            <item><title>1</title><d:creator>Ann</d:creator><d:creator>Bo</d:creator><c:encoded>Long</c:encoded><d:date>2026-11-02T08:00:00Z</d:date></item>
            </channel></rss>
            """);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(["Ann", "Bo"], entry.Authors);
        Assert.Equal(("Long", Read.Utc(2026, 11, 2, 8)), (entry.Content, entry.Published!.Instant));
    }

    // The library looks a prefix up outside the element that it stands on (findings/codehollow-prefix-on-the-element.sh).
    [Fact]
    public void A_module_may_be_declared_on_its_own_element() => Assert.Equal("Long", Assert.Single(Parsed("""
        <rss version="2.0"><channel><title>T</title>
        <item><title>1</title><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">Long</content:encoded></item></channel></rss>
        """).Entries).Content);

    [Fact]
    public void A_media_namespace_that_is_declared_and_not_used_changes_nothing() => Assert.Equal("<p>x</p>", Assert.Single(Parsed("""
        <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
        <ttl>30</ttl><item><title>1</title><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded></item></channel></rss>
        """).Entries).Content);

    [Theory]
    [InlineData("Mon, 02 Nov 2026 08:00:00 EST", 13)]
    [InlineData("Mon, 02 Nov 2026 08:00:00 CET", 7)] // 8 to the library: findings/codehollow-zones.sh
    [InlineData("Mon, 02 Nov 2026 08:00:00", 8)] // by the machine's zone to the library
    [InlineData("Mo, 02 November 2026 08:00:00 +0100", 7)]
    [InlineData("2026-11-02T08:00:00+05:00", 3)]
    [InlineData("Mon Nov  2 08:00:00 2026", 8)]
    public void Dates_are_read_by_our_own_reader(string date, int hour) =>
        Assert.Equal(Read.Utc(2026, 11, 2, hour), Item($"<title>1</title><pubDate>{date}</pubDate>").Published!.Instant);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void The_calendar_of_the_machine_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(2026, Item("<title>1</title><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate>").Published!.Instant.Year);
            Assert.Equal(culture, CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_guid_stands_for_a_missing_link_unless_it_says_that_it_is_none()
    {
        Assert.Equal("https://a.example/1", Item("<title>1</title><guid>https://a.example/1</guid>").Link);
        Assert.Null(Item("""<title>1</title><guid isPermaLink="false">https://a.example/1</guid>""").Link);
    }

    [Fact]
    public void All_enclosures_come_with_their_lengths_however_long() => Assert.Equal(
        [new Enclosure("https://a.example/a.mp3", "audio/mpeg", 5_000_000_000), new Enclosure("https://a.example/b.mp3", "audio/mpeg", 7)],
        Item("""<title>1</title><enclosure url="https://a.example/a.mp3" type="audio/mpeg" length="5000000000"/><enclosure url="https://a.example/b.mp3" type="audio/mpeg" length="7"/>""")
            .Enclosures);

    [Fact]
    public void The_page_is_the_alternate_link_and_no_other()
    {
        Assert.Equal("https://news.example/1", Entry("""<link rel="self" href="/1.atom"/><link rel="alternate" type="text/html" href="/1"/>""").Link);
        Assert.Null(Entry("""<link rel="edit" href="/1/edit"/>""").Link);
    }

    [Fact]
    public void An_entry_has_the_authors_of_its_feed_where_it_has_none()
    {
        var feed = Parsed("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><author><name>Ann</name></author><author><name>Bo</name></author>
            <entry><title>1</title></entry><entry><title>2</title><author><name>Cy</name></author></entry></feed>
            """);

        Assert.Equal([["Ann", "Bo"], ["Cy"]], feed.Entries.Select(e => e.Authors));
    }

    [Fact]
    public void Bases_and_languages_of_the_elements_above_count()
    {
        var feed = Parsed("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/blog/" xml:lang="de"><title>T</title><link href="."/>
            <entry xml:base="2026/"><title>1</title><link href="one.html"/><summary>x</summary></entry></feed>
            """);

        Assert.Equal(("https://b.example/blog/", "de"), (feed.Link, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://b.example/blog/2026/one.html", "https://b.example/blog/2026/", "de"), (entry.Link, entry.ContentBase, entry.Language));
    }

    [Fact]
    public void Hints_hubs_and_pages_of_the_feed_come_through()
    {
        var feed = Parsed(Read.Rss("""
            <title>T</title><ttl>90</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays><sy:updatePeriod>daily</sy:updatePeriod>
            <lastBuildDate>Mon, 02 Nov 2026 08:00:00 GMT</lastBuildDate><language>en-gb</language>
            <atom:link rel="self" href="https://a.example/feed"/><atom:link rel="hub" href="https://hub.example/"/><atom:link rel="next" href="?page=2"/>
            """));

        Assert.Equal((TimeSpan.FromMinutes(90), TimeSpan.FromDays(1)), (feed.Hints.Ttl, feed.Hints.UpdateInterval));
        Assert.Equal((3, DayOfWeek.Sunday), (Assert.Single(feed.Hints.SkipHours), Assert.Single(feed.Hints.SkipDays)));
        Assert.Equal(("https://a.example/feed", "https://news.example/feeds/all.xml?page=2", "en-gb"), (feed.Self, feed.Next, feed.Language));
        Assert.Equal(("https://hub.example/", Read.Utc(2026, 11, 2, 8)), (Assert.Single(feed.Hubs), feed.Updated!.Instant));
    }

    [Fact]
    public void Plain_texts_of_json_feeds_read_as_html()
    {
        var feed = Parsed("""
            {"version":"https://jsonfeed.org/version/1.1","title":"A < B","language":"en","expired":true,"hubs":[{"type":"WebSub","url":"https://hub.example/"}],
             "items":[{"id":1,"url":"/1","title":"List<T> & more","content_text":"a < b","date_published":"2026-11-02T08:00:00Z","tags":["x"],
             "authors":[{"name":"Ann"}],"attachments":[{"url":"https://a.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":5000000000}]}]}
            """);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("A &lt; B", true, "https://hub.example/"), (feed.Title, feed.Expired, Assert.Single(feed.Hubs)));
        Assert.Equal(("1", "https://news.example/1", "List&lt;T> &amp; more", "a &lt; b", "en"), (entry.Id, entry.Link, entry.Title, entry.Content, entry.Language));
        Assert.Equal(("Ann", 5_000_000_000), (Assert.Single(entry.Authors), Assert.Single(entry.Enclosures).Length));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public void The_text_is_decoded_before_the_library_gets_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] document = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?>{Read.Rss("<title>Köln</title>").Split("?>")[1]}")];

        Assert.Equal("Köln", Assert.IsType<FeedParseResult.Parsed>(Reader.Read(document, new FeedContext(Read.Url))).Feed.Title);
    }

    [Fact]
    public void The_newest_entries_are_kept_up_to_the_limit()
    {
        var document = Read.Rss("<title>T</title>" + string.Concat(Enumerable.Range(1, 9).Select(day => $"<item><title>{day}</title><pubDate>0{day} Nov 2026 08:00:00 GMT</pubDate></item>")));
        var feed = Assert.IsType<FeedParseResult.Parsed>(Reader.Read(Encoding.UTF8.GetBytes(document), new FeedContext(Read.Url, MaxEntries: 2))).Feed;

        Assert.Equal(["8", "9"], feed.Entries.Select(e => e.Title));
        Assert.True(feed.Truncated);
    }

    // Each of these ends in another exception inside the library, or in a feed of nothing.
    [Theory]
    [InlineData("", "empty")]
    [InlineData("<rss version='2.0'><channel><title>A & B</title></channel></rss>", "well-formed documents only")]
    [InlineData("<rss version='2.0'><channel><title>A&nbsp;B</title></channel></rss>", "well-formed documents only")]
    [InlineData("<html><body>Hello</body></html>", "web page")]
    [InlineData("<urlset><url/></urlset>", "")]
    [InlineData("{\"hello\": 1}", "no JSON Feed")]
    [InlineData("Hello", "CodeHollow.FeedReader")]
    [InlineData("<rss version='2.0'></rss>", "CodeHollow.FeedReader")]
    [InlineData("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title><a:entry><a:id>1</a:id></a:entry></a:feed>", "have a prefix")]
    [InlineData("<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel r:about='x'><title>T</title></channel><item r:about='y'><title>1</title></item></r:RDF>", "CodeHollow.FeedReader")]
    public void What_it_cannot_read_is_a_value_with_a_reason(string document, string part) =>
        Assert.Contains(part, Assert.IsType<FeedParseResult.NotAFeed>(Reader.Read(Encoding.UTF8.GetBytes(document), new FeedContext(Read.Url))).Reason);

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://a.example/'/></feed>")]
    [InlineData("<feed><link href='https://a.example/'/></feed>")]
    public void A_feed_without_title_and_entries_is_a_feed(string document) => Assert.Equal("https://a.example/", Parsed(document).Link);

    [Theory]
    [InlineData("0.91")]
    [InlineData("0.92")]
    public void Older_dialects_have_their_guid_and_author(string version)
    {
        var entry = Assert.Single(Parsed($"<rss version='{version}'><channel><title>T</title><item><title>1</title><guid>g</guid><author>Ann</author></item></channel></rss>").Entries);

        Assert.Equal(("g", "Ann"), (entry.Id, Assert.Single(entry.Authors)));
    }

    [Fact]
    public void Both_readers_make_the_same_of_an_ordinary_feed()
    {
        var document = Read.Rss("""
            <title>T</title><link>https://a.example/</link><description>D</description><language>en</language>
            <item><title>1</title><link>/1</link><guid>https://a.example/1</guid><description>Short</description><dc:creator>Ann</dc:creator>
            <category>Cars</category><content:encoded><![CDATA[<p>Long</p>]]></content:encoded><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>
            """);

        Assert.Equivalent(Read.Feed(document), Parsed(document), strict: true);
    }

    private static ParsedEntry Item(string elements) => Assert.Single(Parsed(Read.Rss($"<title>T</title><item>{elements}</item>")).Entries);

    private static ParsedEntry Entry(string elements) => Assert.Single(Parsed(Read.Atom($"<title>T</title><entry><title>1</title>{elements}</entry>")).Entries);

    private static ParsedFeed Parsed(string document) =>
        Assert.IsType<FeedParseResult.Parsed>(Reader.Read(Encoding.UTF8.GetBytes(document), new FeedContext(Read.Url))).Feed;
}
