namespace Aggregator.Feeds.Writing;

public sealed class TagUriTests
{
    // Readers remember these for years: whoever changes one shows every entry to every subscriber again.
    [Fact]
    public void Never_changes()
    {
        Assert.Equal("tag:aggregator.invalid,2026:story/7297531920384001", TagUri.Story(7297531920384001));
        Assert.Equal("tag:aggregator.invalid,2026:article/7297531920384001", TagUri.Article(7297531920384001));
        Assert.Equal("tag:aggregator.invalid,2026:feed/all", TagUri.Feed("all"));
    }
}
