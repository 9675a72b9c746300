using Aggregator.Model;

namespace Aggregator.Feeds.Atom;

public class AtomReaderTests
{
    [Fact]
    public void Reads_the_feed()
    {
        var feed = Read.Feed("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl"><title>Volt</title><subtitle type="html">Chips &amp;amp; cars</subtitle><updated>2026-03-03T08:00:00Z</updated>
            <link rel="self" href="/feed"/><link href="/"/><link rel="hub" href="https://hub.example/"/></feed>
            """);

        Assert.Equal(FeedFormat.Atom10, feed.Format);
        Assert.Equal(("Volt", "Chips &amp; cars", "https://news.example/", "nl"), (feed.Title, feed.Description, feed.Link, feed.Language));
        Assert.Equal("https://news.example/feed", feed.Self);
        Assert.Equal(["https://hub.example/"], feed.Hubs);
        Assert.Equal(Read.Utc(2026, 3, 3, 8), feed.Updated!.Instant);
    }

    [Fact]
    public void Reads_what_a_feed_is_called_by_itself()
    {
        var feed = Read.Feed(Read.Atom("""<id> urn:own </id><title>Own</title><generator uri="https://wordpress.org/" version="6.1.9">WordPress</generator><entry><id>urn:own:1</id></entry>"""));

        Assert.Equal(("urn:own", "WordPress https://wordpress.org/"), (feed.Id, feed.Generator));
    }

    [Fact]
    public void Reads_an_entry()
    {
        var entry = Read.AtomEntry("""
            <id>tag:volt.example,2026:1</id><title>One</title><link href="https://volt.example/1"/><link rel="enclosure" href="https://volt.example/1.mp4" type="video/mp4" length="99"/>
            <published>2026-03-03T08:00:00+01:00</published><updated>2026-03-04T08:00:00Z</updated><summary>Short</summary><content type="html">&lt;p&gt;Long&lt;/p&gt;</content>
            <author><name>Ann</name><email>ann@volt.example</email></author><author><email>ben@volt.example</email></author><contributor><name>Cy</name></contributor>
            <category term="ev" label="Cars"/><link rel="replies" href="https://volt.example/1#talk" type="text/html"/><source><title>Elsewhere</title></source>
            """);

        Assert.Equal("tag:volt.example,2026:1", entry.Id);
        Assert.Equal(("One", "https://volt.example/1", "Short", "<p>Long</p>"), (entry.Title, entry.Link, entry.Summary, entry.Content));
        Assert.Equal((Read.Utc(2026, 3, 3, 7), Read.Utc(2026, 3, 4, 8)), (entry.Published!.Instant, entry.Updated!.Instant));
        Assert.Equal(["Ann", "ben@volt.example"], entry.Authors);
        Assert.Equal(["ev"], entry.Categories);
        Assert.Equal([new Enclosure("https://volt.example/1.mp4", "video/mp4", 99)], entry.Enclosures);
        Assert.Equal("https://volt.example/1#talk", entry.Comments);
        Assert.Equal("Elsewhere", entry.SourceTitle);
    }

    [Theory]
    [InlineData("<title>The &lt;dialog&gt; element</title>", "The &lt;dialog> element")]
    [InlineData("<title>AT&amp;amp;T is how</title>", "AT&amp;amp;T is how")]
    [InlineData("<title type=''>a &lt; b</title>", "a &lt; b")]
    [InlineData("<title type='text'>The &lt;b&gt;x&lt;/b&gt;</title>", "The &lt;b>x&lt;/b>")]
    [InlineData("<title type='html'>AT&amp;amp;T &lt;b&gt;wins&lt;/b&gt;</title>", "AT&amp;T <b>wins</b>")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Less &lt; <b>more</b></div></title>", "Less &lt; <b>more</b>")]
    public void A_title_without_a_type_is_plain_text(string title, string html) => Assert.Equal(html, Read.AtomEntry(title).Title);

    [Fact]
    public void Reads_atom_03()
    {
        var feed = Read.Feed("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title><tagline>Line</tagline><modified>2004-05-06T07:08:09Z</modified>
            <entry><title mode="escaped" type="text/html">A &amp;amp; B</title><issued>2004-05-05</issued><created>2004-05-04T00:00:00Z</created><modified>2004-05-06T00:00:00Z</modified>
            <content mode="base64" type="text/plain">SGVsbG8=</content></entry></feed>
            """);

        Assert.Equal(FeedFormat.Atom03, feed.Format);
        Assert.Equal("Line", feed.Description);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("A &amp; B", entry.Title);
        Assert.Equal(Read.Utc(2004, 5, 5), entry.Published!.Instant);
        Assert.Equal(DatePrecision.Day, entry.Published.Precision);
        Assert.Equal(Read.Utc(2004, 5, 6), entry.Updated!.Instant);
        Assert.Equal("Hello", entry.Content);
    }

