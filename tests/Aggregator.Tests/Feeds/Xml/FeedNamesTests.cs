namespace Aggregator.Feeds.Xml;

public class FeedNamesTests
{
    private readonly FeedNames _names = new();

    [Theory]
    [InlineData("title")]
    [InlineData("http://www.w3.org/2005/Atom")]
    [InlineData("")]
    [InlineData("of-no-feed")]
    public void Hands_out_one_string_for_each_name(string name)
    {
        var written = $"<{name}>".ToCharArray();
        Assert.Same(_names.Add(written, 1, name.Length), _names.Add(new string(name)));
        Assert.Same(_names.Get(written, 1, name.Length), _names.Get(name));
        Assert.Equal(name, _names.Get(name));
    }

    [Fact]
    public void Does_not_know_what_nobody_named() => Assert.Null(_names.Get("of-no-feed"));
}
