using Aggregator.Api.Http;
using Aggregator.Stores;
using Microsoft.AspNetCore.WebUtilities;

namespace Aggregator.Api.Query;

/// <summary>What all paged lists share.</summary>
internal static class Lists
{
    /// <summary>Maps a page to its answer and names the next page in the Link header too (RFC 8288).</summary>
    public static ListResponse<TOut> Respond<TIn, TOut>(HttpContext context, Page<TIn> page, Func<TIn, TOut> map)
    {
        if (page.NextCursor is { } cursor)
            context.Response.Headers.Append("Link", $"<{WithCursor(context.Request, cursor)}>; rel=\"next\"");
        return new ListResponse<TOut>([.. page.Items.Select(map)], page.NextCursor, page.Sequence);
    }

    /// <summary>The same address with another cursor; null for none.</summary>
    public static string WithCursor(HttpRequest request, string? cursor)
    {
        var rest = request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        var query = cursor is null ? rest : rest.Append(KeyValuePair.Create<string, string?>("cursor", cursor));
        return QueryHelpers.AddQueryString(BaseAddress.Of(request.HttpContext) + request.Path.ToUriComponent(), query);
    }
}
