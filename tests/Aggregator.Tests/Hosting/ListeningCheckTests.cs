using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Aggregator.Hosting;

public class ListeningCheckTests
{
    private const string Default = "http://127.0.0.1:5080";

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.9.9.9:80;https://[::1]:443")]
    [InlineData("http://unix:/run/aggregator.sock")]
    public void Reading_is_open_on_this_machine(string? urls) => Assert.Null(Fault(("Urls", urls)));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://192.168.1.2:5080")]
    [InlineData("http://news.example")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    public void Beyond_this_machine_it_must_be_said(string urls)
    {
        Assert.Contains("aggregator keys add", Fault(("Urls", urls)));
        Assert.Null(Fault(("Urls", urls), ("Aggregator:Api:OpenReading", "true")));
        Assert.Null(Fault(("Urls", urls), ("Aggregator:Api:ReadersNeedKey", "true")));
    }

    [Fact]
    public void Endpoints_of_the_server_count_too() => Assert.Contains("http://10.0.0.1:80", Fault(("Kestrel:Endpoints:Front:Url", "http://10.0.0.1:80")));

    [Theory]
    [InlineData(null)]
    [InlineData("http://*:5080;http://[::1]:5081")]
    [InlineData("http://unix:/run/aggregator.sock")]
    public void Addresses_that_a_server_can_listen_on_pass(string? urls) => Assert.Null(ListeningCheck.Malformed(Settings(("Urls", urls)), Default));

    [Theory]
    [InlineData("news", "\"news\"")]
    [InlineData("http://127.0.0.1:5080;127.0.0.1:5081", "\"127.0.0.1:5081\"")]
    [InlineData("http://127.0.0.1:70000", "port above 65535")]
    [InlineData("https://127.0.0.1:5080", "https")]
    public void Addresses_that_no_server_can_listen_on_are_named(string urls, string named) => Assert.Contains(named, ListeningCheck.Malformed(Settings(("Urls", urls)), Default));

    [Fact]
    public void What_the_system_refuses_names_the_address()
    {
        Assert.Contains("http://10.9.8.7:80", ListeningCheck.Refused(new SocketException((int)SocketError.AddressNotAvailable), Settings(("Urls", "http://10.9.8.7:80")), Default));
        Assert.Null(ListeningCheck.Refused(new InvalidOperationException(), Settings(), Default));
    }

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();

    private static string? Fault(params (string Key, string? Value)[] settings) => ListeningCheck.Fault(Settings(settings), Default);
}
