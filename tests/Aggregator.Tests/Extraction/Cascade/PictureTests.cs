using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>Captions and credits inside the article: left out of the text up to a length from which they are a text of their own.</summary>
public class PictureTests
{
    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void A_long_text_beside_a_picture_is_text(int chars, bool kept) =>
        Assert.Equal(kept, IsKept($"<figure><img src=/a.jpg><p>{Prose(chars, "Beside")}</p></figure>"));

    [Fact]
    public void A_figure_with_a_table_is_text() => Assert.True(IsKept("<figure><table><tr><td>Beside the river</td></tr></table></figure>"));

    [Theory]
    [InlineData(399, false)]
    [InlineData(400, true)]
    public void A_long_box_named_as_a_caption_is_text(int chars, bool kept) =>
        Assert.Equal(kept, IsKept($"<div class=caption><p>{Prose(chars, "Beside")}</p></div>"));

    [Theory]
    [InlineData(300, 700, false)]
    [InlineData(310, 690, true)]
    public void A_box_named_as_a_caption_that_is_much_of_the_article_is_text(int chars, int others, bool kept) =>
        Assert.Equal(kept, Extract($"<div class=article-body><p>{Prose(others)}</p><div class=caption><p>{Prose(chars, "Beside")}</p></div></div>").Text.Contains("Beside", StringComparison.Ordinal));

    [Fact]
    public void A_cell_named_as_a_caption_is_text() =>
        Assert.True(IsKept("<table><tr><td class=caption>Beside the river stands a mill.</td><td>It grinds corn for the whole valley.</td></tr></table>"));

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void A_long_box_named_as_a_byline_is_text(int chars, bool kept) =>
        Assert.Equal(kept, IsKept($"<div class=byline><p>{Prose(chars, "Beside")}</p></div>"));

    [Theory]
    [InlineData(300, 700, false)]
    [InlineData(310, 690, true)]
    public void A_box_named_as_a_byline_that_is_much_of_the_article_is_text(int chars, int others, bool kept) =>
        Assert.Equal(kept, Extract($"<div class=article-body><p>{Prose(others)}</p><div class=byline><p>{Prose(chars, "Beside")}</p></div></div>").Text.Contains("Beside", StringComparison.Ordinal));

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_box_of_a_doubtful_name_stays_while_few_of_its_words_are_links(int linked, bool kept)
    {
        var text = Prose(100, "Beside");
        Assert.Equal(kept, IsKept($"<div class=widget><p><a href=/x>{text[..linked]}</a>{text[linked..]}</p></div>"));
    }

    [Fact]
    public void A_box_of_a_doubtful_name_without_a_sentence_goes_and_a_heading_stays()
    {
        Assert.False(IsKept("<div class=widget>Beside the river</div>"));
        Assert.True(IsKept($"<h2 class=widget>Beside the river</h2><p>{P1}</p>"));
        Assert.True(IsKept("<div class=nothing>Beside the river</div>"));
    }

    [Fact]
    public void A_caption_stays_in_the_html()
    {
        var page = Extract($"<div class=article-body><p>{P1}</p><p>{P2}</p><div class=caption><img src=/a.jpg><p>Beside the river.</p></div><p>{P3}</p></div>");
        Assert.Equal(Story, page.Text);
        Assert.Contains("Beside the river", page.ContentHtml, StringComparison.Ordinal);
    }

    /// <summary>In an article so long that the part is a small share of it.</summary>
    private static bool IsKept(string part)
    {
        var text = Extract($"<div class=article-body><p>{Prose(1900, "First")}</p>{part}<p>{Prose(1900, "Last")}</p></div>").Text;
        Assert.StartsWith("First", text, StringComparison.Ordinal);
        Assert.Contains("\nLast", text, StringComparison.Ordinal);
        return text.Contains("Beside", StringComparison.Ordinal);
    }
}
