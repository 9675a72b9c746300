namespace Aggregator.Html;

public class PlainTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\nTwo")]
    [InlineData("One<br>Two<br><br>Three", "One\nTwo\nThree")]
    [InlineData("a <b>bold</b>word  and\n more", "a boldword and more")]
    [InlineData("<ul><li>a</li><li>b</li></ul>c", "a\nb\nc")]
    [InlineData("<p>x<script>y</script><style>z</style></p>", "x")]
    [InlineData("<p>a<svg><title>icon</title><text>x</text></svg>b<math><mi>y</mi></math></p>", "aby")]
    [InlineData("fish &amp; chips", "fish & chips")]
    [InlineData("no markup \n at all", "no markup at all")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("  two  blanks,\ttabs \t and\n\n  lines ", "two blanks, tabs and lines")]
    [InlineData("a\u200b \ufeff b\u00a0c \u2060", "a b c")]
    [InlineData("<b>a </b> <i> b</i>", "a b")]
    [InlineData("", "")]
    public void Reads_blocks_as_lines(string html, string expected) => Assert.Equal(expected, PlainText.FromHtml(html));

    [Theory]
    [InlineData("", 0)]
    [InlineData("One two, three.", 3)]
    [InlineData("It's state-of-the-art, 3.5 km", 4)]
    [InlineData("日本語の文章です", 4)]
    [InlineData("Tesla は東京", 3)]
    [InlineData("Привет, мир", 2)]
    public void Counts_words_as_readers_do(string text, int expected) => Assert.Equal(expected, PlainText.CountWords(text));

    [Fact]
    public void Survives_a_hundred_thousand_nested_elements() =>
        Assert.Equal("deep", PlainText.FromHtml(string.Concat(Enumerable.Repeat("<span><div>", 100_000)) + "deep"));
}
