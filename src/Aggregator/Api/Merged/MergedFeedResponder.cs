using System.Globalization;
using Aggregator.Api.Access;
using Aggregator.Api.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Api.Merged;

/// <summary>Answers a request for a merged feed: 304, only the new entries, or all of it.</summary>
internal static class MergedFeedResponder
{
    /// <summary>
    /// Five minutes: news readers that honour it come no oftener, and stories seldom change faster. For a day, a cache may serve the old one while
    /// this service is down.
    /// </summary>
    private const string Caching = "max-age=300, stale-if-error=86400";

    public const string PublicCaching = "public, " + Caching;

    /// <summary>An archive of a month that is over does not change: thirty days without asking.</summary>
    private const string ClosedFor = "max-age=2592000, immutable";

    public const string Vary = "Accept-Encoding, A-IM";

    public const string Robots = "X-Robots-Tag";

    /// <summary>Etiquette of republishing: search engines shall find the outlets, not us.</summary>
    public const string NoIndex = "noindex";

    public static async Task<IResult> AnswerAsync(HttpContext context, MergedFeedRequest request, MergedFeedService feeds)
    {
        var newest = await feeds.NewestAsync(request, context.RequestAborted);
        var keyHash = request.KeyHash;
        var encoding = ContentCoding.Choose(context.Request.Headers.AcceptEncoding);
        var known = FeedTag.Compare(context.Request.Headers.IfNoneMatch, newest.Sequence, keyHash);
        var whole = known.Whole || FeedDelta.IsAskedForBlindly(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = (ReadAccess.IsRestricted(context) ? "private, " : "public, ") + (request.IsClosed ? ClosedFor : Caching);
        headers.Vary = Vary;
        headers.ETag = FeedTag.Make(newest.Sequence, keyHash, encoding, whole);
        headers[Robots] = NoIndex;
        if (newest.Modified is { } modified)
            headers.LastModified = modified.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        if (known.Matches || UnmodifiedSince(context.Request, newest.Modified))
        {
            if (!request.IsClosed)
                feeds.MakeReady(context, request, newest, feeds.Rendered(request, newest));
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (known.Since is { } since && !whole && FeedDelta.IsAskedFor(context.Request) && !FeedDelta.IsRefusedBy(context.Request))
        {
            headers.CacheControl = "no-store, im";
            headers["IM"] = "feed";
            var delta = await feeds.RenderSinceAsync(request, newest, since, context.RequestAborted);
            return await Write(context, StatusCodes.Status226IMUsed, request, delta.Bytes(encoding), encoding);
        }

        var feed = await feeds.RenderAsync(request, newest, context.RequestAborted);
        if (!request.IsClosed)
            feeds.MakeReady(context, request, newest, feed);
        return await Write(context, StatusCodes.Status200OK, request, feed.Bytes(encoding), encoding);
    }

    private static async Task<IResult> Write(HttpContext context, int status, MergedFeedRequest request, byte[] bytes, string? encoding)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = RenderedFeed.MediaType(request.Format);
        response.ContentLength = bytes.Length;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        return Results.Empty;
    }

    /// <summary>Only without If-None-Match, which goes first (RFC 9110 section 13.2.2).</summary>
    private static bool UnmodifiedSince(HttpRequest request, DateTimeOffset? changed) =>
        request.Headers.IfNoneMatch.Count == 0 && changed is { } at
        && HeaderUtilities.TryParseDate(request.Headers.IfModifiedSince.ToString(), out var since) && at.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
}
