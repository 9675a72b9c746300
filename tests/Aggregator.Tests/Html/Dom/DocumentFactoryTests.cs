using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace Aggregator.Html.Dom;

public sealed class DocumentFactoryTests
{
    [Theory]
    [InlineData("<title>T</title><p>one<p>two<br>three")]
    [InlineData("<p>1<b>2<i>3</b>4</i>5<p>6")]
    [InlineData("<a href=x>1<div>2<a href=y>3</div>4</a>")]
    [InlineData("<p><b class=a><b class=a><b class=a><b class=a>x<p>y")]
    [InlineData("<p><font size=1><font size=2><font size=1><b id=k>x</p>y<p>z")]
    [InlineData("<table>a<tr>b<td>c</td>d</tr>e<caption>f</caption></table>g")]
    [InlineData("<table><tr><td><table><td>x</table>y</table>z")]
    [InlineData("<div><table><b>1<tr><td>2</b>3</table>4")]
    [InlineData("<ul><li>1<li>2<ul><li>3</ul>4</ul><dl><dt>a<dd>b<dt>c</dl>")]
    [InlineData("<select><option>1<option>2<optgroup><option>3<div>4</select>5")]
    [InlineData("<svg viewBox='0 0 1 1'><title>t</title><foreignObject><p>x</foreignObject><path /></svg><p>y")]
    [InlineData("<math><mi>x</mi><annotation-xml encoding='text/html'><p>y</annotation-xml></math>z")]
    [InlineData("<svg><a xlink:href=x><g><p>out</p>")]
    [InlineData("<form id=a><form id=b>x</form>y</form>z")]
    [InlineData("<noscript><p>no</p></noscript><iframe>raw <b></iframe><textarea>\n<i></textarea>")]
    [InlineData("<p>a<template><p>b<tr><td>c</template>d")]
    [InlineData("<body class=a>x<body id=b class=c>y<html lang=de>z")]
    [InlineData("<head><meta charset=x><link rel=y><base href=z></head>  <script>var a = '<b>';</script>x")]
    [InlineData("<frameset><frame src=a><frameset><frame></frameset></frameset>")]
    [InlineData("<p id=1 ID=2 class='a  b' title=\"q&quot;q\" data-x>&amp;&eacute;&#8217;&#x1F600;&nope;")]
    [InlineData("<h1>a<h2>b</h1>c<button>d<button>e</button>f<nobr>g<nobr>h")]
    [InlineData("<ruby>a<rt>b<rp>c</ruby><pre>\n\nx</pre><listing>\ny</listing><plaintext>z</p>")]
    [InlineData("<!doctype html><p><table></table></p>x</body>y<!-- c --></html>z")]
    [InlineData("<p><table></table>quirks")]
    [InlineData("<a-b:c d$e=f>x</a-b:c><ısp>y<details><summary>s")]
    [InlineData("<code><template><td><option></figure><thead><body><figcaption><math><math>")]
    [InlineData("x\0y<p\0>z")]
    public void Gives_the_parser_the_tree_that_it_builds_from_its_own_nodes(string html) => Assert.Equal(OwnTree(html), Outline.Of(HtmlParsing.ParseDocument(html.AsMemory())!));

    [Theory]
    [InlineData("<table><tr><td>a</td></tr></table><template><p>b</p></template><p>c<track><this>")]
    [InlineData("<table><caption>a</caption><tbody><tr><th>b<td>c</table>")]
    [InlineData("<p>a<template><p>not ended")]
    [InlineData("<p>1<b>2<i>3</b>4</i>5<ul><li>6<svg><path /></svg></ul><select><option>7</select>")]
    public void Builds_ordinary_pages_without_a_copy(string html) => Assert.False(HtmlParsing.ParseDocument(html.AsMemory())!.IsCopy);

    [Theory]
    [InlineData("<template><td></template>")]
    [InlineData("<TEMPLATE id=a><TR\n></TEMPLATE>")]
    [InlineData("<table><b>astray</b><tr><td>a</table>")]
    public void Copies_what_the_parser_builds_of_its_own_nodes_only(string html) => Assert.True(HtmlParsing.ParseDocument(html.AsMemory())!.IsCopy);

    [Fact]
    public void Gives_that_tree_of_any_markup() =>
        Prop.ForAll(RandomMarkup.Documents, html => OwnTree(html) == Outline.Of(HtmlParsing.ParseDocument(html.AsMemory())!)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(60));

    [Theory]
    [InlineData("<p>one<p>two")]
    [InlineData("<td>a</td><tr><td>b")]
    [InlineData("</p>x</div>y<li>z")]
    [InlineData("  <script>a</script><style>b</style> text")]
    [InlineData("<body class=a><head><title>t</title>x</body></html>y")]
    [InlineData("<p><table></table>")]
    [InlineData("<a>1<a>2")]
    public void Reads_a_fragment_as_the_inside_of_a_body(string html)
    {
        var parser = new HtmlParser();
        var body = parser.ParseDocument("<!doctype html><body>").Body!;
        var expected = string.Concat(parser.ParseFragment(html, body).Select(node => node is AngleSharp.Dom.IText text ? text.Data : Outline.Of(node)));
        Assert.Equal(expected, string.Concat(HtmlParsing.ParseFragment(html)!.Content.Select(node => node is TextNode text ? text.TextContent : Outline.Of(node))));
    }

    [Fact]
    public void Stops_a_document_of_more_elements_than_it_has_room_for() =>
        Assert.Null(HtmlParsing.ParseDocument(string.Concat(Enumerable.Repeat("<p>", 5_000)).AsMemory()));

    private static string OwnTree(string html)
    {
        using var own = new HtmlParser(new HtmlParserOptions { IsScripting = false, SkipRawText = true, ShouldEmitAttribute = UnreadAttributes.IsRead }).ParseDocument(html);
        return Outline.Of(own);
    }
}
