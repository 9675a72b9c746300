namespace Aggregator.Feeds.Writing;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("tab\tline\nkept", "tab\tline\nkept")]
    [InlineData("a\u0000b\u0008c\u001fd", "abcd")]
    [InlineData("a\ufffeb\uffffc", "abc")]
    [InlineData("pair \ud83d\ude97 stays", "pair \ud83d\ude97 stays")]
    public void Leaves_out_what_XML_forbids(string text, string expected) => Assert.Equal(expected, XmlText.Clean(text));

    // Halves of a pair cannot stand in an attribute: metadata is UTF-8, which has no form for them.
    [Fact]
    public void Leaves_out_halves_of_surrogate_pairs()
    {
        Assert.Equal("half  goes", XmlText.Clean("half " + '\ud83d' + " goes"));
        Assert.Equal("other half ", XmlText.Clean("other half " + '\ude97'));
        Assert.Equal("turned  round", XmlText.Clean("turned " + '\ude97' + '\ud83d' + " round"));
    }

    [Fact]
    public void Copies_nothing_when_all_is_well()
    {
        var text = new string('x', 100);
        Assert.Same(text, XmlText.Clean(text));
    }
}
