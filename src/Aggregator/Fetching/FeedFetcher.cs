using Aggregator.Configuration;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Fetching;

/// <summary>Fetches feed documents. Expected failures are values; only cancellation by the caller throws.</summary>
internal sealed class FeedFetcher(HttpExchange exchange, AggregatorOptions options, FetchLimits limits, TimeProvider time)
{
    /// <summary>Feed types first, everything else accepted: feeds come as text/html too (fetching.md rule 18).</summary>
    private const string Accept = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

    public async Task<FeedFetchResult> FetchAsync(FeedFetchRequest request, CancellationToken cancellation)
    {
        var result = await exchange.SendAsync(
            new(request.Url, VisitKind.Feed, Accept, options.MaxFeedBytes)
            {
                Prepare = message => AddValidators(message, request),
                WantsBody = (status, _) => IsDocument(status),
            },
            cancellation);
        return result switch
        {
            ExchangeResult.Answer answer => Read(answer),
            ExchangeResult.Broken broken => new FeedFetchResult.Failed
            {
                Url = broken.Url,
                Status = broken.Status,
                Conditional = request.ETag is not null || request.LastModified is not null,
                Redirects = broken.Redirects,
                Elapsed = broken.Elapsed,
                Fate = broken.Fate,
                Message = broken.Message,
                RetryAfter = broken.RetryAfter,
                NotSent = broken.Fate == FetchFate.RateLimited && broken.Status is null,
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static bool IsDocument(int status) => status is 200 or 203 or 226;

    private static bool AddValidators(HttpRequestMessage message, FeedFetchRequest request)
    {
        if (request.ValidatorsUrl != message.RequestUri?.AbsoluteUri)
            return false;
        var tag = request.ETag is not null && message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        var date = request.LastModified is not null && message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        // a delta is only defined against a known version (RFC 3229); fetching.md rule 19
        if (tag)
            message.Headers.TryAddWithoutValidation("A-IM", "feed");
        return tag || date;
    }

    private FeedFetchResult Read(ExchangeResult.Answer answer) => answer.Status switch
    {
        _ when IsDocument(answer.Status) => new FeedFetchResult.Fetched
        {
            Url = answer.Url,
            Status = answer.Status,
            Conditional = answer.Conditional,
            Redirects = answer.Redirects,
            BytesOnWire = answer.BytesOnWire,
            Elapsed = answer.Elapsed,
            Body = answer.Body,
            ContentType = answer.Headers["Content-Type"],
            ContentLocation = answer.Headers["Content-Location"],
            ETag = Validator(answer, "ETag"),
            LastModified = Validator(answer, "Last-Modified"),
            Freshness = Fresh(answer),
            Hub = LinkHeader.Find(answer.Headers.All("Link"), "hub", answer.Url),
            Self = LinkHeader.Find(answer.Headers.All("Link"), "self", answer.Url),
        },
        304 when answer.Conditional => new FeedFetchResult.NotModified
        {
            Url = answer.Url,
            Status = answer.Status,
            Conditional = true,
            Redirects = answer.Redirects,
            Elapsed = answer.Elapsed,
            ETag = Validator(answer, "ETag"),
            LastModified = Validator(answer, "Last-Modified"),
            Freshness = Fresh(answer),
        },
        _ => Failure(answer),
    };

    private FeedFetchResult.Failed Failure(ExchangeResult.Answer answer)
    {
        var wait = RetryAfter.Parse(answer.Headers["Retry-After"], time.GetUtcNow());
        return new()
        {
            Url = answer.Url,
            Status = answer.Status,
            Conditional = answer.Conditional,
            Redirects = answer.Redirects,
            Elapsed = answer.Elapsed,
            Fate = answer.Status switch
            {
                410 => FetchFate.Gone,
                401 or 403 => FetchFate.Forbidden,
                429 => FetchFate.RateLimited,
                503 when wait is not null => FetchFate.RateLimited,
                _ when StatusWords.IsChallenge(answer.Headers) => FetchFate.Forbidden,
                _ => FetchFate.HttpError,
            },
            Message = StatusWords.Explain(answer.Status, answer.Headers),
            RetryAfter = answer.Status is 429 or 503 ? wait : null,
        };
    }

    private Freshness Fresh(ExchangeResult.Answer answer) => Freshness.Parse(
        answer.Headers["Cache-Control"], answer.Headers["Expires"], answer.Headers["Age"], answer.Headers["Date"], time.GetUtcNow());

    /// <summary>Empty ones match nothing, and over-long ones would get the next request refused.</summary>
    private string? Validator(ExchangeResult.Answer answer, string name)
    {
        var value = answer.Headers[name];
        return value is { Length: > 0 } && value.Length <= limits.ValidatorCharacters ? value : null;
    }
}
