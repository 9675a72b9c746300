using System.Text;
using Aggregator.Html;
using Aggregator.Model;

namespace Aggregator.Extraction;

public class ArticleExtractorTests
{
    private const string P1 = "The first paragraph of this story is long enough to count as prose, and it has a comma or two, as real ones do.";
    private const string P2 = "A second paragraph follows with more of the same kind of plain text, so that nobody mistakes it for a caption.";
    private const string P3 = "The third paragraph ends the matter with a sentence that says what happens next year, and who pays for it all.";
    private static readonly string Story = $"{P1}\n{P2}\n{P3}";
    private static readonly string Paragraphs = $"<p>{P1}</p><p>{P2}</p><p>{P3}</p>";

    private static ExtractedPage Extract(string html, string? charset = "utf-8", string? type = "text/html") =>
        ArticleExtractor.Extract(Encoding.UTF8.GetBytes(html), new PageContext(new Uri("https://news.example/2024/story.html"), type, charset));

    private static string Page(string body, string title = "Story") => $"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>";

    [Fact]
    public void Takes_a_container_by_its_name()
    {
        var page = Extract(Page($"<nav><a href=/>Home</a></nav><div class=article-body>{Paragraphs}</div><aside><p>{P1} Elsewhere.</p></aside>"));

        Assert.Equal(PageKind.Article, page.Kind);
        Assert.Equal(ExtractionRung.KnownContainer, page.Rung);
        Assert.Equal(Story, page.Text);
        Assert.Equal(Paragraphs, page.ContentHtml.Replace("<div>", "").Replace("</div>", ""));
        Assert.InRange(page.Confidence, 0.7, 1);
        Assert.Equal(PlainText.CountWords(Story), page.WordCount);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("<template><tr><td>x</td></tr></template>", true)]
    public void Says_whether_the_tree_was_copied(string more, bool copied) =>
        Assert.Equal(copied, Extract(Page($"<article>{Paragraphs}</article><table><tr><td>1</td></tr></table>{more}")).Copied);

    [Theory]
    [InlineData("<footer><p>Made in the evenings with a site generator by two people, all rights kept.</p></footer>")]
    [InlineData("<footer class=body>Proudly powered by a generator, which takes great advantage of a language.</footer>")]
    [InlineData("<section><h2>Leave a reply</h2><form><label>Name</label><input><p><input type=checkbox><label>Keep my name and address in this browser until I next write a comment here.</label></p><button>Send</button></form></section>")]
    public void Of_a_post_of_one_sentence_neither_form_nor_footer_is_the_text(string furniture)
    {
        var page = Extract(Page($"<main><h1>Note on tin</h1><div class=entry-content><p>Tin is up by a good tenth, since the mines of the island stand still.</p></div></main>{furniture}"));

        Assert.Equal("Tin is up by a good tenth, since the mines of the island stand still.", page.Text);
    }

    [Fact]
    public void Finds_a_container_without_a_name_by_its_prose()
    {
        var page = Extract(Page($"<div><div>x</div><div>{Paragraphs}</div><div><a href=/a>Another story</a> <a href=/b>One more story</a></div></div>"));

        Assert.Equal(ExtractionRung.ScoredCandidate, page.Rung);
        Assert.Equal(Story, page.Text);
    }

    [Fact]
    public void Takes_structured_data_where_the_page_shows_only_a_stub()
    {
        var json = $$"""<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","articleBody":"{{Story.Replace("\n", "\\n")}}"}]}</script>""";
        var page = Extract(Page(json + "<div class=article-body><p>The first words of the story stand here, and then the wall.</p></div>"));

        Assert.Equal(ExtractionRung.StructuredData, page.Rung);
        Assert.Equal(Story, page.Text);
        Assert.Equal(Paragraphs, page.ContentHtml);
    }

    [Fact]
    public void Reads_line_breaks_as_paragraphs() => Assert.Equal(Story, Extract(Page($"<div class=story-body>{P1}<br><br>{P2}<br><br>{P3}</div>")).Text);

    [Fact]
    public void Reads_layout_tables() => Assert.Equal(Story, Extract(Page($"<table><tr><td><a href=/>Home</a></td><td>{Paragraphs}</td></tr></table>")).Text);

    [Fact]
    public void Reads_a_page_inside_a_form() => Assert.Equal(Story, Extract(Page($"<form id=aspnetForm><div class=entry-content>{Paragraphs}</div></form>")).Text);

    [Fact]
    public void Keeps_headings_lists_and_quotes_in_order()
    {
        var page = Extract(Page($"<article><h1>Title</h1><p>{P1}</p><h2>Why it matters</h2><ul><li>One thing</li><li>Another</li></ul><blockquote><p>{P2}</p></blockquote><p>{P3}</p></article>"));

        Assert.Equal($"{P1}\nWhy it matters\nOne thing\nAnother\n{P2}\n{P3}", page.Text);
        Assert.Contains("<h2>Why it matters</h2>", page.ContentHtml);
        Assert.Contains("<ul><li>One thing</li><li>Another</li></ul>", page.ContentHtml);
        Assert.Contains("<blockquote>", page.ContentHtml);
    }

