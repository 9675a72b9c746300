namespace Aggregator.Feeds;

public class NotAFeedTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("<!DOCTYPE html><html><head><title>Shop</title></head><body><p>Hi & bye<br></body></html>", "web page")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "web page")]
    [InlineData("<html><body><pre>&lt;rss&gt;</pre><rss><channel><title>No</title></channel></rss></body>", "web page")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url/></urlset>", "sitemap")]
    [InlineData("<opml version='2.0'><body/></opml>", "OPML")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "picture")]
    [InlineData("<invoice><total>3</total></invoice>", "invoice")]
    [InlineData("Not found.", "neither")]
    [InlineData("<head><title>Moved</title></head><body>See <a HREF=x>here</a>", "<head>")]
    [InlineData("<tv><channel id='1'><title>News</title></channel></tv>", "<tv>")]
    [InlineData("a < b", "no feed element")]
    public void Says_what_the_document_is_instead(string document, string reason) => Assert.Contains(reason, Read.Refusal(document), StringComparison.Ordinal);

    [Fact]
    public void Refuses_a_picture() => Assert.Contains("neither", Read.Refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]), StringComparison.Ordinal);
}
