using Aggregator.Configuration;
using Microsoft.Extensions.Options;

namespace Aggregator.Api;

/// <summary>The address that the outside knows this service by.</summary>
internal static class BaseAddress
{
    /// <summary>The configured public address, else scheme and host of the request; without a trailing slash.</summary>
    public static string Of(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<AggregatorOptions>>().Value;
        return options.PublicUrl?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}";
    }
}
