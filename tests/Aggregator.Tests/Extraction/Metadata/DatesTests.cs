using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Extraction.Metadata;

public class DatesTests
{
    [Fact]
    public void Trusts_json_ld_before_meta_elements()
    {
        var page = Page.Of("<meta property='article:published_time' content='2024-03-09'>" + Page.JsonLd("""{"@type":"NewsArticle","datePublished":"2024-03-05T10:00:00+01:00","dateModified":"2024-03-07"}"""));
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 10, 0, 0, TimeSpan.FromHours(1)), page.Published?.Instant);
        Assert.Equal("json-ld", page.Published?.Source);
        Assert.Equal(7, page.Modified?.Instant.Day);
    }

    [Fact]
    public void Reads_a_meta_element_and_names_it()
    {
        var page = Page.Of("<meta property='article:published_time' content='2024-03-05T10:00:00Z'>");
        Assert.Equal("meta:article:published_time", page.Published?.Source);
    }

    [Fact]
    public void Reads_a_meta_element_of_a_name_in_no_list() =>
        Assert.Equal(5, Page.Of("<meta name='w-published-date' content='2024-03-05'>").Published?.Instant.Day);

    [Fact]
    public void Reads_microdata() =>
        Assert.Equal("microdata", Page.Of("", "<article><h1>A</h1><span itemprop='datePublished' content='2024-03-05'>yesterday</span></article>").Published?.Source);

    [Fact]
    public void Takes_the_time_near_the_headline_and_not_that_of_a_comment()
    {
        var page = Page.Of("", """
            <div class="comments"><time datetime="2024-01-01">1 January</time></div>
            <article><h1>New bridge opens</h1><time datetime="2024-03-05">5 March</time><p>Text.</p></article>
            """);
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero), page.Published?.Instant);
    }

    [Fact]
    public void Prefers_the_date_of_publication_to_that_of_an_update() =>
        Assert.Equal(5, Page.Of("", "<article><h1>Bridge</h1><p>Updated: 9 March 2024</p><p>Published: 5 March 2024</p></article>").Published?.Instant.Day);

    [Fact]
    public void Reads_a_written_date_in_an_unnamed_element_below_the_headline() =>
        Assert.Equal("text", Page.Of("", "<main><h1>Brücke</h1><div>5. März 2024 | Redaktion</div></main>", lang: "de").Published?.Source);

    [Fact]
    public void Does_not_take_a_date_in_prose_for_the_date_of_publication() =>
        Assert.Null(Page.Of("", "<article><h1>Bridge</h1></article><div><div><p>The first stone of the old bridge was laid in a great ceremony that all who lived there remember, on 5 March 1994.</p></div></div>").Published);

    [Fact]
    public void Falls_back_to_the_address() =>
        Assert.Equal("url", Page.Of("", "<h1>Bridge</h1>", "https://a.example/2024/03/05/bridge").Published?.Source);

    [Fact]
    public void Reads_state_in_a_script_when_nothing_else_tells() =>
        Assert.Equal("script", Page.Of("", """<h1>Bridge</h1><script>window.state={"article":{"publishedAt":"2024-03-05T10:00:00Z"}}</script>""").Published?.Source);

    [Fact]
    public void Offers_the_last_change_when_no_publication_is_known() =>
        Assert.Equal("meta:article:modified_time", Page.Of("<meta property='article:modified_time' content='2024-03-05'>").Published?.Source);

    [Theory]
    [InlineData("en-us", "https://a.example/x", 4)]
    [InlineData("en-gb", "https://a.example/x", 3)]
    [InlineData("en", "https://a.co.uk/x", 3)]
    [InlineData("fr", "https://a.example/x", 3)]
    public void Orders_day_and_month_by_language_and_country(string lang, string url, int month) =>
        Assert.Equal(month, Page.Of("", "<article><h1>Bridge</h1><p class='date'>04/03/2024</p></article>", url, lang).Published?.Instant.Month);

    [Fact]
    public void Gives_no_date_on_a_page_without_one() => Assert.Null(Page.Of("", "<h1>Bridge</h1><p>Text.</p>").Published);

    [Theory]
    [InlineData("2024-03-06T02:41:00Z", "<time>March 5, 2024</time>", "2024-03-05T23:41:00-03:00")]
    [InlineData("2024-03-06T02:41:00Z", "<time>March 5, 2024, 21:41</time>", "2024-03-05T21:41:00-05:00")]
    [InlineData("2024-03-05T22:30:00Z", "<time>March 6, 2024</time>", "2024-03-06T00:30:00+02:00")]
    [InlineData("2024-03-06T02:41:00Z", "<time>March 6, 2024</time>", "2024-03-06T02:41:00+00:00")]
    [InlineData("2024-03-06T11:59:00Z", "<time>March 5, 2024</time>", "2024-03-05T23:59:00-12:00")]
    [InlineData("2024-03-06T15:00:00Z", "<time>March 5, 2024</time>", "2024-03-05T00:00:00+00:00")]
    [InlineData("2024-03-06T02:41:00+01:00", "<time>March 5, 2024</time>", "2024-03-06T02:41:00+01:00")]
    public void Puts_an_instant_in_utc_on_the_day_that_the_page_shows(string declared, string shown, string expected)
    {
        var page = Page.Of($"<meta property='article:published_time' content='{declared}'>", $"<article><h1>New bridge opens</h1><p class='date'>{shown}</p><p>Text.</p></article>");
        Assert.Equal(expected, Written(page.Published));
    }

    [Theory]
    [InlineData("https://blog.example.com/x", "de-DE", "2018-12-31T23:11:59Z", "2019-01-01T00:11:59+01:00")]
    [InlineData("https://www.example.de/x", "", "2024-03-31T00:59:00Z", "2024-03-31T01:59:00+01:00")]
    [InlineData("https://www.example.de/x", "", "2024-03-31T01:00:00Z", "2024-03-31T03:00:00+02:00")]
    [InlineData("https://www.example.de/x", "", "2024-10-27T01:00:00Z", "2024-10-27T02:00:00+01:00")]
    [InlineData("https://www.example.com.bo/x", "es", "2022-05-04T02:41:00Z", "2022-05-03T22:41:00-04:00")]
    [InlineData("https://www.example.in/x", "en", "2024-03-05T20:00:00Z", "2024-03-06T01:30:00+05:30")]
    [InlineData("https://www.example.jp/x", "", "2019-03-05", "2019-03-05T00:00:00+09:00")]
    [InlineData("https://www.example.com/jp/x", "ja", "2019-03-05", "2019-03-05T00:00:00+09:00")]
    [InlineData("https://www.example.de/x", "", "2022-07-19T10:00:00", "2022-07-19T10:00:00+02:00")]
    [InlineData("https://www.example.com/x", "en", "2019-03-05", "2019-03-05T00:00:00+00:00")]
    [InlineData("https://www.example.com/x", "en", "2024-03-05T02:00:00Z", "2024-03-05T02:00:00+00:00")]
    [InlineData("https://www.example.com.br/x", "de", "2024-03-05T02:00:00Z", "2024-03-05T02:00:00+00:00")]
    [InlineData("https://www.example.de/x", "", "2024-03-05T00:00:00Z", "2024-03-05T00:00:00+01:00")]
    [InlineData("https://www.example.de/x", "", "2024-03-05T23:30:00-05:00", "2024-03-05T23:30:00-05:00")]
    public void Gives_a_date_by_the_clocks_of_the_outlet(string url, string lang, string declared, string expected) =>
        Assert.Equal(expected, Written(Page.Of($"<meta property='article:published_time' content='{declared}'>", "<h1>New bridge opens</h1><p>Text.</p>", url, lang).Published));

    [Fact]
    public void Takes_the_first_of_many_dates_of_one_make()
    {
        var page = Page.Of("", "<main><time datetime='2024-03-05'>5 March</time><h1>New bridge opens</h1><p>Text.</p><div><time datetime='2023-01-01'>1 January</time><time datetime='2022-01-01'>1 January</time></div></main>");
        Assert.Equal(2024, page.Published?.Instant.Year);
    }

    [Fact]
    public void Prefers_a_clear_date_of_change_to_a_date_in_the_prose()
    {
        var page = Page.Of("", "<main><h1>New bridge opens</h1><div class='date'>Updated: March 5, 2024</div><p>4/8/2013 was the day on which the old bridge was closed for good, after years of talk.</p></main>");
        Assert.Equal(2024, page.Published?.Instant.Year);
    }

    [Fact]
    public void Prefers_a_sentence_on_the_last_change_to_a_date_that_the_text_speaks_of()
    {
        var page = Page.Of("", "<main><h1>Stammtisch</h1><p>Der nächste Stammtisch der Gruppe findet am Mi. 5. Februar 2020 ab 19 Uhr statt.</p><ul><li>Diese Seite wurde zuletzt am 29. Januar 2020 um 13:22 Uhr geändert.</li></ul></main>", lang: "de");
        Assert.Equal(1, page.Published?.Instant.Month);
    }

    [Fact]
    public void Takes_the_shown_day_of_publication_before_a_later_declared_one() =>
        Assert.Equal(2022, Page.Of("<meta property='article:published_time' content='2024-03-05T10:00:00Z'>", "<article><h1>New bridge opens</h1><p class='date'>Published <time datetime='2022-03-09'>9 March 2022</time></p><p>Text.</p></article>").Published?.Instant.Year);

    [Fact]
    public void Takes_a_plain_date_line_below_the_headline_before_a_later_declared_day()
    {
        var page = Page.Of(Page.JsonLd("""{"@type":"Article","datePublished":"Nov 05, 2025","dateModified":"Nov 05, 2025"}"""), "<main><h1>New bridge opens</h1><div><p>January 31, 2024</p></div><p>Text.</p></main>");
        Assert.Equal(2024, page.Published?.Instant.Year);
    }

    [Fact]
    public void Takes_the_date_line_above_the_headline_before_those_of_the_list_below_the_article()
    {
        var page = Page.Of("", """
            <main><div class="row"><time datetime="2022-12-12 12:22">12.12.2022 12:22</time></div><h1>Bridge</h1><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p><p>Text.</p>
            <ul><li class="date"><time datetime="2022-08-10 11:05">10.08.2022 11:05</time></li><li class="date"><time datetime="2022-08-04 10:02">04.08.2022 10:02</time></li></ul></main>
            """);
        Assert.Equal(12, page.Published?.Instant.Month);
    }

    [Fact]
    public void Takes_a_labelled_date_in_a_side_box_before_those_of_linked_cards()
    {
        var text = string.Concat(Enumerable.Repeat("<p>Text.</p>", 130));
        var cards = string.Concat(Enumerable.Repeat("<i></i>", 30)) + "<a href='/b' class='card'><time datetime='2019-01-17T12:00:00Z'>17 Jan 2019</time></a>";
        var page = Page.Of("", $"<main><h1>Guide</h1>{text}<div class='sidebar'><div class='field'><h4>Published</h4><time datetime='2018-11-15T12:00:00Z'>15 November 2018</time></div></div>{cards}</main>");
        Assert.Equal(2018, page.Published?.Instant.Year);
    }

    [Fact]
    public void Reads_a_shown_day_in_the_other_order_as_the_declared_one() =>
        Assert.Equal("json-ld", Page.Of(Page.JsonLd("""{"@type":"Article","datePublished":"2021-11-01T08:00:00+01:00"}"""), "<article><h1>Brücke</h1><p class='date'>11/01/2021</p><p>Text.</p></article>", lang: "de").Published?.Source);

    [Fact]
    public void Keeps_the_declared_day_where_a_later_one_is_shown() =>
        Assert.Equal(2022, Page.Of("<meta property='article:published_time' content='2022-03-09T10:00:00Z'>", "<article><h1>New bridge opens</h1><p class='date'>Published <time datetime='2024-03-05'>5 March 2024</time></p><p>Text.</p></article>").Published?.Instant.Year);

    [Theory]
    [InlineData("https://a.example/news/2012-06/04/content_25340717.htm", "url")]
    [InlineData("https://a.example/news/2012-06/10-questions", null)]
    public void Reads_an_address_that_parts_the_month_with_a_hyphen_and_the_day_with_a_slash(string url, string? source) =>
        Assert.Equal(source, Page.Of("", "<h1>Bridge</h1>", url).Published?.Source);

    [Fact]
    public void Reads_a_day_at_the_end_of_the_address() =>
        Assert.Equal(29, Page.Of("", "<h1>Bridge</h1>", "https://a.example/news/29-10-2021").Published?.Instant.Day);

    private static string? Written(ClaimedDate? date) => date?.Instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("<h1>How the valley got its plant</h1><p>On 3 March 2019 the first plant of the kind was opened by the same builder in the same valley, in heavy snow.</p>")]
    [InlineData("<h1>How the valley got its plant</h1><p>It was opened on 3 March 2019.</p>")]
    [InlineData("<h1>How the valley got its plant</h1><p>On <b>3 March 2019</b> the first plant of the kind was opened by the same builder.</p>")]
    [InlineData("<h1>How the valley got its plant</h1><p>The council votes again on <time datetime='2019-03-03'>3 March</time>, if the weather allows it at all.</p>")]
    [InlineData("<h1>Was am 3. März 2019 geschah</h1><p>Text.</p>")]
    [InlineData("<h1>Plant</h1><h2>The flood of 3 March 2019</h2><p>Text.</p>")]
    [InlineData("<h1>Plant</h1><p>3 March 2019 was the day on which the first plant was opened by the same builder.</p>")]
    [InlineData("<title>What happened on 3 March 2019 | Halvik Post</title><h1>The valley</h1><p>Text.</p>")]
    [InlineData("<h1>发电站的故事</h1><p>第一座发电站于2019年3月3日在同一个山谷开业。</p>")]
    public void Takes_no_date_that_the_text_tells_of(string body) => Assert.Null(Page.Of("", $"<article>{body}<p>The regional grid operator said so.</p></article>").Published);

    [Theory]
    [InlineData("<h4>3 March 2019 - Words by the desk - 7 min read</h4>")]
    [InlineData("<p>3 March 2019 – The first plant of the kind was opened by the same builder in the same valley.</p>")]
    [InlineData("<p><strong>03.03.2019 „Das erste Kraftwerk der Art steht nun im selben Tal, gebaut von denselben Leuten.“</strong></p>")]
    [InlineData("<p>Halvik, 3 March 2019 (Desk) – The first plant of the kind was opened by the same builder in the same valley.</p>")]
    [InlineData("<p>By Jane Doe, 3 March 2019.</p>")]
    [InlineData("<h6>By Jane Doe and John Roe on 3 March 2019</h6>")]
    [InlineData("<title>News of the day - 3 March 2019 - Halvik Post</title>")]
    [InlineData("<p>Updated 9 May 2019 | Published 3 March 2019</p>")]
    [InlineData("<p>3 March 2019 (updated 9 May 2019)</p>")]
    [InlineData("<p>2019年5月9日 更新 / 2019年3月3日 公開</p>")]
    [InlineData("<p>Mis à jour le 9 mai 2019 à 10h00 | Publié le 3 mars 2019 à 8h00</p>")]
    public void Takes_the_date_of_a_line_that_dates_the_article(string line) =>
        Assert.Equal(new DateTime(2019, 3, 3), Page.Of("", $"<article><h1>Plant</h1>{line}<p>The regional grid operator said so.</p></article>").Published?.Instant.Date);
}
