using System.Text;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

public class ArticleReadingTests
{
    private const string Asked = "https://news.example/2026/11/council-votes-on-new-school";
    private const string Summary = "The council met behind closed doors until midnight and then voted by eleven to nine for a school of wood beside the old brewery, which costs nine million.";

    private const string ArticleText = """
        <p>The council of Brenna has voted for a new school. It will be built of wood beside the old brewery and costs nine million, the mayor said after midnight.</p>
        <p>Eleven members were for it and nine against. Work on the school begins in spring, and the first children are to move in two years later.</p>
        """;

    private const string Consent = """
        <p>Halvik Media is part of the Gridwire family of brands. When you use our sites and apps, we use cookies to provide them to you, to authenticate users, and to measure how our sites are used.</p>
        <p>If you click accept all, we and our partners will also store information on a device and use precise location data for personalised advertising, measurement and audience research.</p>
        """;

    public static TheoryData<string, string> Walls => new()
    {
        { "Your privacy choices", Consent },
        { "Ihre Entscheidung zum Datenschutz", "<p>Mit Ihrer Zustimmung nutzen wir und 142 Drittanbieter Cookies, um Inhalte zu zeigen, Reichweiten zu messen und Werbung auf Sie zuzuschneiden. Sie geben sie ab, sobald Sie auf Akzeptieren tippen.</p>" },
        { "Votre vie privée", "<p>Avec votre accord, nos partenaires et nous utilisons des traceurs afin de stocker des données personnelles comme votre visite sur ce site. Vous pouvez retirer votre accord à tout moment.</p>" },
        { "地域制限", "<p>お客様の国または地域からはこのページをご覧いただけません。お手数ですが、別の接続からもう一度お試しください。お問い合わせは窓口までお願いいたします。</p>" },
        { "This content is not available in your region", "<p>We recognise you are attempting to access this website from a country belonging to the European Economic Area, and therefore access cannot be granted at this time.</p>" },
        { "Subscribe to unlock this article", "<p>Try unlimited access. Only 1 crown for four weeks, then 69 a month. Complete digital access to quality journalism on any device. Cancel anytime during your trial.</p>" },
        { "Council of Brenna votes on new school", "<p>Try unlimited access. Only 1 crown for four weeks, then 69 a month. Complete digital access to quality journalism on any device. Cancel anytime during your trial.</p>" },
        { "Something went wrong", "<p>The requested document could not be delivered. Our engineers have been told and are looking into it. Please come back in a few minutes or go to the start.</p>" },
        { "Halvik Post", "<p>This application needs a modern browser with scripting switched on. Ask the administrator of your computer how that is done, then load it again.</p>" },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_page_that_says_nothing_of_the_entry_is_no_article_in_any_language(string title, string text)
    {
        var read = Read(Page(title, text), Asked);

        Assert.Equal(ReadFate.NotAnArticle, read.Fate);
        Assert.Matches("^(Wall|ErrorPage): ", read.Reason);
        Assert.Null(read.Content);
    }

    [Theory]
    [InlineData("Council of Brenna votes on new school", ArticleText)]
    [InlineData("Wood, nine million: how Brenna will learn", ArticleText)]
    [InlineData("Halvik Post", ArticleText)]
    public void A_page_that_says_what_the_entry_says_is_its_article(string title, string text) => Assert.Equal(ReadFate.Extracted, Read(Page(title, text), Asked).Fate);

    [Fact]
    public void An_article_in_another_language_than_its_feed_is_kept_where_it_is_long()
    {
        var german = string.Concat(Enumerable.Range(1, 12).Select(day =>
            $"<p>Am {day}. Abend hat der Gemeinderat hinter verschlossenen Türen getagt und dann mit {day + 9} zu neun Stimmen für ein Schulhaus aus Holz gestimmt, das neben der {day}. alten Brauerei entstehen soll.</p>"));

        Assert.Equal(ReadFate.Extracted, Read(Page("Schulhaus beschlossen", german), Asked).Fate);
    }

    [Theory]
    [InlineData("https://news.example/consent?session=20001", "Your privacy choices", Consent)]
    [InlineData("https://consent.gridwire.example/collect?session=20001", "Your privacy choices", Consent)]
    [InlineData("https://news.example/", "Halvik Post", ArticleText + Consent)]
    [InlineData("https://news.example/news", "News | Halvik Post", ArticleText + Consent)]
    [InlineData("https://www.news.example/login?return=%2F2026%2F11%2Fcouncil-votes-on-new-school", "Log in", "<p>Log in with your mail address and your password, or make an account if you have none. It takes a minute and costs nothing.</p>")]
    [InlineData("https://new-name.example/", "Halvik Post", ArticleText)]
    public void A_redirect_to_another_page_gives_neither_text_nor_address(string reached, string title, string text)
    {
        var read = Read(Page(title, text), reached);

        Assert.Equal(ReadFate.NotAnArticle, read.Fate);
        Assert.StartsWith("Redirect: ", read.Reason);
        Assert.Null(read.Content);
    }

    [Theory]
    [InlineData("https://feeds.example/r/4711", "https://news.example/2026/11/council-votes-on-new-school", "Council of Brenna votes on new school")]
    [InlineData("https://feeds.example/r/4711", "https://news.example/a/12", "Council of Brenna votes on new school | Halvik Post")]
    [InlineData(Asked, "https://www.news.example/2026/11/council-votes-on-new-school-of-wood", "Council votes on new school")]
    public void A_redirect_to_the_entrys_page_is_followed(string asked, string reached, string title)
    {
        var read = Read(Page(title, ArticleText), reached, asked);

        Assert.Equal(ReadFate.Extracted, read.Fate);
        Assert.NotNull(read.Content?.CanonicalKey);
    }

    [Theory]
    [InlineData("<form><input type='password'><button>OK</button></form>", ReadFate.NotAnArticle)]
    [InlineData("<form><input type='search'></form>", ReadFate.Extracted)]
    public void A_headline_of_two_words_is_missed_only_where_the_text_stands_around_a_form(string form, ReadFate fate)
    {
        var page = Page("Halvik Post", "<p>The boats stay in port from the first of December, for the ice on the sound is thicker than in any year before.</p>" + form);

        Assert.Equal(fate, Read(page, Asked, title: "Ferry stops", summary: "").Fate);
    }

    [Fact]
    public void A_redirect_to_a_page_with_another_headline_claims_no_address_and_is_doubted()
    {
        var read = Read(Page("All news of the day", "<time datetime='2026-05-02T08:00:00Z'>2 May 2026</time>" + ArticleText + ArticleText), "https://news.example/daily/news-of-the-day", "https://feeds.example/r/4711");

        Assert.Null(read.Content?.CanonicalKey);
        Assert.NotNull(read.Doubt);
        Assert.Equal("rss:pubDate", read.Content?.Published.Source);
    }

    private static ReadCommit Read(
        string page, string reached, string asked = Asked, string title = "Council of Brenna votes on new school", string summary = Summary) => ArticleReading.Read(
        new UnreadArticle
        {
            Id = 1,
            Url = asked,
            Title = title,
            FeedText = summary,
            Summary = summary,
            Language = "en",
            Published = new ClaimedDate(new DateTimeOffset(2026, 11, 28, 11, 0, 0, TimeSpan.Zero), DatePrecision.Full, "rss:pubDate"),
            Seen = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero),
        },
        new PageFetchResult.Fetched(Encoding.UTF8.GetBytes(page), new Uri(reached), "text/html; charset=utf-8", NoArchive: false),
        new DateTimeOffset(2026, 11, 28, 12, 1, 0, TimeSpan.Zero));

    private static string Page(string title, string text) =>
        $"<!doctype html><html><head><title>{title}</title></head><body><main><h1>{title}</h1>{text}</main></body></html>";
}
