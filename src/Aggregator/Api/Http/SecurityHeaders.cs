namespace Aggregator.Api.Http;

/// <summary>The headers that every answer carries, errors included.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Nothing runs, nothing is framed, nothing is loaded but our own style sheet and pictures: articles show those of their outlets.
    /// Forms (the search box) go only to ourselves.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' https: http:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // On start and not now: the exception handler clears what was set before it.
        context.Response.OnStarting(
            static state =>
            {
                Add(((HttpContext)state).Response.Headers);
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }

    public static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-site";
    }
}
