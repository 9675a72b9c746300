using System.Text;
using System.Xml.Linq;

namespace Aggregator.Feeds.Writing;

public sealed class RssWriterTests
{
    [Fact]
    public void Puts_the_description_before_the_full_text()
    {
        var names = Item(SampleFeed.Document).Elements().Select(element => element.Name.LocalName).ToList();
        Assert.True(names.IndexOf("description") < names.IndexOf("encoded"));
        Assert.Equal("source", names[^1]);
    }

    [Fact]
    public void Escapes_a_plain_summary_because_descriptions_are_html() =>
        Assert.Equal("Cells for 1 &lt; 2 million cars.", Item(SampleFeed.Document).Element("description")!.Value);

    [Fact]
    public void Uses_the_description_when_there_is_one_body_only()
    {
        var item = Item(SampleFeed.With(SampleFeed.Item with { Summary = null }));
        Assert.Equal("<p>The <b>whole</b> text &amp; more.</p>", item.Element("description")!.Value);
        Assert.DoesNotContain(item.Elements(), element => element.Name.LocalName == "encoded");
    }

    [Fact]
    public void Names_guid_dates_and_authors_as_readers_expect_them()
    {
        var item = Item(SampleFeed.Document);
        Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
        Assert.Equal(TagUri.Story(7), item.Element("guid")!.Value);
        Assert.Equal("Fri, 20 Nov 2026 08:00:00 GMT", item.Element("pubDate")!.Value);
        Assert.Equal(["Ada Writer", "Ben Author"], item.Elements(XName.Get("creator", "http://purl.org/dc/elements/1.1/")).Select(creator => creator.Value));
        Assert.Null(item.Element("author"));
        Assert.Equal("https://one.example/feed", (string?)item.Element("source")!.Attribute("url"));
    }

    [Fact]
    public void Puts_the_items_last_in_the_channel()
    {
        var channel = XDocument.Parse(Encoding.UTF8.GetString(RssWriter.Write(SampleFeed.Document))).Root!.Element("channel")!;
        Assert.Equal("item", channel.Elements().Last().Name.LocalName);
        Assert.Equal("Fri, 20 Nov 2026 10:00:00 GMT", channel.Element("lastBuildDate")!.Value);
    }

    private static XElement Item(FeedDocument feed) => XDocument.Parse(Encoding.UTF8.GetString(RssWriter.Write(feed))).Descendants("item").Single();
}
