namespace Aggregator.Fetching;

public sealed class TargetRulesTests
{
    private static readonly TargetRules Rules = new(new AllowedHosts(["intranet.example", "127.0.0.1:8399", "*.localhost:8000", "[::1]:81"]));

    [Theory]
    [InlineData("http://news.example/feed")]
    [InlineData("https://news.example/feed")]
    [InlineData("http://intranet.example:9999/feed")]
    [InlineData("http://INTRANET.example./feed")]
    [InlineData("http://127.0.0.1:8399/")]
    [InlineData("http://a.b.localhost:8000/")]
    [InlineData("http://[::1]:81/")]
    public void Web_addresses_and_allowed_hosts_pass(string url) => Assert.Null(Rules.Refusal(new Uri(url)));

    [Theory]
    [InlineData("ftp://news.example/feed")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/xml,<rss/>")]
    [InlineData("gopher://news.example/")]
    [InlineData("http://news.example:22/")]
    [InlineData("https://news.example:8443/feed")]
    [InlineData("http://news.example:8080/feed")]
    [InlineData("http://news.example:6379/")]
    [InlineData("http://127.0.0.1:8398/")]
    [InlineData("http://localhost:8000/")]
    [InlineData("http://user@news.example/")]
    [InlineData("http://user:secret@news.example/")]
    [InlineData("http://127.0.0.1:8399@news.example/")]
    [InlineData("http://a\u0378b.example/")]
    public void Everything_else_is_refused_with_a_reason(string url) => Assert.NotNull(Rules.Refusal(new Uri(url)));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("host:")]
    [InlineData("host:0")]
    [InlineData("host:70000")]
    [InlineData("host:http")]
    public void A_rule_that_is_no_host_is_a_fault_of_the_configuration(string rule) => Assert.Throws<FormatException>(() => new AllowedHosts([rule]));
}
