using Aggregator.Model;
using static Aggregator.Extraction.MadePage;

namespace Aggregator.Extraction.Cascade;

public class PageVerdictTests
{
    [Theory]
    [InlineData(700, PageKind.ErrorPage)]
    [InlineData(701, PageKind.Article)]
    public void An_error_page_explains_itself_in_a_few_sentences(int chars, PageKind kind) =>
        Assert.Equal(kind, Extract($"<div class=article-body><p>{Prose(chars)}</p></div>", "Page not found").Kind);

    [Theory]
    [InlineData("<h1>Page not found</h1>", PageKind.ErrorPage)]
    [InlineData("<h2>Page not found</h2>", PageKind.ErrorPage)]
    [InlineData("<h3>Page not found</h3>", PageKind.Article)]
    [InlineData("<p>Page not found</p>", PageKind.Article)]
    [InlineData("<h1 hidden>Page not found</h1>", PageKind.Article)]
    public void A_large_heading_says_that_there_is_no_page(string heading, PageKind kind) =>
        Assert.Equal(kind, Extract($"{heading}<div class=article-body>{Paragraphs}</div>").Kind);

    [Theory]
    [InlineData(700, PageKind.Wall)]
    [InlineData(701, PageKind.Article)]
    public void A_wall_explains_itself_in_a_few_sentences(int chars, PageKind kind) =>
        Assert.Equal(kind, Extract($"<div class=article-body><p>{Prose(chars)}</p></div>", "Just a moment...").Kind);

    [Theory]
    [InlineData(2100, PageKind.Wall)]
    [InlineData(2101, PageKind.Article)]
    public void A_wall_stands_before_all_but_little_of_what_a_page_shows(int chars, PageKind kind)
    {
        const string Wall = "Please verify you are human.";
        var before = string.Concat(Enumerable.Range(0, 20).Select(i => $"<li><a href=/{i}>{new string('b', 100)}</a></li>"));
        Assert.Equal(kind, Extract($"<ul>{before}<li>{new string('c', chars - 2000 - Wall.Length)}</li></ul><p>{Wall}</p>{Paragraphs}").Kind);
    }

    [Theory]
    [InlineData(700, PageKind.Wall)]
    [InlineData(701, PageKind.Article)]
    public void A_long_paragraph_that_speaks_of_walls_is_none(int chars, PageKind kind) =>
        Assert.Equal(kind, Extract($"<aside><p>{Prose(chars, "Please verify you are human.")}</p></aside><div class=article-body>{Paragraphs}</div>").Kind);

    [Theory]
    [InlineData("<header><form><input type=password></form></header><div class=article-body><p>{0}</p></div>", PageKind.Article)]
    [InlineData("<article><h1>A</h1><form class=post-password-form><p>Dieser Inhalt ist geschützt.</p><input type=password></form></article><div><p>{0}</p></div>", PageKind.Closed)]
    [InlineData("<div class=entry-content><form><input type=password></form></div><div><p>{0}</p></div>", PageKind.Closed)]
    [InlineData("<article><form><input type=text></form><p>{0}</p></article>", PageKind.Article)]
    [InlineData("<article><p>{0}</p><form><input type=password></form></article>", PageKind.Article)]
    public void A_page_that_asks_for_a_password_in_place_of_its_text_is_a_wall(string body, PageKind kind) =>
        Assert.Equal(kind, Extract(string.Format(System.Globalization.CultureInfo.InvariantCulture, body, Prose(300))).Kind);

    [Fact]
    public void Hidden_headlines_make_no_list() =>
        Assert.Equal(PageKind.Article, Listing(7, string.Concat(Enumerable.Range(0, 5).Select(i => $"<div hidden><h3><a href=/{i}>A headline that nobody sees</a></h3></div>"))).Kind);

    [Theory]
    [InlineData(8, PageKind.Listing)]
    [InlineData(7, PageKind.Article)]
    public void Eight_linked_headlines_with_little_between_are_a_list(int headlines, PageKind kind) => Assert.Equal(kind, Listing(headlines).Kind);

    [Theory]
    [InlineData(159, PageKind.Listing)]
    [InlineData(160, PageKind.Article)]
    public void A_list_has_no_paragraph_that_is_longer_than_a_teaser(int chars, PageKind kind) => Assert.Equal(kind, Listing(20, $"<p>{Prose(chars)}</p>").Kind);

    [Theory]
    [InlineData(14, PageKind.Article)]
    [InlineData(15, PageKind.Listing)]
    public void A_linked_headline_of_a_list_has_some_words(int chars, PageKind kind) => Assert.Equal(kind, Listing(12, headline: chars).Kind);

    [Theory]
    [InlineData(93, PageKind.Article)]
    [InlineData(92, PageKind.Listing)]
    public void A_list_says_little_about_each(int teaser, PageKind kind) => Assert.Equal(kind, Listing(12, teaser: teaser).Kind);

    [Theory]
    [InlineData("Bread is dear this year still", PageKind.Article)]
    [InlineData("Bread is dear this year", PageKind.NoText)]
    [InlineData("Breadbreadbreadbreadbreadbreadbread", PageKind.Article)]
    public void A_few_words_are_no_text(string text, PageKind kind) => Assert.Equal(kind, Extract($"<main><p>{text}</p></main>").Kind);

    private static ExtractedPage Listing(int headlines, string more = "", int headline = 26, int teaser = 50) => Extract("<main>" + string.Concat(Enumerable.Range(0, headlines)
        .Select(i => $"<div><h3><a href=/{i}>{$"{i} headline".PadRight(headline, 'h')}</a></h3><p>{Prose(teaser, $"{i} teaser")}</p></div>")) + more + "</main>");
}
