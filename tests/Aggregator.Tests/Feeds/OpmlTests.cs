using System.Text;
using Aggregator.Feeds.OpmlFormat;
using Aggregator.Model;

namespace Aggregator.Feeds;

public class OpmlTests
{
    [Fact]
    public void Comes_back_the_same_after_writing_and_reading()
    {
        FeedDefinition[] feeds =
        [
            new("https://a.example/feed?x=1&y=\"2\"", "A <b> & “c” 'd' 🚗", ""),
            new("https://b.example/feed", "", "News/Electric cars"),
            new("https://c.example/feed", "Line\nbreak\tand  spaces ", "News/Electric cars/Räder"),
            new("https://d.example/feed", "D", "News"),
            new("https://e.example/feed", "E", "/odd//path/"),
            new("https://f.example/feed", "F", " spaced / path ", TimeSpan.FromMinutes(90), FullTextMode.Always, "de-AT", true),
        ];

        var read = Opml.Read(Encoding.UTF8.GetBytes(Opml.Write(feeds, "Mine & yours"))).Feeds;

        Assert.Equal(feeds.OrderBy(f => f.Url), read.OrderBy(f => f.Url));
    }

    [Fact]
    public void Writes_folders_as_nested_outlines_under_a_title()
    {
        var text = Opml.Write([new("https://a.example/f", "A", "News/Cars")], "Mine");

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
        Assert.Contains("<title>Mine</title>", text, StringComparison.Ordinal);
        Assert.Matches("<outline text=\"News\">\\s*<outline text=\"Cars\">\\s*<outline text=\"A\" title=\"A\" type=\"rss\" xmlUrl=\"https://a.example/f\" />", text);
    }

    [Fact]
    public void Reads_what_other_programs_write()
    {
        var feeds = Opml.Read("""
            <?xml version="1.0"?><!-- export --><opml version="1.0"><head/><body>
            <outline title="Cars"><outline text="A" xmlurl=" https://a.example/f "/><outline text="Deep"><outline title="B" text="b" type="rss" xmlUrl="feed://b.example/f" htmlUrl="https://b.example/"/></outline></outline>
            <outline text="Empty"/><outline text="C" type="rss" url="https://c.example/f" category="/Tech/Chips,/Other"/><outline xmlUrl="https://d.example/f"/><outline text="No" xmlUrl="ftp://x"/><outline type="link" url="https://no.example/"/>
            </body></opml>
            """u8.ToArray()).Feeds;

        Assert.Equal([("https://a.example/f", "A", "Cars"), ("http://b.example/f", "B", "Cars/Deep"), ("https://c.example/f", "C", "Tech/Chips"), ("https://d.example/f", "https://d.example/f", "")],
            feeds.Select(f => (f.Url, f.Title, f.Category)));
    }

    [Theory]
    [InlineData("<outline text='Blog' xmlUrl='ftp://a.example/f'/>", "Blog", "ftp://a.example/f")]
    [InlineData("<outline xmlUrl='a.example/f'/>", "a.example/f", "a.example/f")]
    [InlineData("<outline title='Lost' type='RSS' htmlUrl='https://a.example/'/>", "Lost", "")]
    [InlineData("<outline title='Bare' xmlUrl=''/>", "Bare", "")]
    [InlineData("<outline text='Empty' xmlUrl='feed://'/>", "Empty", "feed://")]
    [InlineData("<outline text='More' type='include' url='https://a.example/more.opml'/>", "More", "https://a.example/more.opml")]
    public void Names_the_outlines_that_are_no_feeds_after_all(string outline, string title, string address)
    {
        var list = Opml.Read(Encoding.UTF8.GetBytes($"<opml><body>{outline}</body></opml>"));

        Assert.Empty(list.Feeds);
        Assert.Equal(new LeftOutline(title, address), Assert.Single(list.LeftOut));
    }

    [Theory]
    [InlineData("<outline text='Folder' xmlUrl=''><outline xmlUrl='https://a.example/f'/></outline>", "Folder")]
    [InlineData("<outline><outline text='Deep'><outline xmlUrl='https://a.example/f'/></outline></outline>", "Deep")]
    [InlineData("<outline text='' title='Named'><outline xmlUrl='https://a.example/f'/></outline>", "Named")]
    [InlineData("<outline type='link' url='https://a.example/'/><outline text='Empty'/><outline xmlUrl='https://a.example/f'/>", "")]
    public void Folders_and_links_are_nothing_left_out(string outlines, string category)
    {
        var list = Opml.Read(Encoding.UTF8.GetBytes($"<opml><body>{outlines}</body></opml>"));

        Assert.Equal(category, Assert.Single(list.Feeds).Category);
        Assert.Empty(list.LeftOut);
    }

    [Theory]
    [InlineData("title='' text='Text'", "Text")]
    [InlineData("title=' ' text='Text'", "Text")]
    [InlineData("title='Title' text=''", "Title")]
    [InlineData("", "https://a.example/f")]
    public void Takes_the_name_from_where_one_stands(string attributes, string title) =>
        Assert.Equal(title, Assert.Single(Opml.Read(Encoding.UTF8.GetBytes($"<opml><body><outline {attributes} xmlUrl='https://a.example/f'/></body></opml>")).Feeds).Title);

    [Theory]
    [InlineData("feed:https://a.example/f", "https://a.example/f")]
    [InlineData("feed://https://a.example/f", "https://a.example/f")]
    [InlineData("FEED://a.example/f", "http://a.example/f")]
    public void Reads_the_scheme_that_browsers_handed_to_readers(string address, string url) =>
        Assert.Equal(url, Assert.Single(Opml.Read(Encoding.UTF8.GetBytes($"<opml><body><outline xmlUrl='{address}'/></body></opml>")).Feeds).Url);

    [Fact]
    public void Mends_a_list_with_bare_ampersands() =>
        Assert.Equal("https://a.example/f?a=1&b=2", Assert.Single(Opml.Read("<opml><body><outline text='A & B' xmlUrl='https://a.example/f?a=1&b=2'></body></opml>"u8.ToArray()).Feeds).Url);

    [Fact]
    public void Reads_a_stream()
    {
        using var stream = new MemoryStream("<opml><body><outline xmlUrl='https://a.example/f'/></body></opml>"u8.ToArray());

        Assert.Single(Opml.Read(stream).Feeds);
    }

    [Fact]
    public void Leaves_out_characters_that_xml_cannot_hold() =>
        Assert.Equal("AB", Assert.Single(Opml.Read(Encoding.UTF8.GetBytes(Opml.Write([new("https://a.example/f", "A\0\uFFFEB", "")], "t"))).Feeds).Title);

    [Theory]
    [InlineData("<rss><channel/></rss>")]
    [InlineData("hello")]
    [InlineData("")]
    public void Refuses_other_documents(string document) => Assert.Throws<FormatException>(() => Opml.Read(Encoding.UTF8.GetBytes(document)));

    [Fact]
    public void Reads_deeply_nested_folders_without_a_deep_stack()
    {
        var folders = string.Concat(Enumerable.Repeat("<outline text='f'>", 50_000));

        Assert.Empty(Opml.Read(Encoding.UTF8.GetBytes($"<opml><body>{folders}")).Feeds);
    }
}
