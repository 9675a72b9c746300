using Aggregator.Api.Http;
using Aggregator.Configuration;
using Aggregator.Stores;
using Microsoft.Extensions.Options;

namespace Aggregator.Api.Access;

/// <summary>
/// Where the owner wants it so, readers need a key too. Health checks stay open, as they tell nothing, and so do the addresses that hubs push to, as
/// each is a secret.
/// </summary>
internal static class ReadAccess
{
    /// <summary>Answers depend on who asks, so that no shared cache may keep them.</summary>
    public static bool IsRestricted(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.ReadersNeedKey;

    private static bool IsOpen(PathString path) =>
        path.StartsWithSegments("/healthz", StringComparison.Ordinal) || path.StartsWithSegments(WebSub.Callback.Path, StringComparison.Ordinal);

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsRestricted(context) || IsOpen(context.Request.Path))
        {
            await next(context);
            return;
        }

        var store = context.RequestServices.GetRequiredService<IApiKeyStore>();
        if (ApiKeys.Presented(context.Request) is { } presented && ApiKeys.Find(await store.ListApiKeysAsync(context.RequestAborted), presented) is not null)
        {
            await next(context);
            return;
        }

        // Basic, so that a browser and a feed reader ask for the key.
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"Aggregator\", charset=\"UTF-8\"";
        await Problems.Of(StatusCodes.Status401Unauthorized,
            "Reading needs an API key: as Authorization: Bearer KEY, or as the password of Basic. Make one with: aggregator keys add "
                + "NAME").ExecuteAsync(context);
    }
}
