using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Html;

public class HtmlSanitizerTests
{
    private static readonly Uri Base = new("https://news.example/2024/story.html");

    internal static readonly string[] Allowed =
    [
        "div", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "details", "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "ruby", "rt", "rp", "s",
        "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "br", "hr", "img", "wbr", "video", "audio", "source",
    ];

    internal static readonly string[] AllowedAttributes =
        ["href", "src", "alt", "title", "rel", "width", "height", "colspan", "rowspan", "start", "datetime", "dir", "lang", "controls"];

    public static TheoryData<string> Vectors() => SanitizerVectors.All();

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Lets_no_attack_through(string vector)
    {
        var output = HtmlSanitizer.Sanitize(vector, Base);

        AssertHarmless(output);
        Assert.Equal(output, HtmlSanitizer.Sanitize(output, Base));
    }

    [Fact]
    public void Knows_at_least_150_vectors() => Assert.True(SanitizerVectors.All().Count >= 150);

    [Fact]
    public void Keeps_structure_and_makes_addresses_absolute()
    {
        var output = HtmlSanitizer.Sanitize(
            "<h2 class=x>Head</h2><p>One <b>bold</b> <a href='/more?a=1&amp;b=2'>link</a></p><ul><li>a<li>b</ul><table><tr><td colspan=2>c</table><img src=pic.jpg alt=Pic>", Base);

        Assert.Equal(
            "<h2>Head</h2><p>One <b>bold</b> <a href=\"https://news.example/more?a=1&amp;b=2\" rel=\"noopener noreferrer\">link</a></p><ul><li>a</li><li>b</li></ul>"
            + "<table><tbody><tr><td colspan=\"2\">c</td></tr></tbody></table><img src=\"https://news.example/2024/pic.jpg\" alt=\"Pic\">",
            output);
    }

    [Fact]
    public void Keeps_pictures_of_harmless_types_that_are_given_as_data() =>
        Assert.Equal("<img src=\"data:image/png;base64,iVBORw0KGgo=\">", HtmlSanitizer.Sanitize("<img src='data:image/png;base64,iVBORw0KGgo='>", Base));

    [Fact]
    public void Keeps_the_text_of_unknown_elements() => Assert.Equal("a b c", HtmlSanitizer.Sanitize("a <x-y>b</x-y> <font>c</font>", null));

    [Fact]
    public void Escapes_text_without_markup() => Assert.Equal("1 &gt; 0 \" '", HtmlSanitizer.Sanitize("1 > 0 \" '", null));

    [Fact]
    public void Survives_a_hundred_thousand_nested_elements()
    {
        var output = HtmlSanitizer.Sanitize(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep", Base);

        Assert.Contains("deep", output);
        Assert.Equal(output, HtmlSanitizer.Sanitize(output, Base));
    }

    [Fact]
    public void Survives_formatting_elements_that_are_never_closed()
    {
        var html = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"<b id={i}><p>"));

        Assert.Equal(HtmlSanitizer.Sanitize(html, null), HtmlSanitizer.Sanitize(HtmlSanitizer.Sanitize(html, null), null));
    }

    [Fact]
    public void Sanitising_twice_changes_nothing()
    {
        Prop.ForAll(RandomMarkup.Documents, IsSettled).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(60));
    }

    private static bool IsSettled(string html)
    {
        var once = HtmlSanitizer.Sanitize(html, Base);
        AssertHarmless(once);
        var twice = HtmlSanitizer.Sanitize(once, Base);
        return once == twice ? true : throw new InvalidOperationException($"{html}\n1: {once}\n2: {twice}");
    }

    private static void AssertHarmless(string html)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Equal(NamespaceNames.HtmlUri, element.NamespaceUri);
            Assert.Contains(element.LocalName, Allowed);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, AllowedAttributes);
                if (attribute.Name is "href" or "src")
                    Assert.Matches("^(https?://|mailto:|data:image/(png|gif|jpeg|webp);base64,)", attribute.Value);
            }
        }
    }
}
