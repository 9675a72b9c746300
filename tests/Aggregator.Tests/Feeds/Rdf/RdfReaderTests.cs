using Aggregator.Model;

namespace Aggregator.Feeds.Rdf;

public class RdfReaderTests
{
    private const string Rdf = "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"";

    [Fact]
    public void Reads_rss_1_with_items_beside_the_channel()
    {
        var feed = Read.Feed($"""
            <rdf:RDF {Rdf} xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://volt.example/"><title>Volt</title><link>https://volt.example/home</link><dc:language>de</dc:language></channel>
              <item rdf:about="https://volt.example/1"><title>One</title><link>https://volt.example/1</link><dc:date>2026-03-03T08:00:00+01:00</dc:date></item>
              <textinput><title>Search</title></textinput>
            </rdf:RDF>
            """);

        Assert.Equal(FeedFormat.Rss10, feed.Format);
        Assert.Equal(("Volt", "https://volt.example/home", "de"), (feed.Title, feed.Link, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("https://volt.example/1", entry.Id);
        Assert.Equal(Read.Utc(2026, 3, 3, 7), entry.Published!.Instant);
        Assert.Equal("dc:date", entry.Published.Source);
        Assert.Equal("de", entry.Language);
    }

    [Fact]
    public void Reads_the_generator_that_a_module_names() => Assert.Equal("https://wordpress.org/?v=6.1.9", Read.Feed($"""
        <rdf:RDF {Rdf} xmlns="http://purl.org/rss/1.0/" xmlns:admin="http://webns.net/mvcb/"><channel><title>V</title><admin:generatorAgent rdf:resource="https://wordpress.org/?v=6.1.9" /></channel></rdf:RDF>
        """).Generator);

    [Fact]
    public void Reads_rss_090()
    {
        var feed = Read.Feed($"""<rdf:RDF {Rdf} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Old</title></channel><item><title>One</title></item></rdf:RDF>""");

        Assert.Equal(FeedFormat.Rss090, feed.Format);
        Assert.Equal("One", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public void Reads_items_that_stand_inside_the_channel() =>
        Assert.Single(Read.Feed($"""<rdf:RDF {Rdf} xmlns="http://purl.org/rss/1.0/"><channel><item><title>In</title></item></channel></rdf:RDF>""").Entries);

    [Fact]
    public void Takes_the_address_of_the_channel_when_it_has_no_link() =>
        Assert.Equal("https://volt.example/", Read.Feed($"""<rdf:RDF {Rdf} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://volt.example/"/></rdf:RDF>""").Link);
}
