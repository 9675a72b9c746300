using System.Text;
using System.Xml.Linq;

namespace Aggregator.Feeds.Writing;

public sealed class AtomWriterTests
{
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Writes_what_RFC_4287_asks_of_a_feed()
    {
        var feed = Read(SampleFeed.Document);
        Assert.Equal(TagUri.Feed("all"), feed.Element(Ns + "id")!.Value);
        Assert.Equal("2026-11-20T10:00:00Z", feed.Element(Ns + "updated")!.Value);
        Assert.Equal("en", (string?)feed.Attribute(XNamespace.Xml + "lang"));
        var links = feed.Elements(Ns + "link").ToDictionary(link => (string)link.Attribute("rel")!, link => (string)link.Attribute("href")!);
        Assert.Equal("https://news.example/feed?x=1&limit=1", links["self"]);
        Assert.Equal("https://news.example/", links["alternate"]);
        Assert.Equal("https://news.example/feed?limit=1&cursor=abc", links["next"]);
        Assert.Equal("https://news.example/feed?limit=1", links["first"]);
    }

    [Fact]
    public void Puts_the_source_last_in_the_entry()
    {
        var entry = Read(SampleFeed.Document).Element(Ns + "entry")!;
        Assert.Equal(Ns + "source", entry.Elements().Last().Name);
        Assert.Equal("Plant opens & <more>", entry.Element(Ns + "title")!.Value);
        Assert.Equal("One", entry.Element(Ns + "source")!.Element(Ns + "title")!.Value);
        Assert.Equal(["Ada Writer", "Ben Author"], entry.Elements(Ns + "author").Select(author => author.Element(Ns + "name")!.Value));
        Assert.Equal("2026-11-20T10:00:00.017Z", entry.Element(Ns + "updated")!.Value);
    }

    // findings/first-link-wins-over-alternate.sh
    [Fact]
    public void Puts_the_alternate_link_before_all_others()
    {
        var feed = Read(SampleFeed.Document);
        Assert.All(
            feed.Elements(Ns + "entry").Append(feed),
            parent => Assert.Equal("alternate", (string?)parent.Elements(Ns + "link").First().Attribute("rel")));
    }

    // findings/rss-parser-scrambles-xhtml.sh
    [Fact]
    public void Writes_content_as_html() =>
        Assert.Equal("html", (string?)Read(SampleFeed.Document).Element(Ns + "entry")!.Element(Ns + "content")!.Attribute("type"));

    [Fact]
    public void A_plain_summary_goes_as_html_like_the_content()
    {
        var summary = Read(SampleFeed.Document).Element(Ns + "entry")!.Element(Ns + "summary")!;
        Assert.Equal(("html", "Cells for 1 &lt; 2 million cars."), ((string?)summary.Attribute("type"), summary.Value));
    }

    public static TheoryData<FeedSource, string> Sources => new()
    {
        { new FeedSource("urn:own", "Own", "http://one.example/blog/", null), "id title link" },
        { new FeedSource(null, "Own", "http://one.example/", null), "title link" },
        { new FeedSource("urn:own", null, null, null), "id" },
        { new FeedSource(null, null, "http://one.example/", "http://one.example/feed"), "link link" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_source_stands_last_and_has_what_is_known_of_it(FeedSource source, string elements)
    {
        var written = Read(SampleFeed.With(SampleFeed.Item with { Source = source })).Element(Ns + "entry")!.Elements().Last();
        Assert.Equal("source " + elements, $"{written.Name.LocalName} {string.Join(' ', written.Elements().Select(element => element.Name.LocalName))}");
    }

    [Fact]
    public void Says_the_language_of_an_entry_only_where_it_differs()
    {
        Assert.Null(Read(SampleFeed.Document).Element(Ns + "entry")!.Attribute(XNamespace.Xml + "lang"));
        var other = Read(SampleFeed.With(SampleFeed.Item with { Language = "de" }));
        Assert.Equal("de", (string?)other.Element(Ns + "entry")!.Attribute(XNamespace.Xml + "lang"));
    }

    [Fact]
    public void Gives_the_same_bytes_for_the_same_feed() => Assert.Equal(AtomWriter.Write(SampleFeed.Document), AtomWriter.Write(SampleFeed.Document));

    private static XElement Read(FeedDocument feed) => XDocument.Parse(Encoding.UTF8.GetString(AtomWriter.Write(feed))).Root!;
}
