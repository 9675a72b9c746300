using Aggregator.Model;
using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

/// <summary>Which part of the page is taken for the article.</summary>
public class ContainerFinderTests
{
    [Theory]
    [InlineData(400, ExtractionRung.KnownContainer)]
    [InlineData(399, ExtractionRung.ScoredCandidate)]
    public void A_named_part_must_hold_some_of_the_prose_beside_it(int named, ExtractionRung rung) =>
        Assert.Equal(rung, Extract($"<main><div class=article-body><p>{Prose(named / 2, "Named")}</p><p>{Prose(named - (named / 2), "Too")}</p></div><p>{Prose(600, "Beside")}</p></main>").Rung);

    [Theory]
    [InlineData("div", ExtractionRung.KnownContainer)]
    [InlineData("section", ExtractionRung.KnownContainer)]
    [InlineData("p", ExtractionRung.ScoredCandidate)]
    [InlineData("ul", ExtractionRung.ScoredCandidate)]
    [InlineData("span", ExtractionRung.ScoredCandidate)]
    public void The_name_of_a_box_counts_and_that_of_a_paragraph_or_list_does_not(string element, ExtractionRung rung) =>
        Assert.Equal(rung, Extract($"<main><{element} class=article-body>{(element is "p" or "span" ? P1 + " " + P2 + " " + P3 + " " + P1 : element == "ul" ? $"<li>{P1}</li><li>{P2}</li>" : Paragraphs)}</{element}></main>").Rung);

