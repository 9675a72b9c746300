using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>What is taken for furniture of the page. The article is found by its prose, so that what is not pruned shows in the text.</summary>
public class PruningTests
{
    [Theory]
    [InlineData("<nav>{0}</nav>", false)]
    [InlineData("<aside>{0}</aside>", false)]
    [InlineData("<footer>{0}</footer>", false)]
    [InlineData("<form>{0}</form>", false)]
    [InlineData("<div class=sidebar>{0}</div>", false)]
    [InlineData("<div class=comments>{0}</div>", false)]
    [InlineData("<div class='comments article-body'>{0}</div>", true)]
    [InlineData("<div class=cookie-banner>{0}</div>", false)]
    [InlineData("<div hidden>{0}</div>", false)]
    [InlineData("<div class=nothing>{0}</div>", true)]
    [InlineData("<h2 class=sidebar>{0}</h2>", true)]
    [InlineData("<article class=sidebar>{0}</article>", true)]
    [InlineData("<pre><span class=sidebar>{0}</span></pre>", true)]
    [InlineData("<div class=social-media-embed><blockquote class=twitter-tweet>{0}</blockquote></div>", true)]
    [InlineData("<div class=social-media-embed><blockquote>{0}</blockquote></div>", false)]
    [InlineData("<div class=social-media-embed><div><div><div><div><blockquote class=twitter-tweet>{0}</blockquote></div></div></div></div></div>", false)]
    [InlineData("<div class=social-media-embed><div><div><div><blockquote class=twitter-tweet>{0}</blockquote></div></div></div></div>", true)]
    public void Furniture_is_known_by_its_tag_or_name(string part, bool kept) => Assert.Equal(kept, IsKept(string.Format(null, part, "Part of barley stands here.")));

    [Theory]
    [InlineData("nav", 500, false)]
    [InlineData("nav", 501, true)]
    [InlineData("div class=sidebar", 500, false)]
    [InlineData("div class=sidebar", 501, true)]
    [InlineData("div class=comments", 900, false)]
    [InlineData("div class=comments", 901, true)]
    public void What_holds_most_of_the_page_is_no_furniture(string element, int chars, bool kept)
    {
        var text = Extract($"<div><{element}><p>{Prose(chars, "Part")}</p></{element.Split(' ')[0]}><p>{Prose(1000 - chars, "First")}</p></div>").Text;
        Assert.Equal(kept, text.Contains("Part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(150, false)]
    [InlineData(149, true)]
    public void A_long_sidebar_beside_a_named_article_is_still_a_sidebar(int article, bool kept)
    {
        var text = Extract($"<div><aside><p>{Prose(article * 3 / 2, "Part")}</p></aside><div class=article-body><p>{Prose(article, "First")}</p></div></div>").Text;
        Assert.Equal(kept, text.Contains("Part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(210, true)]
    public void A_part_with_the_headline_is_no_furniture_if_it_holds_some_prose(int chars, bool kept)
    {
        var text = Extract($"<div><nav><h1>Title</h1><p>{Prose(chars, "Part")}</p></nav><p>{Prose(1000 - chars, "First")}</p></div>").Text;
        Assert.Equal(kept, text.Contains("Part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("article", 200, false)]
    [InlineData("article", 201, true)]
    [InlineData("main", 201, true)]
    [InlineData("section", 201, false)]
    public void An_article_that_is_named_as_comments_are_stays_if_it_holds_some_prose(string element, int chars, bool kept)
    {
        var text = Extract($"<div><{element} class=comments><p>{Prose(chars, "Part")}</p></{element}><p>{Prose(1000 - chars, "First")}</p></div>").Text;
        Assert.Equal(kept, text.Contains("Part", StringComparison.Ordinal));
    }

    [Fact]
    public void Forms_are_read_where_nothing_else_holds_a_text()
    {
        var text = Extract($"<form><p>{Prose(300, "First")}</p></form><nav><p>{Prose(60, "Nav")}</p></nav><form><p>{Prose(300, "Second")}</p></form><p>{Prose(60, "Short")}</p>").Text;
        Assert.Contains("First", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nav", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=article-body><p>{0}</p></div>", "", false)]
    [InlineData("<article><p>{0}</p></article>", "", false)]
    [InlineData("<article hidden><p>{0}</p></article>", "", true)]
    [InlineData("<div class=nothing><p>{0}</p></div>", "", true)]
    [InlineData("<div class=article-body><p><a href=/x>{0}</a></p></div>", "", true)]
    [InlineData("<div class=article-body><p>{0}</p></div>", "<h1>Title</h1>", true)]
    public void A_long_sidebar_is_one_beside_a_text_that_is_named_as_the_article(string article, string headline, bool kept)
    {
        var text = Extract($"<div>{string.Format(null, article, Prose(260, "First"))}<div class=sidebar>{headline}<p>{Prose(400, "Part")}</p></div><p>{Prose(100)}</p></div>").Text;
        Assert.Equal(kept, text.Contains("Part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_comment_form_inside_the_named_text_is_no_reason_to_drop_the_text() =>
        Assert.Equal(Story, Extract($"<div class='article-body comments'>{Paragraphs}</div><p>{Prose(100)}</p>").Text);

    private static bool IsKept(string part)
    {
        var text = Extract($"<div><p>{Prose(800, "First")}</p>{part}<p>{Prose(800, "Last")}</p></div>").Text;
        Assert.StartsWith("First", text, StringComparison.Ordinal);
        return text.Contains("Part", StringComparison.Ordinal);
    }
}
