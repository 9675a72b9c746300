namespace Aggregator.Urls;

public class CanonicalLinkTests
{
    [Theory]
    [InlineData("https://example.com/news/new-battery-plant-opens?x=1", "https://example.com/news/new-battery-plant-opens")]
    [InlineData("https://m.example.com/news/new-battery-plant-opens", "https://www.example.com/news/new-battery-plant-opens")]
    [InlineData("https://example.com/a/123456", "https://example.com/news/new-battery-plant-opens")]
    [InlineData("https://example.com/amp/new-battery-plant-opens", "http://example.com/new-battery-plant-opens")]
    [InlineData("https://example.com/story.php?id=123456&x=1", "https://example.com/story.php?id=123456")]
    public void A_canonical_link_of_the_same_host_may_replace(string page, string canonical) => Assert.True(CanonicalLink.MayReplace(new Uri(page), new Uri(canonical)));

    [Theory]
    [InlineData("https://example.com/news/new-battery-plant-opens", "https://example.com/")]
    [InlineData("https://example.com/news/new-battery-plant-opens", "https://www.example.com")]
    [InlineData("https://example.com/news/new-battery-plant-opens", "https://example.com/index.html")]
    [InlineData("https://example.com/news/new-battery-plant-opens", "https://example.com/news")]
    [InlineData("https://example.com/news/new-battery-plant-opens", "https://other.example/news/new-battery-plant-opens")]
    [InlineData("https://example.com/news/new-battery-plant-opens", "https://shop.example.com/news/new-battery-plant-opens")]
    [InlineData("http://127.0.0.1:81/news/new-battery-plant-opens", "http://127.0.0.1:82/news/new-battery-plant-opens")]
    [InlineData("https://example.com/news/new-battery-plant-opens", "ftp://example.com/news/new-battery-plant-opens")]
    public void One_that_would_merge_articles_or_sites_may_not(string page, string canonical) => Assert.False(CanonicalLink.MayReplace(new Uri(page), new Uri(canonical)));
}
