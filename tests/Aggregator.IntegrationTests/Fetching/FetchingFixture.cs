using System.Net;
using Aggregator.Configuration;
using Aggregator.Support;

namespace Aggregator.Fetching;

/// <summary>The fetching part of the service against one raw server, on a clock that stands still.</summary>
internal sealed class FetchingFixture : IAsyncDisposable
{
    public FetchingFixture(Func<RawRequest, byte[]> answer, Action<AggregatorOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
        : this(new RawServer(answer), configure, resolve)
    {
    }

    public FetchingFixture(RawServer server, Action<AggregatorOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        Server = server;
        var options = new AggregatorOptions { AllowHosts = { server.Host }, FeedHostDelay = 0, PageHostDelay = 0, HostConcurrency = 4 };
        configure?.Invoke(options);
        Services = new FetchingServices(options, host => host, Time, resolve, null, () => 0);
    }

    public ManualTime Time { get; } = new();

    public RawServer Server { get; }

    public FetchingServices Services { get; }

    public Task<FeedFetchResult> FeedAsync(string path, string? etag = null, string? lastModified = null) =>
        Services.Feeds.FetchAsync(new(Server.Url(path), etag, lastModified, Server.Url(path).AbsoluteUri), CancellationToken.None);

    public Task<PageFetchResult> PageAsync(string path) => Services.Pages.FetchAsync(Server.Url(path), CancellationToken.None);

    /// <summary>Waits until the client has read the headers of the only request under way: of its two time limits only the whole one is left.</summary>
    public Task HeadersReadAsync() => Time.WaitingAsync(1);

    public async ValueTask DisposeAsync()
    {
        Services.Dispose();
        await Server.DisposeAsync();
    }
}
