using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Aggregator.Api.Access;

/// <summary>How much one client may ask. Generous: it stops a run-away script, not a reader.</summary>
internal static class ClientLimits
{
    public static void Configure(RateLimiterOptions limiter, ApiOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, options));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.Of(StatusCodes.Status429TooManyRequests, "Too many requests from this address; see Retry-After.").ExecuteAsync(rejected.HttpContext);
        };
    }

    private static RateLimitPartition<string> Partition(HttpContext context, ApiOptions options)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!options.LimitLoopback && IPAddress.IsLoopback(address)) return RateLimitPartition.GetNoLimiter("loopback");
        return RateLimitPartition.GetTokenBucketLimiter(ClientOf(address), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestBurst,
            TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }

    /// <summary>An IPv6 client owns a /64 and could use another address for each request.</summary>
    private static string ClientOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes, 0, 8) : plain.ToString();
    }
}
