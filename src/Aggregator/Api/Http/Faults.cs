using System.Text.Json;
using Aggregator.Stores;
using Microsoft.AspNetCore.Diagnostics;

namespace Aggregator.Api.Http;

/// <summary>Makes problem details of whatever a handler throws.</summary>
internal sealed partial class Faults(ILogger<Faults> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadCursorException => Problems.BadRequest($"cursor: {exception.Message}"),
            BadHttpRequestException { InnerException: JsonException json } => Problems.BadRequest($"The body is not what is expected: {json.Message}"),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, bad.Message),
            OperationCanceledException or TimeoutException =>
                Problems.Of(StatusCodes.Status503ServiceUnavailable,
                    "The query took too long. Narrow it down: a shorter time range, rarer words, a smaller limit."),
            _ => Problems.Of(StatusCodes.Status500InternalServerError, "Something went wrong in this service; its log has the details."),
        };
        // The framework is silent about exceptions that are handled here.
        if (problem.StatusCode == StatusCodes.Status500InternalServerError)
            LogFault(httpContext.Request.Method, httpContext.Request.Path, exception);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFault(string method, PathString path, Exception exception);
}
