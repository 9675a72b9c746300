using System.Diagnostics;
using Aggregator.Configuration;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Fetching;

/// <summary>Fetches article pages, asking robots.txt before every hop. Expected failures are values; only cancellation by the caller throws.</summary>
internal sealed class PageFetcher(HttpExchange exchange, RobotsCache robots, AggregatorOptions options, TimeProvider time)
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    /// <summary>The product token that robots.txt files address us by: the User-Agent up to its version.</summary>
    public static string Product(string userAgent) => userAgent.Split('/', ' ')[0];

    public async Task<PageFetchResult> FetchAsync(Uri url, CancellationToken cancellation)
    {
        string? disallowed = null, unknown = null;
        var result = await exchange.SendAsync(
            new(url, VisitKind.Page, Accept, options.MaxPageBytes) { WantsBody = WantsBody, Permit = PermitAsync }, cancellation);
        if (disallowed is not null)
            return new PageFetchResult.Disallowed(disallowed);
        return result switch
        {
            ExchangeResult.Broken broken when unknown is not null => new PageFetchResult.Failed(ReadFate.Unreachable, true, unknown, broken.RetryAfter),
            ExchangeResult.Broken broken => Failure(broken),
            ExchangeResult.Answer answer => Read(answer),
            _ => throw new UnreachableException(),
        };

        async Task PermitAsync(Uri hop, CancellationToken token)
        {
            var answer = await robots.GetAsync(hop, token);
            if (answer.Rules is null)
                unknown = $"robots.txt of {hop.IdnHost} could not be had: {answer.Fault}";
            else if (!answer.Rules.Allows(hop))
                disallowed = $"robots.txt of {hop.IdnHost} forbids {hop.AbsolutePath}";
            if ((unknown ?? disallowed) is { } why)
                throw new FetchFailedException(FetchFate.Refused, why) { RetryAfter = answer.Rules is null ? answer.Until - time.GetUtcNow() : null };
        }
    }

    /// <summary>What says of itself that it is no text is not downloaded.</summary>
    private static bool WantsBody(int status, RawHeaders headers) => status is 200 or 203 && !IsMedia(headers["Content-Type"]);

    private static bool IsMedia(string? type) => type is not null
        && (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("font/", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/zip", StringComparison.OrdinalIgnoreCase));

    private PageFetchResult Read(ExchangeResult.Answer answer) => answer.Status switch
    {
        200 or 203 when IsMedia(answer.Headers["Content-Type"]) =>
            new PageFetchResult.Failed(ReadFate.NotAnArticle, false, $"is {answer.Headers["Content-Type"]}"),
        200 or 203 =>
            new PageFetchResult.Fetched(answer.Body, answer.Url, answer.Headers["Content-Type"],
                RobotsTag.NoArchive(answer.Headers.All("X-Robots-Tag"), Product(options.UserAgent))),
        _ => new PageFetchResult.Failed(ReadFate.Unreachable, IsPassing(answer.Status), StatusWords.Explain(answer.Status, answer.Headers),
            RetryAfter.Parse(answer.Headers["Retry-After"], time.GetUtcNow())),
    };

    private static PageFetchResult.Failed Failure(ExchangeResult.Broken broken) => new(
        broken.Fate == FetchFate.Refused ? ReadFate.Refused : ReadFate.Unreachable,
        broken.Fate is FetchFate.NetworkError or FetchFate.Timeout or FetchFate.RateLimited,
        broken.Message,
        broken.RetryAfter);

    private static bool IsPassing(int status) => status is 408 or 425 or 429 or >= 500;
}
