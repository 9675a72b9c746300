namespace Aggregator.Extraction.Metadata;

public class TitleTests
{
    [Fact]
    public void Takes_the_heading_of_the_article() =>
        Assert.Equal("New bridge opens to traffic", Page.Of("<title>New bridge opens to traffic | Daily Example</title>", "<article><h1>New bridge opens to traffic</h1></article>").Title);

    [Fact]
    public void Keeps_the_readers_headline_when_the_social_title_differs() =>
        Assert.Equal("New bridge opens after ten years of work", Page.Of(
            "<meta property='og:title' content='You will not believe this new bridge'>", "<main><article><h1>New bridge opens after ten years of work</h1></article></main>").Title);

    [Fact]
    public void Skips_a_heading_that_is_the_outlets_logo() =>
        Assert.Equal("New bridge opens to traffic", Page.Of(
            "<title>New bridge opens to traffic - Daily Example</title><meta property='og:site_name' content='Daily Example'>",
            "<header><h1 class='logo'>Daily Example</h1></header><h2>New bridge opens to traffic</h2>").Title);

    [Fact]
    public void Chooses_the_second_heading_when_the_head_bears_it_out() =>
        Assert.Equal("New bridge opens to traffic", Page.Of(
            "<meta property='og:title' content='New bridge opens to traffic'>", "<h1>Regional desk</h1><article><h1>New bridge opens to traffic</h1></article>").Title);

    [Fact]
    public void Takes_a_kicker_off_the_heading() =>
        Assert.Equal("New bridge opens to traffic", Page.Of(
            "<meta property='og:title' content='New bridge opens to traffic'>", "<article><h1><span>Local news</span> <span>New bridge opens to traffic</span></h1></article>").Title);

    [Fact]
    public void Keeps_the_start_of_a_headline_that_a_colon_joins() =>
        Assert.Equal("\"A disaster\": New bridge closes to traffic", Page.Of(
            "<meta property='og:title' content='New bridge closes to traffic'>", "<article><h1>\"A disaster\": New bridge closes to traffic</h1></article>").Title);

    [Fact]
    public void Parts_a_kicker_that_markup_glued_to_the_headline() =>
        Assert.Equal("Football: Goalkeeper leaves the club", Page.Of(
            "<meta property='og:title' content='Football: Goalkeeper leaves the club'>", "<article><h1><span>Football</span><span>Goalkeeper leaves the club</span></h1></article>").Title);

    [Fact]
    public void Does_not_take_a_breadcrumb_for_the_headline() =>
        Assert.Equal("How a village got its bridge back", Page.Of(
            "<title>Bridge village rebuild</title>" + Page.JsonLd("""{"@type":"NewsArticle","headline":"How a village got its bridge back"}"""),
            "<nav><h1>Bridge village rebuild</h1></nav><article><h2>Years of work: how a village got its bridge back</h2></article>").Title);

    [Theory]
    [InlineData("New bridge opens to traffic | Daily Example")]
    [InlineData("New bridge opens to traffic - Daily Example")]
    public void Takes_the_outlets_name_off_the_document_title(string title) =>
        Assert.Equal("New bridge opens to traffic", Page.Of($"<title>{title}</title><meta property='og:site_name' content='Daily Example'>", "<p>No heading here.</p>").Title);

    [Fact]
    public void Reads_a_line_break_in_a_heading_as_a_space() =>
        Assert.Equal("New bridge opens", Page.Of("", "<article><h1>New bridge<br>opens</h1></article>").Title);

    [Fact]
    public void Leaves_out_text_for_screen_readers_and_scripts() =>
        Assert.Equal("New bridge opens", Page.Of("", "<article><h1><span class='sr-only'>Article:</span>New bridge opens<script>var a;</script></h1></article>").Title);

    [Fact]
    public void Leaves_out_reading_aids_of_ruby_text() =>
        Assert.Equal("新しい橋", Page.Of("", "<article><h1><ruby>新<rt>あたら</rt></ruby>しい<ruby>橋<rt>はし</rt></ruby></h1></article>").Title);

    [Fact]
    public void Has_no_title_on_an_empty_page() => Assert.Null(Page.Read("").Title);

    [Fact]
    public void Still_finds_the_title_when_the_site_name_repeats_the_headline() =>
        Assert.Equal("New bridge opens to all traffic today", Page.Of(
            "<title>New bridge opens to all traffic today</title><meta property='og:site_name' content='New bridge opens to all traffic today'>", "<article><h1>New bridge opens to all traffic today</h1></article>").Title);

    [Fact]
    public void Takes_off_a_heading_what_stands_behind_a_bar() =>
        Assert.Equal("New bridge opens today", Page.Of("<title>New bridge opens today | Opinion</title>", "<article><h1>New bridge opens today | Opinion</h1></article>").Title);

    [Fact]
    public void Takes_the_outlets_name_off_a_heading() =>
        Assert.Equal("New bridge opens today", Page.Of("<meta property='og:site_name' content='Daily Example'>", "<article><h1>New bridge opens today – Daily Example</h1></article>").Title);

    [Fact]
    public void Prefers_the_declared_spelling_to_capitals() =>
        Assert.Equal("New bridge opens", Page.Of("<title>New bridge opens</title>", "<article><h1>NEW BRIDGE OPENS</h1></article>").Title);

    [Fact]
    public void Passes_over_the_name_of_a_section_before_the_headline() =>
        Assert.Equal("New bridge opens today", Page.Of("<title>News - Daily Example</title><meta property='og:title' content='New bridge opens today'>", "<main><h1>News</h1><h1>New bridge opens today</h1></main>").Title);
}
