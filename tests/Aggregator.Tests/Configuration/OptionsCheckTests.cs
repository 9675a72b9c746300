namespace Aggregator.Configuration;

public class OptionsCheckTests
{
    [Fact]
    public void Finds_nothing_wrong_with_the_defaults()
    {
        Assert.Empty(OptionsCheck.Faults(new AggregatorOptions()));
    }

    [Fact]
    public void Lists_every_fault_with_its_key_and_what_is_allowed()
    {
        var faults = OptionsCheck.Faults(new AggregatorOptions { FeedHostDelay = -1, HostConcurrency = 0, Data = " ", PublicUrl = "example", AllowHosts = { "a b" } });

        Assert.Equal(5, faults.Count);
        Assert.Contains("Aggregator:FeedHostDelay must be 0 to 3600 seconds, not -1.", faults);
    }

    [Fact]
    public void Quiet_hours_that_cannot_be_understood_are_a_fault() => Assert.StartsWith(
        "Aggregator:QuietHours must be two different times", Assert.Single(OptionsCheck.Faults(new AggregatorOptions { QuietHours = "at night" })), StringComparison.Ordinal);

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:8399")]
    [InlineData("[::1]:8080")]
    [InlineData("*.localhost:5000")]
    [InlineData("intranet.example")]
    public void Takes_hosts_with_and_without_a_port(string host)
    {
        Assert.Empty(OptionsCheck.Faults(new AggregatorOptions { AllowHosts = { host } }));
    }

    [Theory]
    [InlineData("host:99999")]
    [InlineData("http://host")]
    [InlineData("")]
    public void Refuses_what_is_no_host(string host)
    {
        Assert.Single(OptionsCheck.Faults(new AggregatorOptions { AllowHosts = { host } }));
    }
}
