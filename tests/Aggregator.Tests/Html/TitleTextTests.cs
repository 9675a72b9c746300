namespace Aggregator.Html;

public class TitleTextTests
{
    [Theory]
    [InlineData("std::vector<int> in practice", "std::vector<int> in practice")]
    [InlineData("Map<String, List<T>> explained", "Map<String, List<T>> explained")]
    [InlineData("if a<b and c>d then", "if a<b and c>d then")]
    [InlineData("<antirez> on hashing", "<antirez> on hashing")]
    [InlineData("Option<i> or Vec<i>?", "Option<i> or Vec<i>?")]
    [InlineData("The <b> element", "The <b> element")]
    [InlineData("The <picture> element", "The <picture> element")]
    [InlineData("<video controls> without a script", "<video controls> without a script")]
    [InlineData("Why <!DOCTYPE html> matters", "Why <!DOCTYPE html> matters")]
    [InlineData("I <3 this, 1 < 2 > 0 and x<y", "I <3 this, 1 < 2 > 0 and x<y")]
    [InlineData("a </dev/null> trick", "a </dev/null> trick")]
    [InlineData("Ends in <", "Ends in <")]
    public void Angle_brackets_that_format_nothing_are_text(string title, string read) => Assert.Equal(read, TitleText.Of(title));

    [Theory]
    [InlineData("A <b>bold</b> claim", "A bold claim")]
    [InlineData("On <em>Homo <i>sapiens</i></em>", "On Homo sapiens")]
    [InlineData("<code>Vec<T></code> grows", "Vec<T> grows")]
    [InlineData("<a href=\"https://x.example/\">Linked", "Linked")]
    [InlineData("H<sub>2</sub>O &amp; CO<sub>2</sub>", "H2O & CO2")]
    [InlineData("One<br/>two", "One\ntwo")]
    [InlineData("A <img src='x.png'> picture", "A picture")]
    [InlineData("<custom-mark class=\"x\">Marked</custom-mark>", "Marked")]
    [InlineData("Cut <!-- more -->here", "Cut here")]
    [InlineData("<script>alert(1)</script>News", "News")]
    [InlineData("How &lt;b&gt; works", "How <b> works")]
    [InlineData("AT&amp;T", "AT&T")]
    public void Markup_that_formats_is_taken_off(string title, string read) => Assert.Equal(read, TitleText.Of(title));

    [Fact]
    public void Ten_thousand_brackets_are_read_once() => Assert.StartsWith("<b><b>", TitleText.Of(string.Concat(Enumerable.Repeat("<b>", 10_000))), StringComparison.Ordinal);
}
