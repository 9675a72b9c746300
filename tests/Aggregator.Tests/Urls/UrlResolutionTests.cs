using Aggregator.Feeds;

namespace Aggregator.Urls;

public class UrlResolutionTests
{
    // RFC 3986 section 5.4, normal and abnormal examples, against http://a/b/c/d;p?q
    [Theory]
    [InlineData("g:h", "g:h")]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData("#s", "http://a/b/c/d;p?q#s")]
    [InlineData("g?y#s", "http://a/b/c/g?y#s")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../../g", "http://a/g")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("/./g", "http://a/g")]
    [InlineData("/../g", "http://a/g")]
    [InlineData("g.", "http://a/b/c/g.")]
    [InlineData("..g", "http://a/b/c/..g")]
    [InlineData("./g/.", "http://a/b/c/g/")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    [InlineData("g?y/../x", "http://a/b/c/g?y/../x")]
    public void Resolves_as_the_standard_says(string reference, string expected) => Assert.Equal(expected, UrlResolution.Resolve("http://a/b/c/d;p?q", reference));

    [Theory]
    [InlineData("https://x.example/a b?q=ä", "https://x.example/a b?q=ä")]
    [InlineData("  https://x.example/a\n  /b ", "https://x.example/a/b")]
    [InlineData("tag:x.example,2026:1", "tag:x.example,2026:1")]
    public void Leaves_an_absolute_address_as_written_but_for_line_breaks(string reference, string expected) => Assert.Equal(expected, UrlResolution.Resolve("https://news.example/", reference));

    [Fact]
    public void Resolves_against_a_base_without_a_path() => Assert.Equal("https://a.example/g", UrlResolution.Resolve("https://a.example", "g"));

    [Fact]
    public void Finds_nothing_in_an_empty_reference() => Assert.Null(UrlResolution.Resolve("https://a.example/", "  "));

    [Fact]
    public void Prefers_xml_base_to_content_location_to_the_documents_address()
    {
        const string item = "<item><link>x</link></item>";
        var plain = Read.Feed(Read.Rss(item));
        var located = Read.Feed(Read.Rss(item), new(Read.Url, ContentLocation: "/moved/feed"));
        var based = Read.Feed($"""<rss xml:base="https://base.example/r/"><channel xml:base="c/"><item xml:base="i/"><link>x</link></item>{item}</channel></rss>""", new(Read.Url, ContentLocation: "/moved/feed"));

        Assert.Equal("https://news.example/feeds/x", plain.Entries[0].Link);
        Assert.Equal("https://news.example/moved/x", located.Entries[0].Link);
        Assert.Equal("https://base.example/r/c/i/x", based.Entries[0].Link);
        Assert.Equal("https://base.example/r/c/x", based.Entries[1].Link);
    }

    [Theory]
    [InlineData("http://10.0.0.9:8080/internal/feed")]
    [InlineData("https://news.example:8443/internal/feed")]
    [InlineData("http://news.example/internal/feed")]
    [InlineData("//inner.example/feed")]
    [InlineData("urn:feed")]
    public void Passes_a_content_location_of_another_origin_over(string location)
    {
        Assert.Equal("https://news.example/feeds/x", Read.Feed(Read.Rss("<item><link>x</link></item>"), new(Read.Url, ContentLocation: location)).Entries[0].Link);
        Assert.Equal("https://news.example/feeds/x", Read.Feed(
            """{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"x","content_text":"t"}]}""", new(Read.Url, ContentLocation: location)).Entries[0].Link);
    }

    [Fact]
    public void Says_against_what_links_inside_the_content_resolve() =>
        Assert.Equal("https://base.example/x/", Read.AtomEntry("""<content type="html" xml:base="https://base.example/x/">a</content>""").ContentBase);
}
