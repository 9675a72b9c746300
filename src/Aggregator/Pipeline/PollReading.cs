using System.Security.Cryptography;
using Aggregator.Feeds;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Pipeline;

/// <summary>What a fetch brought, read: a document or the reason why there is none, and what the history and the schedule need to know of it.</summary>
internal sealed record PollReading
{
    public required FetchRecord Fetch { get; init; }

    /// <summary>The parsed document; null for 304, the same bytes again and every failure.</summary>
    public ParsedFeed? Document { get; init; }

    /// <summary>Where the document came from.</summary>
    public required Uri Url { get; init; }

    public required PollObservation Seen { get; init; }

    /// <summary>No request was made: the host is cooling down.</summary>
    public bool NotSent { get; init; }

    /// <summary>WebSub hub and topic of the Link headers.</summary>
    public string? Hub { get; init; }

    public string? Self { get; init; }

    public TimeSpan? RetryAfter => Seen.RetryAfter;

    public static PollReading Read(Feed feed, FeedFetchResult result, int maxEntries) => result switch
    {
        FeedFetchResult.NotModified same => Unchanged(result, same),
        FeedFetchResult.Fetched fetched => OfDocument(feed, fetched, maxEntries),
        FeedFetchResult.Failed failed => Failure(result, failed),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A poll that our own code broke.</summary>
    public static PollReading Broken(Feed feed, Exception exception) => new()
    {
        Fetch = new FetchRecord { At = default, Fate = FetchFate.InternalError, Error = $"{exception.GetType().Name}: {exception.Message}" },
        Url = new Uri(feed.CurrentUrl),
        Seen = new PollObservation { Fate = FetchFate.InternalError, Error = exception.Message },
    };

    private static PollReading Unchanged(FeedFetchResult result, FeedFetchResult.NotModified same) => new()
    {
        Fetch = Record(result, FetchFate.NotModified, 0, null),
        Url = result.Url,
        Seen = same.ToObservation(),
    };

    private static PollReading Failure(FeedFetchResult result, FeedFetchResult.Failed failed) => new()
    {
        Fetch = Record(result, failed.Fate, 0, failed.Message),
        Url = result.Url,
        Seen = failed.ToObservation(),
        NotSent = failed.NotSent,
    };

    private static PollReading OfDocument(Feed feed, FeedFetchResult.Fetched fetched, int maxEntries)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Body));
        var seen = fetched.ToObservation() with { BodyHash = hash };
        // The same bytes hold the same entries: no parsing, but the validators of this answer replace the old ones all the same.
        if (hash == feed.State.BodyHash)
        {
            return new PollReading
            {
                Fetch = Record(fetched, FetchFate.NotModified, fetched.Body.Length, null),
                Url = fetched.Url,
                Seen = seen with { Fate = FetchFate.NotModified }
            };
        }

        return FeedParser.Parse(fetched.Body, new FeedContext(fetched.Url, fetched.ContentType, fetched.ContentLocation, maxEntries)) switch
        {
            FeedParseResult.Parsed parsed => Parsed(fetched, seen, parsed.Feed),
            FeedParseResult.NotAFeed not => new PollReading
            {
                Fetch = Record(fetched, FetchFate.NotAFeed, fetched.Body.Length, $"not a feed: {not.Reason}"),
                Url = fetched.Url,
                Seen = fetched.ToObservation() with { Fate = FetchFate.NotAFeed, Error = $"not a feed: {not.Reason}" },
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static PollReading Parsed(FeedFetchResult.Fetched fetched, PollObservation seen, ParsedFeed document) => new()
    {
        Fetch = Record(fetched, FetchFate.Updated, fetched.Body.Length, null),
        Document = document,
        Url = fetched.Url,
        Hub = fetched.Hub,
        Self = fetched.Self,
        Seen = seen with
        {
            Hints = document.Hints,
            Expired = document.Expired,
            EntryDates = [.. document.Entries.Select(e => e.Published?.Instant).OfType<DateTimeOffset>()],
        },
    };

    private static FetchRecord Record(FeedFetchResult result, FetchFate fate, long decoded, string? error) => new()
    {
        At = default,
        Fate = fate,
        Status = result.Status,
        Conditional = result.Conditional,
        BytesOnWire = result.BytesOnWire,
        BytesDecoded = decoded,
        Milliseconds = result.Elapsed.TotalMilliseconds,
        Error = error,
    };
}
