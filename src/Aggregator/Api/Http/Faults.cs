using Aggregator.Stores;
using Microsoft.AspNetCore.Diagnostics;

namespace Aggregator.Api.Http;

/// <summary>Makes problem details of whatever a handler throws.</summary>
internal sealed class Faults : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadCursorException => Problems.BadRequest($"cursor: {exception.Message}"),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, bad.InnerException is System.Text.Json.JsonException json ? $"The body is not what is expected: {json.Message}" : bad.Message),
            OperationCanceledException or TimeoutException => Problems.Of(StatusCodes.Status503ServiceUnavailable, "The query took too long. Narrow it down: a shorter time range, rarer words, a smaller limit."),
            _ => Problems.Of(StatusCodes.Status500InternalServerError, "Something went wrong in this service; its log has the details."),
        };
        await problem.ExecuteAsync(httpContext);
        return true;
    }
}
