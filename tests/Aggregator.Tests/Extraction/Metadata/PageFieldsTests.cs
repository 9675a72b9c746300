using Aggregator.Html;
using Aggregator.Html.Dom;
using Aggregator.Text.Languages;

namespace Aggregator.Extraction.Metadata;

public class PageFieldsTests
{
    [Theory]
    [InlineData("EN_us", "en-us")]
    [InlineData("de, en", "de")]
    [InlineData("pt-BR", "pt-br")]
    public void Normalises_the_declared_language(string declared, string expected) => Assert.Equal(expected, Page.Of(lang: declared).Language);

    [Theory]
    [InlineData("english language")]
    [InlineData("und")]
    [InlineData("{{lang}}")]
    [InlineData("")]
    public void Takes_no_nonsense_for_a_language(string declared) => Assert.Null(PageLanguage.Normalize(declared));

    [Fact]
    public void Reads_the_language_from_the_locale_when_the_root_does_not_say() =>
        Assert.Equal("fr-fr", Page.Of("<meta property='og:locale' content='fr_FR'>").Language);

    [Theory]
    [InlineData("en", "The bridge was opened by the mayor on Monday, and it is the first of its kind in the country.")]
    [InlineData("de", "Die Brücke wurde am Montag von der Bürgermeisterin eröffnet, und sie ist die erste ihrer Art in dem Land.")]
    [InlineData("fr", "Le pont a été ouvert lundi par la maire de la ville, et il est le premier de son genre dans le pays.")]
    [InlineData("es", "El puente fue abierto el lunes por la alcaldesa de la ciudad y es el primero de su tipo en el país.")]
    [InlineData("it", "Il ponte è stato aperto lunedì dalla sindaca della città ed è il primo del suo genere nel paese, che non ne ha altri.")]
    [InlineData("nl", "De brug werd op maandag door de burgemeester van de stad geopend en het is de eerste in het land.")]
    [InlineData("ru", "Мост был открыт в понедельник, и это первый такой мост в стране, как сказал мэр города на открытии.")]
    [InlineData("ja", "月曜日に新しい橋が開通し、市長が式典であいさつした。")]
    [InlineData("zh", "星期一新桥通车，市长出席了仪式并发表讲话。")]
    [InlineData("ko", "월요일에 새 다리가 개통되었고 시장이 기념식에 참석했다.")]
    public void Detects_the_language_of_prose(string language, string text) =>
        Assert.Equal(language, Page.Of("", $"<p>{text}</p>").Language);

    [Fact]
    public void Detects_no_language_in_a_few_words() => Assert.Null(LanguageDetector.Detect("OK 123"));

    [Fact]
    public void Resolves_the_canonical_address()
    {
        Assert.Equal("https://www.daily-example.com/a", Page.Of("<link rel='canonical' href='/a'>").CanonicalUrl);
        Assert.Equal("https://other.example/a", Page.Of("<meta property='og:url' content='https://other.example/a'>").CanonicalUrl);
        Assert.Null(Page.Of("<link rel='canonical' href='javascript:void(0)'>").CanonicalUrl);
    }

    [Fact]
    public void Resolves_the_lead_image_against_the_base() =>
        Assert.Equal("https://img.example/b.jpg", Page.Of("<base href='https://img.example/'><meta property='og:image' content='b.jpg'>").Image);

    [Fact]
    public void Reads_the_lead_image_of_json_ld() =>
        Assert.Equal("https://img.example/b.jpg", Page.Of(Page.JsonLd("""{"@type":"Article","headline":"A","image":[{"@type":"ImageObject","url":"https://img.example/b.jpg"}]}""")).Image);

    [Fact]
    public void Reads_summary_section_and_tags()
    {
        var page = Page.Of("<meta name='description' content='A &amp;amp; B'><meta property='article:section' content='Traffic'><meta name='keywords' content='bridge, river, Bridge, nid:12'>");
        Assert.Equal("A & B", page.Description);
        Assert.Equal("Traffic", page.Section);
        Assert.Equal(["bridge", "river"], page.Tags);
    }

    [Fact]
    public void Reads_the_outlets_name_from_the_publisher() =>
        Assert.Equal("Daily Example", Page.Of(Page.JsonLd("""{"@type":"Article","headline":"A","publisher":{"@type":"Organization","name":"Daily Example"}}""")).SiteName);

    [Theory]
    [InlineData("false", true)]
    [InlineData("\"False\"", true)]
    [InlineData("true", false)]
    public void Says_when_the_page_is_behind_a_paywall(string free, bool paywalled) =>
        Assert.Equal(paywalled, Page.Of(Page.JsonLd($$"""{"@type":"NewsArticle","headline":"A","isAccessibleForFree":{{free}}}""")).Paywalled);

    [Fact]
    public void Reads_the_tier_of_content() => Assert.True(Page.Of("<meta property='article:content_tier' content='locked'>").Paywalled);

    [Fact]
    public void Recognises_a_live_blog()
    {
        Assert.True(Page.Of(Page.JsonLd("""{"@type":"LiveBlogPosting","headline":"A"}""")).LiveBlog);
        Assert.True(Page.Of("", "<div itemscope itemtype='https://schema.org/LiveBlogPosting'></div>").LiveBlog);
        Assert.False(Page.Of(Page.JsonLd("""{"@type":"NewsArticle","headline":"A"}""")).LiveBlog);
    }

    [Fact]
    public void Respects_the_wish_not_to_be_archived()
    {
        Assert.True(Page.Of("<meta name='robots' content='index, NOARCHIVE'>").NoArchive);
        Assert.False(Page.Of("<meta name='robots' content='index'>").NoArchive);
    }

    [Fact]
    public void Reads_a_page_of_a_hundred_thousand_nested_elements()
    {
        // spans, as the parser itself looks up the whole stack at each nested div
        var page = Page.Of("<title>Deep</title>", string.Concat(Enumerable.Repeat("<span>", 100_000)) + "<h1>Deep</h1>");
        Assert.Equal("Deep", page.Title);
    }

    [Fact]
    public void Leaves_the_document_as_it_was()
    {
        var document = HtmlParsing.ParseDocument("<html><body><article><h1>A <b>b</b></h1><p>By Ann Smith</p></article></body></html>".AsMemory())!;
        var before = Outline.Of(document);
        Page.Read(document, "https://a.example/");
        Assert.Equal(before, Outline.Of(document));
    }
}
