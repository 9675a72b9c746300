using System.Net;
using Aggregator.Configuration;

namespace Aggregator.Fetching;

/// <summary>Everything that asks foreign servers, put together once: one connection pool, one set of gates.</summary>
internal sealed class FetchingServices : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly RobotsCache _robots;

    /// <param name="registrableDomain">Gives <c>example.co.uk</c> for <c>news.example.co.uk</c>.</param>
    /// <param name="resolve">The addresses of a host name; the system's resolver when null.</param>
    /// <param name="jitter">−1 to 1 for cool-downs; random when null.</param>
    /// <exception cref="FormatException">An entry of <see cref="AggregatorOptions.AllowHosts"/> is no host with an optional port.</exception>
    public FetchingServices(
        AggregatorOptions options,
        Func<string, string> registrableDomain,
        TimeProvider time,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        FetchLimits? limits = null,
        Func<double>? jitter = null)
    {
        limits ??= new FetchLimits();
        AllowedHosts = new AllowedHosts(options.AllowHosts);
        _http = SharedHttp.Create(new SafeConnect(AllowedHosts, resolve ?? SharedHttp.Resolve, limits.Connect, time), limits);
        Gates = new HostGates(options, registrableDomain, time, jitter);
        Exchange = new HttpExchange(_http, Gates, new TargetRules(AllowedHosts), limits, options.UserAgent, time);
        _robots = new RobotsCache(Exchange, Gates, PageFetcher.Product(options.UserAgent), time);
        Feeds = new FeedFetcher(Exchange, options, limits, time);
        Pages = new PageFetcher(Exchange, _robots, options, time);
    }

    public HostGates Gates { get; }

    public FeedFetcher Feeds { get; }

    public PageFetcher Pages { get; }

    /// <summary>For requests that are neither a feed's nor a page's: the same connections, gates and guard.</summary>
    public HttpExchange Exchange { get; }

    public AllowedHosts AllowedHosts { get; }

    public void Dispose()
    {
        _robots.Dispose();
        _http.Dispose();
    }
}
