using System.Text;

namespace Aggregator.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/", true)]
    [InlineData("/private", false)]
    [InlineData("/private/a", false)]
    [InlineData("/privateer", false)]
    [InlineData("/private/open", true)]
    [InlineData("/private/open/x", true)]
    [InlineData("/robots.txt", true)]
    public void The_longest_match_decides(string path, bool allowed) =>
        Assert.Equal(allowed, Allows("User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /robots.txt", path));

    [Fact]
    public void Allow_wins_a_tie() => Assert.True(Allows("User-agent: *\nDisallow: /a\nAllow: /a", "/a/b"));

    [Theory]
    [InlineData("/*.pdf$", "/x/y.pdf", false)]
    [InlineData("/*.pdf$", "/x/y.pdf?a", true)]
    [InlineData("/*.pdf", "/x/y.pdfs", false)]
    [InlineData("/a*b*c", "/aXbYcZ", false)]
    [InlineData("/a*b*c", "/aXcYb", true)]
    [InlineData("/a*b$", "/aXbXb", false)]
    [InlineData("/a*bc$", "/abc", false)]
    [InlineData("/a*abc$", "/abc", true)]
    [InlineData("/x$", "/x", false)]
    [InlineData("/x$", "/xy", true)]
    [InlineData("*", "/anything", false)]
    [InlineData("/", "/anything", false)]
    [InlineData("/?s=", "/?s=term", false)]
    [InlineData("/%61", "/a", false)]
    [InlineData("/a%2Fb", "/a/b", true)]
    [InlineData("/a%2fb", "/a%2Fb", false)]
    [InlineData("/ü", "/%C3%BC", false)]
    [InlineData("/%c3%bc", "/ü", false)]
    [InlineData("/a%2Ab", "/a*b", false)]
    [InlineData("/a%2ab", "/axb", true)]
    [InlineData("/a*b", "/a*b", false)]
    [InlineData("/a%24", "/a$", false)]
    [InlineData("/a%24", "/a$/b", false)]
    [InlineData("/a%24", "/a", true)]
    [InlineData("/a$", "/a$", true)]
    [InlineData("/a$b", "/a$b", false)]
    [InlineData("/a$b", "/a%24b", false)]
    public void Patterns_have_wildcards_and_compare_encoded(string rule, string path, bool allowed) =>
        Assert.Equal(allowed, Allows($"User-agent: *\nDisallow: {rule}", path));

    [Theory]
    [InlineData("aggregator")]
    [InlineData("AGGREGATOR")]
    [InlineData("Aggregator/2.0")]
    public void The_own_group_goes_before_the_general_one_whatever_its_case_and_version(string agent) =>
        Assert.True(Allows($"User-agent: *\nDisallow: /\n\nUser-agent: {agent}\nDisallow: /x", "/a"));

    [Fact]
    public void Another_product_that_begins_alike_is_another_product() =>
        Assert.True(Allows("User-agent: AggregatorPlus\nDisallow: /", "/a"));

    [Theory]
    [InlineData("Crawl-delay: 5")]
    [InlineData("Sitemap: https://news.example/map.xml")]
    [InlineData("Host: news.example")]
    [InlineData("# comment")]
    [InlineData("no field")]
    [InlineData("")]
    public void What_is_no_rule_does_not_end_the_names_of_a_group(string line) =>
        Assert.False(Allows($"User-agent: Aggregator\n{line}\nUser-agent: other\nDisallow: /", "/a"));

    [Fact]
    public void A_pause_is_for_the_names_before_it()
    {
        static TimeSpan? Of(string product) => RobotsRules.Parse(
            "User-agent: a\nUser-agent: b\nCrawl-delay: 5\nUser-agent: c\nCrawl-delay: 2\nDisallow: /x"u8.ToArray(), product).CrawlDelay;
        Assert.Equal([5, 5, 2], new[] { "a", "B", "c" }.Select(product => Of(product)!.Value.TotalSeconds));
    }

    [Theory]
    [InlineData("*", false)]
    [InlineData("* for all", false)]
    [InlineData("*x", true)]
    [InlineData("**", true)]
    public void Only_an_asterisk_by_itself_names_everybody(string agent, bool allowed) =>
        Assert.Equal(allowed, Allows($"User-agent: {agent}\nDisallow: /", "/a"));

    [Fact]
    public void Groups_of_one_product_are_read_as_one()
    {
        const string File = "User-agent: Aggregator\nDisallow: /a\nUser-agent: other\nDisallow: /c\nUser-agent: Aggregator\nDisallow: /b";
        Assert.Equal([false, false, true], new[] { "/a", "/b", "/c" }.Select(p => Allows(File, p)));
    }

    [Fact]
    public void Several_agents_may_share_a_group_also_with_other_lines_between() =>
        Assert.False(Allows("User-agent: other\nSitemap: https://x.example/map\n\nUser-agent: aggregator\nDisallow: /", "/a"));

    [Theory]
    [InlineData("")]
    [InlineData("Disallow: /")]
    [InlineData("User-agent: *\nDisallow:")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("User-agent: other\nDisallow: /")]
    public void What_forbids_nothing_to_us_allows_all(string file) => Assert.True(Allows(file, "/a"));

    [Theory]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a # comment\r\n")]
    [InlineData("user-AGENT:*\rDISALLOW:/a")]
    [InlineData("  User-agent : *  \n  Disallow : /a  ")]
    public void Spacing_line_ends_and_case_do_not_matter(string file) => Assert.False(Allows(file, "/a"));

    [Fact]
    public void Crawl_delay_is_read_from_the_group_that_counts()
    {
        Assert.Equal(TimeSpan.FromSeconds(2.5), Parse("User-agent: *\nCrawl-delay: 9\nUser-agent: Aggregator\nCrawl-delay: 2.5").CrawlDelay);
        Assert.Null(Parse("User-agent: *\nCrawl-delay: soon").CrawlDelay);
    }

    [Fact]
    public void Many_wildcards_cost_no_time()
    {
        var rule = "/" + string.Concat(Enumerable.Repeat("*a", 2000)) + "b";
        Assert.True(Allows($"User-agent: *\nDisallow: {rule}", "/" + new string('a', 4000)));
    }

    private static bool Allows(string file, string path) => Parse(file).Allows(new Uri("https://x.example" + path));

    private static RobotsRules Parse(string file) => RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "Aggregator");
}