    [Fact]
    public void Leaves_out_newsletter_share_related_and_comments()
    {
        var page = Extract(Page($"""
            <article><h1>Title</h1><div class="share-buttons">Share on everything</div><p>{P1}</p>
            <div class="newsletter-signup"><p>Get our best stories by mail, every morning, for nothing at all. Sign up today.</p></div>
            <p>{P2}</p><p><strong>Read more: <a href=/x>Another story</a></strong></p><p>{P3}</p>
            <div class="related-articles"><ul><li><a href=/1>Something else happened</a></li></ul></div></article>
            <section id=comments><p>I do not agree with any of this, and I say so at length, as always.</p></section>
            """));

        Assert.Equal(Story, page.Text);
    }

    [Fact]
    public void Adds_the_lead_that_stands_outside_of_the_container()
    {
        var page = Extract(Page($"<main><h1>Title</h1><p class=standfirst>What this story is about is said here in one sentence.</p><div class=article-body>{Paragraphs}</div></main>"));

        Assert.Equal("What this story is about is said here in one sentence.\n" + Story, page.Text);
        Assert.StartsWith("<p>What this story", page.ContentHtml);
    }

    [Fact]
    public void Takes_the_first_of_two_articles_in_an_endless_page()
    {
        const string end = "A fourth paragraph makes this story longer than a teaser could be, and it adds nothing else to what was said.";
        var page = Extract(Page($"<main><article><h1>One</h1>{Paragraphs}<p>{end}</p></article><article><h1>Two</h1>{Paragraphs.Replace("first", "other").Replace("second", "next")}{Paragraphs.Replace("third", "last")}</article></main>"));

        Assert.Equal(Story + "\n" + end, page.Text);
    }

    [Fact]
    public void Keeps_pictures_with_captions_in_the_html_only()
    {
        var page = Extract(Page($"<article><p>{P1}</p><figure><img src=/bus.jpg><figcaption>The bus.</figcaption></figure><p>{P2}</p><p>{P3}</p></article>"));

        Assert.Equal(Story, page.Text);
        Assert.Contains("<figure><img src=\"https://news.example/bus.jpg\"><figcaption>The bus.</figcaption></figure>", page.ContentHtml);
    }

    [Fact]
    public void Joins_an_article_that_is_cut_into_parts()
    {
        var page = Extract(Page($"<main><h1>One</h1><div class=article-body><p>{P1}</p></div><div class=ad-slot>Buy</div><div class=article-body><p>{P2}</p><p>{P3}</p></div></main>"));

        Assert.Equal(Story, page.Text);
    }

    [Fact]
    public void Keeps_a_short_notice_of_two_sentences()
    {
        var page = Extract(Page("<main><h1>Bridge closed</h1><p>The old bridge is closed until Friday. Buses take the new one.</p></main>"));

        Assert.Equal(PageKind.Article, page.Kind);
        Assert.Equal("The old bridge is closed until Friday. Buses take the new one.", page.Text);
    }

    [Fact]
    public void Ignores_hidden_words_inside_a_sentence() =>
        Assert.Equal(Story, Extract(Page($"<article><p>{P1.Replace("story", "story<span class=sr-only> (opens elsewhere)</span>")}</p><p>{P2}</p><p>{P3}</p></article>")).Text);

    [Fact]
    public void Puts_streamed_parts_in_their_place()
    {
        var page = Extract(Page($"<main><article><p>{P1}</p><template id=\"B:0\"></template><p>{P3}</p></article></main><div hidden id=\"S:0\"><p>{P2}</p></div>"));

        Assert.Equal(Story, page.Text);
    }

    [Fact]
    public void Reads_text_that_runs_from_right_to_left()
    {
        const string text = "أعلنت الوزارة اليوم عن خطة جديدة لدعم السيارات الكهربائية، وقالت إنها ستبدأ في العام المقبل.";
        Assert.Equal($"{text}\n{text} مرة أخرى.", Extract(Page($"<article dir=rtl><p>{text}</p><p>{text} مرة أخرى.</p></article>")).Text);
    }

    [Theory]
    [InlineData("404 - Page not found | News", "<h1>Sorry</h1><p>This page has moved or never was. Try the search above.</p>", PageKind.ErrorPage)]
    [InlineData("News", "<h1>Seite nicht gefunden</h1><p>Leider gibt es diese Seite nicht mehr.</p>", PageKind.ErrorPage)]
    [InlineData("Just a moment...", "<p>Checking your browser before accessing news.example.</p>", PageKind.Wall)]
    [InlineData("News", "<div><h2>We value your privacy</h2><p>We and our partners store information on your device. Accept all?</p></div>", PageKind.Wall)]
    [InlineData("News", "<div id=app></div>", PageKind.NoText)]
    public void Says_why_a_page_is_no_article(string title, string body, PageKind kind)
    {
        var page = Extract(Page(body, title));

        Assert.Equal(kind, page.Kind);
        Assert.NotNull(page.Reason);
        Assert.Equal("", page.Text);
    }