    [Theory]
    [InlineData("""<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>T</a:title></a:entry></a:feed>""")]
    [InlineData("""<feed><entry><title>T</title></entry></feed>""")]
    [InlineData("""<feed xmlns="https://w3.org/2005/atom/"><entry><title>T</title></entry></feed>""")]
    [InlineData("""<atom:feed xmlns:atom="http://example.org/wrong"><atom:entry><atom:title>T</atom:title></atom:entry></atom:feed>""")]
    public void Reads_atom_under_a_prefix_without_or_with_a_wrong_namespace(string document) =>
        Assert.Equal("T", Assert.Single(Read.Feed(document).Entries).Title);

    [Fact]
    public void Reads_xhtml_without_its_div() =>
        Assert.Equal("<p>1 &lt; 2 <em>so</em></p>", Read.AtomEntry("""<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2 <em>so</em></p></div></content>""").Content);

    [Fact]
    public void Escapes_plain_text_so_that_it_reads_the_same_as_html() =>
        Assert.Equal("if a &lt; b &amp;amp;", Read.AtomEntry("""<content type="text">if a &lt; b &amp;amp;</content>""").Content);

    [Fact]
    public void Reads_binary_content_that_is_text_in_base64() =>
        Assert.Equal("Hello", Read.AtomEntry("""<content type="application/x-note">SGVs bG8=</content>""").Content);

    [Fact]
    public void Prefers_the_alternate_that_a_browser_shows() =>
        Assert.Equal("https://volt.example/html", Read.AtomEntry("""
            <link rel="alternate" type="text/gemini" href="gemini://volt.example/1"/><link rel="alternate" type="application/pdf" href="https://volt.example/pdf"/>
            <link rel="alternate" type="text/html" href="https://volt.example/html"/><link rel="alternate" type="text/html" href="https://volt.example/other"/>
            """).Link);

    [Fact]
    public void Reads_a_relation_that_is_written_as_its_address() =>
        Assert.Equal("https://volt.example/1", Read.AtomEntry("""<link rel="http://www.iana.org/assignments/relation/alternate" href="https://volt.example/1"/>""").Link);

    [Fact]
    public void Takes_no_self_link_for_the_article() => Assert.Null(Read.AtomEntry("""<link rel="self" href="https://volt.example/api/1"/>""").Link);

    [Fact]
    public void Gives_an_entry_without_author_the_source_s_or_else_the_feed_s()
    {
        var feed = Read.Feed(Read.Atom("<author><name>House</name></author><entry><title>1</title></entry><entry><title>2</title><source><author><name>Guest</name></author></source></entry>"));

        Assert.Equal(["House"], feed.Entries[0].Authors);
        Assert.Equal(["Guest"], feed.Entries[1].Authors);
    }

    [Fact]
    public void Inherits_the_language_and_lets_an_entry_have_its_own()
    {
        var feed = Read.Feed("""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><title>1</title></entry><entry xml:lang="fr"><title>2</title></entry></feed>""");

        Assert.Equal(["en", "fr"], feed.Entries.Select(e => e.Language));
    }
}
