using Aggregator.Configuration;

namespace Aggregator.Api.Http;

/// <summary>The address that the outside knows this service by.</summary>
internal static class BaseAddress
{
    /// <summary>The configured public address, else scheme and host of the request; without a trailing slash.</summary>
    public static string Of(HttpContext context)
    {
        var configured = context.RequestServices.GetService<AggregatorOptions>()?.PublicUrl;
        return configured?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}";
    }
}
