namespace Aggregator.Urls;

public class RegistrableDomainsTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("www.Example.com.", "example.com")]
    [InlineData("news.bbc.example.co.uk", "example.co.uk")]
    [InlineData("a.b.example.com.au", "example.com.au")]
    [InlineData("writer.substack.com", "writer.substack.com")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("localhost", "localhost")]
    [InlineData("192.0.2.7", "192.0.2.7")]
    public void An_outlet_is_the_registrable_domain(string host, string outlet) => Assert.Equal(outlet, RegistrableDomains.Default.Of(host));

    [Theory]
    [InlineData("http://127.0.0.1:8080/a", "127.0.0.1:8080")]
    [InlineData("http://127.0.0.1/a", "127.0.0.1")]
    [InlineData("http://localhost:5001/a", "localhost:5001")]
    [InlineData("http://[::1]:81/a", "[::1]:81")]
    [InlineData("https://www.example.com:8443/a", "example.com")]
    [InlineData("https://bücher.example/a", "xn--bcher-kva.example")]
    public void Only_local_sites_are_told_apart_by_port(string url, string outlet) => Assert.Equal(outlet, RegistrableDomains.Default.Of(new Uri(url)));

    [Fact]
    public void A_host_that_no_name_may_have_is_its_own_outlet() =>
        Assert.StartsWith("mozilla.org", RegistrableDomains.Default.Of(new Uri("http://www.mozilla.org\U0010FFFF/bugs/")), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.b.ck", "a.b.ck")]
    [InlineData("x.a.b.ck", "a.b.ck")]
    [InlineData("x.www.ck", "www.ck")]
    [InlineData("x.y.unknown", "y.unknown")]
    [InlineData("a.b.中国", "b.中国")]
    public void A_full_list_is_followed_with_its_wildcards_and_exceptions(string host, string outlet)
    {
        var suffixes = PublicSuffixes.Parse("// comment\nck\n*.ck\n!www.ck\n\nuk\nco.uk // trailing\n中国\n");
        Assert.Equal(outlet, new RegistrableDomains(suffixes).Of(host));
    }
}
