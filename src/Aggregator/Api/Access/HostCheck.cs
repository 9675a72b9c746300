using System.Net;
using Aggregator.Api.Http;
using Aggregator.Configuration;

namespace Aggregator.Api.Access;

/// <summary>
/// Answers only to its own names where the service listens on this machine alone: a web page that somebody here looks at could otherwise read the
/// archive through a name of its own that it makes resolve to 127.0.0.1 (DNS rebinding). Before everything else, caches included.
/// </summary>
/// <param name="options">Null in a host without settings: then only the names of this machine are known.</param>
internal sealed class HostCheck(RequestDelegate next, AggregatorOptions? options = null)
{
    private readonly OwnNames _names = new(options);

    public Task InvokeAsync(HttpContext context)
    {
        if (_names.Contains(context.Request.Host) || !IsLocal(context.Connection.LocalIpAddress))
            return next(context);
        SecurityHeaders.Add(context.Response.Headers);
        return Problems.Of(StatusCodes.Status421MisdirectedRequest,
            $"This service does not answer to the name \"{context.Request.Host.Host}\". Where a proxy passes that name on, give it as "
                + $"{AggregatorOptions.Section}:{nameof(AggregatorOptions.PublicUrl)} or {AggregatorOptions.Section}:{nameof(AggregatorOptions.AllowedHosts)}.")
            .ExecuteAsync(context);
    }

    /// <summary>A connection that no address belongs to is a pipe or a test's, which no browser reaches.</summary>
    private static bool IsLocal(IPAddress? own) => own is not null && IPAddress.IsLoopback(own);
}
