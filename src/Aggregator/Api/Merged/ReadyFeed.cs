using System.Globalization;
using Aggregator.Api.Http;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Api.Merged;

/// <summary>A rendered feed with the header fields of its answers, worked out once.</summary>
internal sealed class ReadyFeed(NewestChange newest, RenderedFeed rendered, string keyHash, string mediaType)
{
    private readonly StringValues _plainTag = FeedTag.Make(newest.Sequence, keyHash, null);
    private readonly StringValues _brotliTag = FeedTag.Make(newest.Sequence, keyHash, "br");
    private readonly StringValues _gzipTag = FeedTag.Make(newest.Sequence, keyHash, "gzip");
    private readonly StringValues _lastModified = newest.Modified?.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
    private readonly StringValues _mediaType = mediaType;

    public long AskedAt => newest.AskedAt;

    public long Size => rendered.Size;

    /// <summary>The client's condition is one of this feed's own tags or its date, as given out; anything harder to tell is for the long way.</summary>
    public bool? IsUnmodified(IHeaderDictionary request)
    {
        var ifNoneMatch = request.IfNoneMatch;
        if (ifNoneMatch.Count == 0)
        {
            var since = request.IfModifiedSince;
            return since.Count > 0 ? (since == _lastModified ? true : null) : request.ContainsKey("A-IM") ? null : false;
        }

        return ifNoneMatch == _plainTag || ifNoneMatch == _gzipTag || ifNoneMatch == _brotliTag ? true : null;
    }

    public Task SendAsync(HttpContext context, bool unmodified)
    {
        var response = context.Response;
        var encoding = ContentCoding.Remembered(context.Request.Headers.AcceptEncoding);
        var headers = response.Headers;
        SecurityHeaders.Add(headers);
        headers.CacheControl = MergedFeedResponder.PublicCaching;
        headers.Vary = MergedFeedResponder.Vary;
        headers.ETag = encoding switch { "br" => _brotliTag, "gzip" => _gzipTag, _ => _plainTag };
        headers[MergedFeedResponder.Robots] = MergedFeedResponder.NoIndex;
        if (_lastModified.Count > 0)
            headers.LastModified = _lastModified;
        if (unmodified)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var bytes = rendered.Bytes(encoding);
        headers.ContentType = _mediaType;
        headers.ContentLength = bytes.Length;
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        return WriteAsync(response, bytes, context.RequestAborted);
    }

    // Once started, the server hands out its own output buffer, here one of the body's length; a write would cut the body into some fifty blocks of 4 KB,
    // each of them pinned and named to the kernel.
    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken aborted)
    {
        await response.StartAsync(aborted);
        var writer = response.BodyWriter;
        bytes.CopyTo(writer.GetMemory(bytes.Length));
        writer.Advance(bytes.Length);
        await writer.FlushAsync(aborted);
    }
}
