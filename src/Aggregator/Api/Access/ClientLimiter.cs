using System.Net;
using System.Threading.RateLimiting;
using Aggregator.Configuration;
using Microsoft.Extensions.Options;

namespace Aggregator.Api.Access;

/// <summary>Who is counted together, and how much each may ask.</summary>
internal sealed class ClientLimiter : IDisposable
{
    private readonly ApiOptions _options;

    public ClientLimiter(IOptions<ApiOptions> options)
    {
        _options = options.Value;
        Limiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
    }

    public PartitionedRateLimiter<HttpContext> Limiter { get; }

    /// <summary>Clients on this machine, unless they are to be limited as well.</summary>
    public bool IsUnlimited(HttpContext context) => !_options.LimitLoopback && IPAddress.IsLoopback(AddressOf(context));

    /// <summary>Who is counted together: an address, or of IPv6 a /64, which one client owns and could use another address of for each request.</summary>
    public static string ClientOf(HttpContext context)
    {
        var address = AddressOf(context);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes, 0, 8) : plain.ToString();
    }

    public void Dispose() => Limiter.Dispose();

    private static IPAddress AddressOf(HttpContext context) => context.Connection.RemoteIpAddress ?? IPAddress.None;

    private RateLimitPartition<string> Partition(HttpContext context) =>
        IsUnlimited(context)
            ? RateLimitPartition.GetNoLimiter("loopback")
            : RateLimitPartition.GetTokenBucketLimiter(ClientOf(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = _options.RequestBurst,
                TokensPerPeriod = Math.Max(1, _options.RequestsPerMinute / 60),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            });
}
