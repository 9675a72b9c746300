using System.Globalization;
using System.Threading.RateLimiting;
using Aggregator.Api.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Aggregator.Api.Access;

/// <summary>How much one client may ask. Generous: it stops a run-away script, not a reader.</summary>
internal static class ClientLimits
{
    public static void Configure(RateLimiterOptions limiter, ClientLimiter clients)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = clients.Limiter;
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.Of(StatusCodes.Status429TooManyRequests, "Too many requests from this address; see Retry-After.").ExecuteAsync(rejected.HttpContext);
        };
    }
}
