namespace Aggregator.Fetching;

public sealed class LinkHeaderTests
{
    private static readonly Uri Origin = new("https://news.example/a/feed");

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\"", "https://hub.example/")]
    [InlineData("<https://hub.example/>; rel=hub", "https://hub.example/")]
    [InlineData("<https://x.example/>; rel=self, <https://hub.example/>; rel=\"hub\"", "https://hub.example/")]
    [InlineData("</hub>; title=\"a\"; rel=\"alternate hub\"", "https://news.example/hub")]
    [InlineData("<javascript:alert(1)>; rel=hub", null)]
    [InlineData("<https://x.example/>; rel=github", null)]
    [InlineData("<https://x.example/>; relx=hub", null)]
    [InlineData("<https://x.example/", null)]
    [InlineData("", null)]
    public void Finds_the_target_of_a_relation(string header, string? target) => Assert.Equal(target, LinkHeader.Find([header], "hub", Origin));
}