    [Fact]
    public void Tells_a_list_of_teasers_from_an_article()
    {
        var teasers = string.Concat(Enumerable.Range(1, 12).Select(i => $"<div><h3><a href=/{i}>Headline number {i} of the day</a></h3><p>A teaser of one short sentence, number {i}.</p></div>"));

        Assert.Equal(PageKind.Listing, Extract(Page($"<main>{teasers}</main>")).Kind);
    }

    [Fact]
    public void An_article_about_error_pages_stays_an_article() =>
        Assert.Equal(PageKind.Article, Extract(Page($"<article><h1>Page not found</h1>{Paragraphs}{Paragraphs.Replace("The", "Yet the").Replace("A ", "One ")}{Paragraphs.Replace("The", "So the")}</article>", "Page not found")).Kind);

    [Theory]
    [InlineData("%PDF-1.7 ...", "text/html")]
    [InlineData("{\"a\":1}", "application/json")]
    [InlineData("  ", "text/html")]
    public void Says_that_bytes_are_no_page(string content, string type) => Assert.Equal(PageKind.NotHtml, Extract(content, type: type).Kind);

    [Theory]
    [InlineData("windows-1252", "windows-1252", "")]
    [InlineData("windows-1252", null, "<meta charset=iso-8859-1>")]
    [InlineData("windows-1252", null, "")]
    [InlineData("utf-8", "iso-8859-1", "<meta charset=windows-1252>")]
    [InlineData("utf-16", null, "")]
    public void Reads_bytes_in_the_charset_they_are_in(string written, string? stated, string meta)
    {
        const string text = "Überall im Süden fährt der Bus künftig elektrisch, sagt die Bürgermeisterin; größere Städte folgen später.";
        var encoding = written == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(written);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Page($"{meta}<article><p>{text}</p></article>"))];

        Assert.Equal(text, ArticleExtractor.Extract(bytes, new PageContext(new Uri("https://news.example/"), "text/html", stated)).Text);
    }

    [Theory]
    [InlineData("shift_jis", "トヨタ自動車は、新しい電気自動車を来年から販売すると発表しました。価格はまだ決まっていません。")]
    [InlineData("gb18030", "公司今天宣布，新的电动汽车将在明年上市，价格还没有确定，这是他们的第一个产品。")]
    [InlineData("windows-1251", "Компания сообщила, что новый электромобиль появится в продаже в следующем году, цена пока не известна.")]
    public void Guesses_a_charset_that_nobody_states(string charset, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(Page($"<article><p>{text}</p><p>{text}!</p></article>"));

        Assert.StartsWith(text, ArticleExtractor.Extract(bytes, new PageContext(new Uri("https://news.example/"))).Text);
    }

    [Fact]
    public void Survives_a_hundred_thousand_nested_elements()
    {
        var page = Extract(Page(string.Concat(Enumerable.Repeat("<div>", 100_000)) + Paragraphs));

        Assert.Equal(Story, page.Text);
    }

    [Theory]
    [InlineData("<svg><title>", "<div>")]
    [InlineData("<svg><style>", "<div>")]
    [InlineData("<svg><p></p>", "<path/>")]
    [InlineData("<svg></div>", "<g/>")]
    [InlineData("<math><title>", "<div>")]
    [InlineData("<svg>", "<g ")]
    public void Survives_nesting_that_hides_behind_a_drawing(string start, string tag)
    {
        var page = Extract(Page($"<article>{Paragraphs}</article><div>{start}{string.Concat(Enumerable.Repeat(tag, 100_000))}"));

        Assert.Equal(Story, page.Text);
    }

    [Fact]
    public void Hundreds_of_icons_are_no_nesting()
    {
        var icons = string.Concat(Enumerable.Repeat("<svg><title>Share</title><g><use xlink:href='#share'/><path d='M0 0'/></g></svg>", 600));

        Assert.Contains("<h2>More</h2>", Extract(Page($"{icons}<article>{Paragraphs.Insert(Paragraphs.IndexOf("</p>", StringComparison.Ordinal) + 4, "<h2>More</h2>")}</article>")).ContentHtml);
    }

    [Fact]
    public void A_comparison_in_a_script_is_no_nesting()
    {
        var script = "<script>" + string.Concat(Enumerable.Repeat("if(a<b&&b<i)x();", 600)) + "</script>";

        Assert.Equal(Story, Extract(Page($"{script}<article>{Paragraphs.Replace("first", "<b>first</b>")}</article>")).Text);
    }

    [Fact]
    public void Reads_a_page_of_ten_megabytes()
    {
        var filler = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<li><a href=\"/archive/{i}\">An older story with a number, {i}, and a link that goes on and on</a></li>"));
        var page = Extract(Page($"<article class=article-body>{Paragraphs}</article><ul>{filler}{filler}</ul>"));

        Assert.Equal(Story, page.Text);
    }
}