    [Fact]
    public void The_inner_of_two_boxes_with_nearly_the_same_prose_is_taken()
    {
        Assert.Equal(Story, Extract($"<div class=article-body><p>Short words above.</p><div class=article-body>{Paragraphs}</div></div>").Text);
        var inner = Extract($"<div class=article-body><p>{Prose(90, "Above")}</p><div class=article-body>{Paragraphs}</div></div>").Text;
        Assert.StartsWith("Above", inner, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(600, 400, ExtractionRung.KnownContainer)]
    [InlineData(599, 401, ExtractionRung.ScoredCandidate)]
    public void A_story_must_hold_most_of_the_prose(int named, int others, ExtractionRung rung)
    {
        var page = Extract($"<main><div class=story><p>{Prose(300, "Named")}</p><p>{Prose(named - 300, "Too")}</p></div><p>{Prose(others, "Beside")}</p></main>");
        Assert.Equal(rung, page.Rung);
        Assert.Equal(rung == ExtractionRung.ScoredCandidate, page.Text.Contains("Beside", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("article", 400, true)]
    [InlineData("article", 399, false)]
    [InlineData("div class=story", 400, false)]
    public void An_article_of_some_length_is_taken_whatever_stands_beside_it(string element, int chars, bool taken)
    {
        var text = Extract($"<main><{element}><p>{Prose(200, "Named")}</p><p>{Prose(chars - 200, "Too")}</p></{element.Split(' ')[0]}><p>{Prose(700, "Beside")}</p><p>{Prose(700, "Further")}</p></main>").Text;
        Assert.Equal(!taken, text.Contains("Beside", StringComparison.Ordinal));
    }

    [Fact]
    public void A_story_with_the_headline_is_taken_whatever_stands_beside_it() =>
        Assert.DoesNotContain("Beside", Extract(
            $"<main><div class=story><h1>Title</h1><p>{Prose(200, "Named")}</p><p>{Prose(200, "Too")}</p></div><p>{Prose(700, "Beside")}</p><p>{Prose(700, "Further")}</p></main>").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(400, true)]
    [InlineData(399, false)]
    public void The_first_of_several_articles_is_the_one_that_was_asked_for(int chars, bool taken)
    {
        var text = Extract($"<main><article><h1>One</h1><p>{Prose(200, "First")}</p><p>{Prose(chars - 200, "More")}</p></article><article><h1>Two</h1><p>{Prose(500, "Next")}</p><p>{Prose(500, "Last")}</p></article></main>").Text;
        Assert.Equal(!taken, text.Contains("Next", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<h1>One</h1>", "", true)]
    [InlineData("", "<h1>One</h1>", true)]
    [InlineData("", "", false)]
    public void A_first_article_has_a_headline_in_it_or_above_it(string above, string inside, bool taken)
    {
        var text = Extract($"<main>{above}<article>{inside}<p>{Prose(300, "First")}</p><p>{Prose(300, "More")}</p></article><article><p>{Prose(500, "Next")}</p><p>{Prose(500, "Last")}</p></article></main>").Text;
        Assert.Equal(taken, !text.Contains("Next", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_list_of_articles_is_longer_than_the_article_above_it_and_still_a_list(int others, bool taken)
    {
        var list = string.Concat(Enumerable.Range(0, others).Select(i => $"<article><p>{Prose(1500 / others, $"Other {i}")}</p><p>{Prose(1500 / others, $"More {i}")}</p></article>"));
        var text = Extract($"<main><h1>One</h1><article class=x><p>{Prose(250, "First")}</p><p>{Prose(250, "Second")}</p></article><article>{list}</article></main>").Text;
        Assert.Equal(!taken, text.Contains("Other 0", StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_of_one_name_are_one_article()
    {
        var parts = string.Concat(Enumerable.Range(0, 3).Select(i => $"<div class=article-body><p>{Prose(200, $"Part {i}")}</p></div><div class=ad-slot>Buy</div>"));
        var text = Extract($"<main><div>{parts}</div></main>").Text;
        Assert.Equal(["Part 0", "Part 1", "Part 2"], text.Split('\n').Select(line => line[..6]));
    }

    [Theory]
    [InlineData("<main><h1>Title</h1>{0}</main>")]
    [InlineData("<main><article>{0}</article></main>")]
    public void Parts_below_one_headline_or_in_one_article_are_one_article(string page)
    {
        var parts = string.Concat(Enumerable.Range(0, 3).Select(i => $"<div class=article-body><p>{Prose(300, $"Part {i}")}</p></div>"));
        Assert.Equal(["Part 0", "Part 1", "Part 2"], Extract(string.Format(null, page, parts)).Text.Split('\n').Select(line => line[..6]));
    }

    [Fact]
    public void Parts_below_two_headlines_are_two_articles()
    {
        var parts = string.Concat(Enumerable.Range(0, 2).Select(i => $"<div><h1>Headline {i}</h1><div class=article-body><p>{Prose(300, $"Part {i}")}</p></div></div>"));
        Assert.DoesNotContain("Part 1", Extract($"<main><div>{parts}</div></main>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_with_other_prose_between_them_are_no_article_of_their_own()
    {
        var text = Extract($"<main><div><div class=article-body><p>{Prose(500, "Part 0")}</p></div><p>{Prose(300, "Between")}</p><div class=article-body><p>{Prose(200, "Part 1")}</p></div></div></main>").Text;
        Assert.DoesNotContain("Between", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(750, true)]
    [InlineData(749, false)]
    public void The_way_down_follows_a_child_with_most_of_the_prose(int heavy, bool followed)
    {
        var text = Extract($"<div><div><p>{Prose(400, "First")}</p><p>{Prose(heavy - 400, "More")}</p></div><section><p>{Prose(1000 - heavy, "Beside")}</p></section></div>").Text;
        Assert.Equal(!followed, text.Contains("Beside", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>{0}</p>", 80, 0, true)]
    [InlineData("<p>{0}</p>", 79, 0, false)]
    [InlineData("<p>{0}</p>", 100, 29, true)]
    [InlineData("<p>{0}</p>", 100, 30, false)]
    [InlineData("<section><p>{0}</p></section>", 100, 0, false)]
    [InlineData("{0}", 100, 0, true)]
    public void A_paragraph_beside_the_heavy_child_belongs_to_the_article(string part, int chars, int linked, bool kept)
    {
        var prose = Prose(chars, "Beside");
        var text = Extract($"<div>{string.Format(null, part, $"<a href=/x>{prose[..linked]}</a>{prose[linked..]}".Replace("<a href=/x></a>", "", StringComparison.Ordinal))}<div><p>{Prose(700, "First")}</p><p>{Prose(700, "More")}</p></div></div>").Text;
        Assert.Equal(kept, text.Contains("Beside", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("div class=x", 80, 0, true)]
    [InlineData("div class=x", 79, 0, false)]
    [InlineData("div class=y", 80, 0, false)]
    [InlineData("section class=x", 80, 0, false)]
    [InlineData("div class=x", 100, 29, true)]
    [InlineData("div class=x", 100, 30, false)]
    public void A_twin_of_the_heavy_child_belongs_to_the_article(string twin, int chars, int linked, bool kept)
    {
        var prose = Prose(chars, "Twin");
        prose = linked == 0 ? prose : $"<a href=/x>{prose[..linked]}</a>{prose[linked..]}";
        var text = Extract($"<div><div class=x><p>{Prose(700, "First")}</p><p>{Prose(700, "More")}</p></div><{twin}><p>{prose}</p></{twin.Split(' ')[0]}></div>").Text;
        Assert.Equal(kept, text.Contains("Twin", StringComparison.Ordinal));
    }

    [Fact]
    public void One_paragraph_of_several_is_not_the_article() =>
        Assert.Contains("Short", Extract($"<div><div>{Prose(900, "First")}</div><section>{Prose(60, "Short")}</section></div>").Text, StringComparison.Ordinal);
}
