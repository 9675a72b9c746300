using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Api.Http;

/// <summary>
/// Writes every error as problem details, whatever the client says it accepts: a feed reader that asks for Atom is helped more by a
/// readable reason than by an empty 404.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        var status = problem.Status ?? http.Response.StatusCode;
        problem.Status = status;
        problem.Type ??= "about:blank";
        problem.Title ??= ReasonPhrases.GetReasonPhrase(status);
        problem.Instance ??= http.Request.Path;
        problem.Detail ??= status switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {http.Request.Path}. What there is stands at /docs/api.",
            StatusCodes.Status405MethodNotAllowed => $"{http.Request.Method} is not possible here; the header Allow says what is.",
            StatusCodes.Status415UnsupportedMediaType => "The body must be application/json.",
            _ => problem.Title,
        };
        http.Response.StatusCode = status;
        // Not with the request's token: after a timeout it is cancelled, and this is what remains to be said.
        await http.Response.WriteAsJsonAsync(problem, ApiJson.Options, "application/problem+json", CancellationToken.None);
    }
}
