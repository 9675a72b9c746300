using System.Net;

namespace Aggregator.Fetching;

/// <summary>All the ways in which an address inside the house may be written. None may lead to a connection.</summary>
public sealed class HostFormTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0x0.0x0.0x1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0177.0.0.01/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0177.0x0.0.1/")]
    [InlineData("http://00000177.0.0.1/")]
    [InlineData("http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/")] // circled digits, which IDNA maps to digits
    [InlineData("http://\uff11\uff12\uff17.\uff10.\uff10.\uff11/")] // full-width digits
    [InlineData("http://127\u30020\u30020\u30021/")] // ideographic full stops
    [InlineData("http://127.0.0.1%00.news.example/")]
    [InlineData("http://127.0.0.1:80@169.254.169.254/")]
    [InlineData("http://news.example@127.0.0.1/")]
    [InlineData("http://news.example:80@127.0.0.1/")]
    [InlineData("http://news.example%40127.0.0.1/")]
    [InlineData("http://news.example#@127.0.0.1/../")]
    [InlineData("http://news.example\\@127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST/")]
    [InlineData("http://localhost./")]
    [InlineData("http://a.localhost/")]
    [InlineData("http://loc\u00adalhost/")] // soft hyphen
    [InlineData("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/")]
    [InlineData("http://0/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[0000::1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[0:0:0:0:0:ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b:1::7f00:1]/")]
    [InlineData("http://[64:ff9b:1:ffff::8.8.8.8]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2002:a9fe:a9fe::]/")]
    [InlineData("http://[2001:0:7f00:1::]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[100::1]/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://10.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://0xC0A80001/")]
    [InlineData("http://3232235521/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://192.0.0.192/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://198.51.100.1/")]
    [InlineData("http://203.0.113.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://240.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://inside.example/")]
    [InlineData("http://inside6.example/")]
    [InlineData("http://mixed.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://inside.example:8443/")]
    public async Task Nothing_inside_the_house_is_ever_called(string address)
    {
        List<IPEndPoint> dialled = [];
        var connect = new SafeConnect(new AllowedHosts([]), Resolve, TimeSpan.FromSeconds(30), TimeProvider.System, (target, _) =>
        {
            dialled.Add(target);
            throw new IOException("nobody is really called");
        });
        using var http = SharedHttp.Create(connect, new FetchLimits());
        if (Uri.TryCreate(address, UriKind.Absolute, out var url) && new TargetRules(new AllowedHosts([])).Refusal(url) is null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            await Assert.ThrowsAnyAsync<Exception>(() => http.SendAsync(request, default));
        }

        // The one public address that a name below has may be called, and no other.
        Assert.DoesNotContain(dialled, target => !target.Address.Equals(IPAddress.Parse("8.8.8.8")));
    }

    /// <summary>A resolver that an attacker owns, beside the system's own rules for localhost and for numbers in disguise.</summary>
    private static Task<IPAddress[]> Resolve(string host, CancellationToken cancellation) => host.TrimEnd('.').ToLowerInvariant() switch
    {
        "inside.example" => Answer("127.0.0.1", "10.0.0.1"),
        "inside6.example" => Answer("::1", "::ffff:10.0.0.1"),
        "mixed.example" => Answer("169.254.169.254", "8.8.8.8"),
        "news.example" => Answer("8.8.8.8"),
        "localhost" or "a.localhost" => SharedHttp.Resolve(host, cancellation),
        // What is neither a name of this test nor a literal that SafeConnect reads: the system's resolver takes many forms of numbers for addresses.
        _ => Answer("127.0.0.1"),
    };

    private static Task<IPAddress[]> Answer(params string[] addresses) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));
}
