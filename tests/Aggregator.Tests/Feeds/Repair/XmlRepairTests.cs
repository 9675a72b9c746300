using Aggregator.Model;

namespace Aggregator.Feeds.Repair;

public class XmlRepairTests
{
    [Theory]
    [InlineData("Caf&eacute; &hellip; &nbsp;x", "Café … \u00A0x", "undeclared-entity")]
    [InlineData("Salt & pepper", "Salt & pepper", "unescaped-ampersand")]
    [InlineData("?a=1&b=2&copy=3", "?a=1&b=2&copy=3", "unescaped-ampersand")]
    [InlineData("1 < 2 <3", "1 < 2 <3", "unescaped-bracket")]
    [InlineData("a\u0000b\u0008c", "abc", "illegal-character")]
    [InlineData("a&#0;b&#x1F;c&#12;d", "abc d", "illegal-character")]
    [InlineData("a&#xD800;b\uFFFE", "ab", "illegal-character")]
    [InlineData("AT&amp T&nbsp;x &copy", "AT& T\u00A0x ©", "undeclared-entity")]
    [InlineData("a<br>b &", "a<br/>b &amp;", "unescaped-ampersand")]
    [InlineData("<![CDATA[<![CDATA[A & B]]>]]> ", "A & B", "not-well-formed")]
    [InlineData("🚗&#x1F697;&nosuch;", "🚗🚗&nosuch;", "unescaped-ampersand")]
    public void Mends_characters(string title, string expected, string problem)
    {
        var feed = Read.Feed($"<rss version=\"2.0\"><channel><item><title>{title}</title></item></channel></rss>");

        Assert.Equal(expected, Assert.Single(feed.Entries).Title);
        Assert.Equal(FeedReadPath.Repaired, feed.Path);
        Assert.Contains(problem, Read.Codes(feed));
    }

