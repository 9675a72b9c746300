using Aggregator.Api.Http;
using Aggregator.Stores;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aggregator.Api.Access;

/// <summary>Metadata of endpoints that change something.</summary>
internal sealed record NeedsWriteKey
{
    public static NeedsWriteKey Instance { get; } = new();
}

/// <summary>Lets only holders of a writing key change anything. A middleware, so that nothing of a stranger's body is read before.</summary>
internal static class WriteAccess
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NeedsWriteKey>() is null || await RefusalAsync(context) is not { } refusal)
            await next(context);
        else
            await refusal.ExecuteAsync(context);
    }

    /// <summary>The name of the key that a request to change something came with.</summary>
    public static string NameOf(HttpContext context) =>
        context.Features.Get<ApiKey>()?.Name ?? throw new InvalidOperationException("The address needs no key.");

    private static async Task<ProblemHttpResult?> RefusalAsync(HttpContext context)
    {
        if (IsFromElsewhere(context.Request))
            return Problems.Of(StatusCodes.Status403Forbidden, "A page of another site may not change anything here.");
        var keys = await context.RequestServices.GetRequiredService<IApiKeyStore>().ListApiKeysAsync(context.RequestAborted);
        if (!keys.Any(key => key.CanWrite))
            return Problems.Of(StatusCodes.Status403Forbidden, "Writing needs an API key, and none has been made yet. Make one with: aggregator keys add NAME");
        if (ApiKeys.Bearer(context.Request) is not { } presented)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, "Writing needs an API key. Send it as: Authorization: Bearer KEY");
        }

        if (ApiKeys.Find(keys, presented) is not { } key)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Problems.Of(StatusCodes.Status401Unauthorized, "This API key is not known here.");
        }

        context.Features.Set(key);
        return key.CanWrite ? null : Problems.Of(StatusCodes.Status403Forbidden, $"The key '{key.Name}' may only read.");
    }

    /// <summary>
    /// What browsers say of where a request comes from (https://www.w3.org/TR/fetch-metadata/, RFC 6454 §7); programs say neither.
    /// </summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none"))
        || (request.Headers.Origin.ToString() is { Length: > 0 } origin
            && origin != $"{request.Scheme}://{request.Host}" && origin != OriginOf(BaseAddress.Of(request.HttpContext)));

    private static string OriginOf(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);
}
