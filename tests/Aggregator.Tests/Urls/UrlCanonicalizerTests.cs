namespace Aggregator.Urls;

public class UrlCanonicalizerTests
{
    private const string Article = "https://example.com/news/2026/05/new-battery-plant-opens";

    [Theory]
    [InlineData("http://example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://www.example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://www2.example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("HTTPS://WWW.Example.COM/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example.com:443/news/2026/05/new-battery-plant-opens")]
    [InlineData("http://example.com:80/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example.com./news/2026/05/new-battery-plant-opens")]
    [InlineData("https://user:secret@example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("  https://example.com/news/2026/05/new-battery-plant-opens\n")]
    [InlineData("https:\\\\example.com\\news\\2026\\05\\new-battery-plant-opens")]
    [InlineData("https://example.com//news/2026//05/new-battery-plant-opens")]
    [InlineData("https://example.com/news/./2026/x/../05/new-battery-plant-opens")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens/")]
    [InlineData("https://example.com/news/2026/05/new-b%61ttery-plant-opens")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens?")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens#comments")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens#:~:text=the%20plant")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens/index.html")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens;jsessionid=1A2B3C")]
    public void Spellings_of_one_address_share_a_key(string other) => AssertSame(other);

    [Theory]
    [InlineData("utm_source=rss&utm_medium=feed")]
    [InlineData("UTM_Campaign=x")]
    [InlineData("fbclid=IwAR0abc")]
    [InlineData("gclid=x&gbraid=y&wbraid=z")]
    [InlineData("mc_cid=1a2b3c&mc_eid=9")]
    [InlineData("_hsenc=p2&_hsmi=77")]
    [InlineData("at_medium=RSS&at_campaign=KARANGA")]
    [InlineData("mtm_campaign=a&pk_kwd=b")]
    [InlineData("cmpid=rss&smid=tw")]
    [InlineData("ref=home&source=rssfeed")]
    [InlineData("amp;utm_source=x")]
    [InlineData("a=1&amp;utm_source=x", "a=1")]
    [InlineData("a=1?utm_source=x", "a=1")]
    [InlineData("%3Futm_source=x")]
    [InlineData("PHPSESSID=abcdef")]
    [InlineData("amp=1")]
    [InlineData("outputType=amp")]
    [InlineData("guccounter=1&guce_referrer=aHR0")]
    [InlineData("vero_id=9&vero_conv=x")]
    [InlineData("b=2&a=1", "a=1&b=2")]
    [InlineData("q=a+b", "q=a%20b")]
    [InlineData("q=%c3%a9", "q=%C3%A9")]
    [InlineData("a", "a=")]
    public void Parameters_that_do_not_name_the_article_are_dropped(string query, string kept = "") =>
        Assert.Equal(Key(Article + (kept.Length > 0 ? "?" + kept : "")), Key(Article + "?" + query));

    [Theory]
    [InlineData("https://m.example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://mobile.example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://amp.example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens/amp/")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens.amp")]
    [InlineData("https://example.com/amp/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example-com.cdn.ampproject.org/v/s/example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example-com.cdn.ampproject.org/c/s/example.com/news/2026/05/new-battery-plant-opens?usqp=mq331")]
    [InlineData("https://www.google.com/amp/s/example.com/news/2026/05/new-battery-plant-opens")]
    public void Mobile_and_AMP_variants_are_the_article(string other) => AssertSame(other);

    [Theory]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.com%2Fnews%2F2026%2F05%2Fnew-battery-plant-opens&usg=x")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fnews%2F2026%2F05%2Fnew-battery-plant-opens%3Ffbclid%3Dx&h=y")]
    [InlineData("https://t.umblr.com/redirect?z=http%3A%2F%2Fexample.com%2Fnews%2F2026%2F05%2Fnew-battery-plant-opens")]
    [InlineData("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fnews%2F2026%2F05%2Fnew-battery-plant-opens&data=1")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.com%252Fnews%252F2026%252F05%252Fnew-battery-plant-opens")]
    public void Redirect_wrappers_are_unwrapped(string other) => AssertSame(other);

    [Theory]
    [InlineData("https://example.com/news/2026/05/New-battery-plant-opens")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens/2")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens/comments")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens?page=2")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens?p=2")]
    [InlineData("https://example.com/news/2026/06/new-battery-plant-opens")]
    [InlineData("https://example.com:8080/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example.org/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://de.example.com/news/2026/05/new-battery-plant-opens")]
    [InlineData("https://example.com/news/2026/05%2Fnew-battery-plant-opens")]
    [InlineData("https://example.com/news/2026/05/new-battery-plant-opens#!/part-2")]
    public void What_may_be_another_article_keeps_another_key(string other) => Assert.NotEqual(Key(Article), Key(other));

    [Theory]
    [InlineData("https://example.com/article.php?id=1", "https://example.com/article.php?id=2")]
    [InlineData("https://example.com/story.aspx?cid=123456", "https://example.com/story.aspx?cid=123457")]
    [InlineData("https://example.com/a.asp?ref=123456", "https://example.com/a.asp?ref=123457")]
    [InlineData("https://example.com/story.html?sid=555001&utm_medium=rss", "https://example.com/story.html?sid=555002&utm_medium=rss")]
    [InlineData("https://example.com/?p=100", "https://example.com/?p=101")]
    [InlineData("https://example.com/watch?v=AbC", "https://example.com/watch?v=AbD")]
    [InlineData("https://example.com/#!/story-1", "https://example.com/#!/story-2")]
    [InlineData("https://example.com/x?u=a%2Fb%26c=1", "https://example.com/x?u=a/b&c=1")]
    [InlineData("https://example.com/topics/amp", "https://example.com/topics")]
    public void Articles_that_only_a_parameter_tells_apart_stay_apart(string a, string b) => Assert.NotEqual(Key(a), Key(b));

    [Theory]
    [InlineData("https://xn--bcher-kva.example/a", "https://bücher.example/a")]
    [InlineData("https://example.com/r%C3%A9sum%C3%A9", "https://example.com/résumé")]
    [InlineData("https://example.com/a%20b", "https://example.com/a b")]
    [InlineData("https://www.com/a", "http://www.com/a")]
    [InlineData("https://en.m.example.org/wiki/Battery", "https://en.example.org/wiki/Battery")]
    [InlineData("https://amp-culture.example.com/new-battery-plant-opens", "https://culture.example.com/new-battery-plant-opens")]
    [InlineData("https://example.com/?ref=fb", "https://example.com")]
    public void Equal_addresses_share_a_key(string a, string b) => Assert.Equal(Key(a), Key(b));

    [Theory]
    [InlineData("")]
    [InlineData("example.com/a")]
    [InlineData("/news/a")]
    [InlineData("ftp://example.com/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@example.com")]
    [InlineData("urn:uuid:6b1f5a0e")]
    [InlineData("http://")]
    [InlineData("https:///")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com:99999/")]
    public void What_is_no_web_address_has_no_key(string url) => Assert.Null(UrlCanonicalizer.Canonicalize(url));

    [Fact]
    public void Says_what_was_applied()
    {
        var canonical = UrlCanonicalizer.Canonicalize("https://m.example.com/news/new-battery-plant/amp?utm_source=rss&id=7#top")!;
        Assert.Equal("example.com/news/new-battery-plant?id=7", canonical.Key);
        Assert.Equal(["mobile host", "AMP path", "tracking parameter utm_source", "fragment"], canonical.Applied);
    }

    [Fact]
    public void An_address_that_wraps_itself_ends()
    {
        var loop = "https://www.google.com/url?url=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3Dx";
        Assert.NotNull(UrlCanonicalizer.Canonicalize(loop));
    }

    [Fact]
    public void A_key_read_as_an_address_keeps_its_key()
    {
        foreach (var url in new[] { Article, Article + "?b=%26&a=é#x", "https://example.com/a%2Fb?q=a+b", "https://example.com/#!/x y" })
            Assert.Equal(Key(url), Key("https://" + Key(url)));
    }

    private static string? Key(string url) => UrlCanonicalizer.Canonicalize(url)?.Key;

    private static void AssertSame(string other) => Assert.Equal("example.com/news/2026/05/new-battery-plant-opens", Key(other));
}
