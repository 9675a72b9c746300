namespace Aggregator.Feeds.Writing;

public sealed class XmlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("tab\tline\nkept", "tab\tline\nkept")]
    [InlineData("a\u0000b\u0008c\u001fd", "abcd")]
    [InlineData("a\ufffeb\uffffc", "abc")]
    [InlineData("pair \ud83d\ude97 stays", "pair \ud83d\ude97 stays")]
    [InlineData("half \ud83d goes", "half  goes")]
    [InlineData("other half \ude97", "other half ")]
    [InlineData("turned \ude97\ud83d round", "turned  round")]
    public void Leaves_out_what_XML_forbids(string text, string expected) => Assert.Equal(expected, XmlText.Clean(text));

    [Fact]
    public void Copies_nothing_when_all_is_well()
    {
        var text = new string('x', 100);
        Assert.Same(text, XmlText.Clean(text));
    }
}
