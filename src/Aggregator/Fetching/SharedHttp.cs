using System.Net;
using System.Text;

namespace Aggregator.Fetching;

/// <summary>The one connection pool that feeds, pages and robots.txt share. Everything that a foreign answer could turn on is off.</summary>
internal static class SharedHttp
{
    public static HttpMessageInvoker Create(SafeConnect connect, FetchLimits limits) => new(new SocketsHttpHandler
    {
        ConnectCallback = connect.ConnectAsync,
        ConnectTimeout = Timeout.InfiniteTimeSpan, // SafeConnect has its own, on the clock that tests can move
        AllowAutoRedirect = false, // the framework's would carry validators and cookies to other origins
        AutomaticDecompression = DecompressionMethods.None, // it knows no limit
        UseCookies = false,
        UseProxy = false, // a proxy would resolve names behind the back of SafeConnect
        ActivityHeadersPropagator = null, // no traceparent to foreign servers
        MaxResponseHeadersLength = limits.HeaderKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), // so that DNS changes are noticed
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = 64,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, // opaque bytes go back as they came
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    });

    /// <summary>Asks the system's resolver; <c>localhost</c> and all names below it are loopback without asking anybody (RFC 6761 section 6.3).</summary>
    public static Task<IPAddress[]> Resolve(string host, CancellationToken cancellation) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? Task.FromResult<IPAddress[]>([IPAddress.Loopback])
            : Dns.GetHostAddressesAsync(host, cancellation);
}
