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
