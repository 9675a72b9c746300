using Aggregator.Configuration;

namespace Aggregator.Api.Http;

/// <summary>The address that the outside knows this service by.</summary>
internal static class BaseAddress
{
    /// <summary>
    /// The configured public address, else scheme and host of the request, else scheme and the address that was connected to: a name that nobody
    /// vouches for would send subscribers to whoever made it up. Without a trailing slash.
    /// </summary>
    public static string Of(HttpContext context)
    {
        var options = context.RequestServices.GetService<AggregatorOptions>();
        if (options?.PublicUrl is { } configured)
            return configured.TrimEnd('/');
        var request = context.Request;
        var host = new OwnNames(options).Contains(request.Host) || context.Connection.LocalIpAddress is not { } own
            ? request.Host
            : new HostString(own.IsIPv4MappedToIPv6 ? own.MapToIPv4().ToString() : own.ToString(), context.Connection.LocalPort);
        return $"{request.Scheme}://{host.ToUriComponent()}";
    }
}
