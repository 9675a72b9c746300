using Aggregator.Feeds;
using Aggregator.Model;

namespace Aggregator.Pipeline;

public class EntryReadingTests
{
    [Theory]
    [InlineData("safe \u202egnp.exe\u202c end", "safe gnp.exe end")]
    [InlineData("\u2067name\u2069 and \u202aother", "name and other")]
    [InlineData("עברית ו-English 123", "עברית ו-English 123")]
    public void A_title_turns_nothing_round_that_stands_beside_it(string title, string read)
    {
        Assert.Equal(read, Of(Read.Rss($"<item><title>{title}</title><link>https://news.example/a</link></item>")).Title);
    }

    [Fact]
    public void A_title_keeps_the_angle_brackets_that_are_no_markup()
    {
        Assert.Equal("std::vector<int> & co", Of(Read.Rss("<item><title>std::vector&lt;int&gt; &amp;amp; co</title><guid>1</guid></item>")).Title);
        Assert.Equal("The <dialog> element", Of(Read.Atom("<entry><title>The &lt;dialog&gt; element</title><id>urn:1</id></entry>")).Title);
        Assert.Equal("A bold claim", Of(Read.Rss("<item><title>A &lt;b&gt;bold&lt;/b&gt; claim</title><guid>1</guid></item>")).Title);
    }

    [Fact]
    public void An_entry_without_a_title_gets_a_stand_in_that_is_known_as_one()
    {
        var entry = Of(Read.Rss("<item><title></title><description>Short text.</description><link>https://news.example/a</link></item>"));
        Assert.Equal(("Short text.", true), (entry.Title, entry.IsUntitled));
        Assert.True(StandInTitle.Is(entry.Title, entry.Summary));
        var bare = Of(Read.Rss("<item><link>https://news.example/a</link></item>"));
        Assert.Equal(("(untitled)", true), (bare.Title, bare.IsUntitled));
        Assert.True(StandInTitle.Is(bare.Title, bare.Summary));
        var titled = Of(Read.Rss("<item><title>T</title><description>Short text.</description><link>https://news.example/a</link></item>"));
        Assert.Equal(("T", false), (titled.Title, titled.IsUntitled));
        Assert.False(StandInTitle.Is(titled.Title, titled.Summary));
    }

    private const string Relative = "&lt;img src=\"cover.jpg\"&gt;&lt;a href=\"#fn1\"&gt;1&lt;/a&gt;";

    [Theory]
    [InlineData("<item><link>https://news.example/blog/three/</link><description>{0}</description></item>", "https://news.example/blog/three/", "https://news.example/blog/three/")]
    [InlineData("<item xml:base=\"https://cdn.example/x/\"><link>https://news.example/blog/three/</link><description>{0}</description></item>", "https://cdn.example/x/", "https://cdn.example/x/")]
    [InlineData("<item><link>https://elsewhere.example/story</link><guid>https://news.example/links/9/</guid><description>{0}</description></item>", "https://news.example/links/9/", "https://news.example/links/9/")]
    [InlineData("<item><guid isPermaLink=\"false\">1</guid><description>{0}</description></item>", "https://news.example/feeds/", "https://news.example/feeds/all.xml")]
    public void Relative_addresses_of_rss_are_those_of_the_entry(string item, string address, string page) => Resolves(Read.Rss(Filled(item)), address, page);

    [Theory]
    [InlineData("<entry><id>urn:1</id><link href=\"https://news.example/blog/three/\"/><content type=\"html\">{0}</content></entry>", "https://news.example/feeds/", "https://news.example/blog/three/")]
    [InlineData("<entry xml:base=\"/b/\"><id>urn:1</id><link href=\"https://news.example/blog/three/\"/><content type=\"html\">{0}</content></entry>", "https://news.example/b/", "https://news.example/b/")]
    public void Relative_addresses_of_atom_are_those_of_rfc_3986_and_places_in_the_page_its_own(string entry, string address, string page) =>
        Resolves(Read.Atom(Filled(entry)), address, page);

    [Fact]
    public void Relative_addresses_of_json_are_those_of_the_item() => Resolves(
        """{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/blog/four/","content_html":"<img src='cover.jpg'><a href='#fn1'>1</a>"}]}""",
        "https://news.example/blog/four/", "https://news.example/blog/four/");

    [Fact]
    public void Files_go_with_their_entry_if_they_may_be_fetched()
    {
        var entry = Of(Read.Rss("<item><guid>1</guid><title>T</title><enclosure url=\"/a.mp3\" type=\"audio/mpeg\" length=\"7\"/><enclosure url=\"javascript:x\"/></item>"));
        Assert.Equal([new Enclosure("https://news.example/a.mp3", "audio/mpeg", 7)], entry.Enclosures);
    }

    private static string Filled(string item) => item.Replace("{0}", Relative, StringComparison.Ordinal);

    private static void Resolves(string document, string address, string page) => Assert.Equal(
        $"<img src=\"{address}cover.jpg\"><a href=\"{page}#fn1\" rel=\"noopener noreferrer\">1</a>", Of(document).ContentHtml);

    private static Stores.IdentifiedEntry Of(string document)
    {
        var feed = new Feed { Id = 1, Definition = new FeedDefinition("https://news.example/feed", "News", "Test"), CurrentUrl = "https://news.example/feed" };
        return Assert.Single(EntryReading.Read(feed, Read.Feed(document), Read.Url, Read.Utc(2026, 11, 24)));
    }

    [Theory]
    [InlineData("<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>", "first-seen")]
    [InlineData("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", "first-seen")]
    [InlineData("<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>", "first-seen")]
    [InlineData("<pubDate>0000-00-00 00:00:00</pubDate>", "first-seen")]
    [InlineData("<pubDate>0</pubDate>", "first-seen")]
    [InlineData("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate><atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2026-11-20T08:00:00Z</atom:updated>", "atom:updated")]
    [InlineData("<pubDate>Tue, 22 Jan 1901 18:30:00 GMT</pubDate>", "rss:pubDate")]
    public void A_zero_of_a_program_is_no_date(string dates, string source)
    {
        var document = Read.Feed(Read.Rss($"<item><title>News</title><link>https://news.example/a</link>{dates}</item>"));
        var feed = new Feed { Id = 1, Definition = new FeedDefinition("https://news.example/feed", "News", "Test"), CurrentUrl = "https://news.example/feed" };

        Assert.Equal(source, Assert.Single(EntryReading.Read(feed, document, Read.Url, Read.Utc(2026, 11, 24))).Published.Source);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("&lt;p&gt;The beginning is free.&lt;/p&gt;", "The beginning is free.", "There is no excerpt because this is a protected post.")]
    public void A_question_for_a_password_is_no_text_and_closes_the_article(string before, string text, string? summary)
    {
        var document = Read.Feed(Read.Rss($"""
            <item><title>Protected: A</title><link>https://news.example/a</link><description>There is no excerpt because this is a protected post.</description>
            <content:encoded>{before}&lt;form method="post"&gt;&lt;p&gt;Enter your password below:&lt;/p&gt;&lt;label&gt;Password: &lt;input type="password"/&gt;&lt;/label&gt;&lt;/form&gt;</content:encoded></item>
            """));
        var feed = new Feed { Id = 1, Definition = new FeedDefinition("https://news.example/feed", "News", "Test"), CurrentUrl = "https://news.example/feed" };

        var entry = Assert.Single(EntryReading.Read(feed, document, Read.Url, Read.Utc(2026, 11, 24)));

        Assert.Equal((text, summary, true, true), (entry.Text, entry.Summary, entry.Paywalled, entry.IsContent));
    }
}