    [Fact]
    public void Says_what_the_strict_reader_met_and_counts_repeated_problems()
    {
        var problems = Read.Feed("<rss><channel><title>a & b & c</title></channel></rss>").Problems;

        Assert.Equal("not-well-formed", problems[0].Code);
        Assert.Contains("and 1 more", problems[1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<item><title>One</title><item><title>Two</title></item>")]
    [InlineData("<item><title>One</item><item><title>Two</title></item>")]
    [InlineData("<item><title>One<pubDate>x</pubDate></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title></foo></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</Title></item><item><title>Two</title></item>")]
    [InlineData("<item><description><p>x<br>y<b>z</description><title>One</title></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><content:encoded>x</content></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><link>x</item><item><title>Two</title></link></item>")]
    [InlineData("<item><title>One</title><a b='1' b='2' c d=e f=\"<\"/></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title <link>x</link></item><item><title>Two</title></item>")]
    [InlineData("<item><title><![CDATA[One]]</title></item><item><title>Two</title></item>")]
    [InlineData("<item><title><![CDATA[One</title></item><item>&bull;<title><![CDATA[Two]]></title></item><a>")]
    [InlineData("<item><title>One</title><!-- never ends </item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><author>me <me@mail.example></author></item><item><title>Two</title></item>")]
    [InlineData("<item><title>One</title><x:y:z q:w:e=\"1\">a</x:y:z></item><item><title>Two</title></item>")]
    [InlineData("<item xmlns:e=\"\" xmlns:=\"u\" xmlns:xml=\"u\"><title>One</title><e:a/></item><item><title>Two</title></item>")]
    public void Finds_both_items_in_broken_markup(string items)
    {
        var feed = Read.Feed($"<rss version=\"2.0\"><channel>{items}</channel></rss>");

        Assert.Equal(2, feed.Entries.Count);
        Assert.StartsWith("One", feed.Entries[0].Title, StringComparison.Ordinal);
        Assert.Equal("Two", feed.Entries[1].Title);
        Assert.Equal(FeedReadPath.Repaired, feed.Path);
    }

    [Fact]
    public void Declares_prefixes_that_are_used_undeclared()
    {
        var feed = Read.Feed("<rss><channel><item><dc:creator>Ann</dc:creator><content:encoded>C</content:encoded><my:own a:b='1'>x</my:own></item></channel></rss>");

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(["Ann"], entry.Authors);
        Assert.Equal("C", entry.Content);
        Assert.Contains("undeclared-prefix", Read.Codes(feed));
    }

    [Theory]
    [InlineData("PHP Warning: <b>file</b> on line <i>3</i><br />\n", "")]
    [InlineData("<br />\n<b>Warning</b>: file on line <b>3</b>", "")]
    [InlineData("<!-- cached -->", "")]
    [InlineData("<html><body>busy &amp; late</body></html>\n", "")]
    [InlineData("", "<!-- 0.2 s --><script>x()</script>")]
    [InlineData("", "</html> trailing & text")]
    [InlineData("\u0001\u0002", "\0\0\0")]
    public void Drops_junk_before_and_after(string before, string after) =>
        Assert.Equal("T", Read.Feed($"{before}<?xml version=\"1.0\"?><rss><channel><title>T</title></channel></rss>{after}").Title);

    [Fact]
    public void Keeps_whole_items_of_a_document_that_was_cut_off()
    {
        var feed = Read.Feed("<rss><channel><title>T</title><item><title>One</title></item><item><title>Two</title><description>It beg");

        Assert.Equal(["One"], feed.Entries.Select(e => e.Title));
        Assert.Contains("cut-off", Read.Codes(feed));
    }

    [Fact]
    public void Keeps_whole_items_wherever_the_document_is_cut_off()
    {
        var whole = Read.Rss(string.Concat(Enumerable.Range(0, 4).Select(i =>
            $"<item><title>T{i} &amp; é</title><link>https://volt.example/{i}?a=1&amp;b=2</link><description><![CDATA[<p>{i}</p>]]></description></item>\n")));
        var expected = Read.Feed(whole).Entries;
        for (var length = whole.IndexOf("<channel", StringComparison.Ordinal) + 9; length < whole.Length; length++)
        {
            var ends = whole[..length].Split("</item>").Length - 1;
            var kept = Read.Feed(whole[..length]).Entries;

            // An end tag without its bracket is an end tag all the same.
            Assert.InRange(kept.Count, ends, ends + 1);
            Assert.Equal(expected.Take(kept.Count).Select(e => (e.Title, e.Link, e.Summary)), kept.Select(e => (e.Title, e.Link, e.Summary)));
        }
    }

    [Fact]
    public void Repairs_a_well_formed_document_into_the_same_feed()
    {
        var document = Read.Rss("<title>A &amp; B</title><item><title><![CDATA[<b>1</b> & 2]]></title><description>x&#13;&#10;y &lt;p&gt;</description><enclosure url='a&amp;b&#10;' type=\"x\"/><dc:date>2026-01-01</dc:date></item><item/>");
        var repaired = XmlRepair.Run(document);

        Assert.NotNull(repaired);
        Assert.Empty(repaired.Problems);
        Assert.Equivalent(Read.Feed(document), Read.Feed(repaired.Xml), strict: true);
    }

    [Fact]
    public void Reads_names_that_hold_NULs() =>
        Assert.Equal("T", Read.Feed("<rss><channel><ti\0tle>T</title></channel></rss>").Title);

    [Fact]
    public void Says_that_something_follows_a_well_formed_feed()
    {
        var feed = Read.Feed(Read.Rss("<title>T</title>") + "<p>served in 3 ms");

        Assert.Equal(FeedReadPath.Strict, feed.Path);
        Assert.Equal(["junk-after"], Read.Codes(feed));
    }

    [Fact]
    public void Knows_entities_that_the_document_declares_itself()
    {
        var feed = Read.Feed("""<!DOCTYPE rss [<!ENTITY brand "Volt &#38; Byte"><!ENTITY out SYSTEM "file:///etc/passwd">]><rss><channel><title>&brand; &out;</title></channel></rss>""");

        Assert.Equal("Volt & Byte &out;", feed.Title);
    }

    [Theory]
    [InlineData("<rss<channel><title>T</title></channel>")]
    [InlineData("<rss")]
    [InlineData("<rss version='2.0")]
    [InlineData("<feed <<<>>>")]
    public void Never_throws_at_a_damaged_root(string document) =>
        Assert.NotNull(FeedParser.Parse(System.Text.Encoding.UTF8.GetBytes(document), new FeedContext()));
}
