using System.Security.Cryptography;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Pipeline;

/// <summary>What a fetch brought, read: a document or the reason why there is none, what the schedule needs to know of it, and what it cost.</summary>
internal sealed record PollReading
{
    public required PollObservation Seen { get; init; }

    /// <summary>Where the answer came from.</summary>
    public required Uri Url { get; init; }

    /// <summary>The parsed document; null for 304, the same bytes again and every failure.</summary>
    public ParsedFeed? Document { get; init; }

    public long BytesOnWire { get; init; }

    public long BytesDecoded { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>No request was made: the host is cooling down.</summary>
    public bool NotSent { get; init; }

    /// <summary>WebSub hub and topic of the Link headers.</summary>
    public string? Hub { get; init; }

    public string? Self { get; init; }

    public static PollReading Read(Feed feed, FeedFetchResult result, IFeedReader reader, int maxEntries) => result switch
    {
        FeedFetchResult.NotModified => Of(result, result.ToObservation()),
        FeedFetchResult.Fetched fetched => OfDocument(feed, fetched, reader, maxEntries),
        FeedFetchResult.Failed failed => Of(result, result.ToObservation()) with { NotSent = failed.NotSent },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A poll that our own code broke.</summary>
    public static PollReading Broken(Feed feed, Exception exception) => new()
    {
        Seen = new PollObservation { Fate = FetchFate.InternalError, Error = $"{exception.GetType().Name}: {exception.Message}" },
        Url = new Uri(feed.CurrentUrl),
    };

    /// <summary>The poll as the feed's history tells it; what came of its entries is counted when they are committed.</summary>
    /// <param name="before">The feed's state before the poll.</param>
    /// <param name="after">The feed's state after it.</param>
    public FetchRecord Record(DateTimeOffset at, int entries, FeedState before, FeedState after) => new()
    {
        At = at,
        Fate = Seen.Fate,
        Status = Seen.Status,
        Conditional = Seen.Conditional,
        BytesOnWire = BytesOnWire,
        BytesDecoded = BytesDecoded,
        Milliseconds = Elapsed.TotalMilliseconds,
        ValidatorsChanged = (after.ETag, after.LastModified) != (before.ETag, before.LastModified),
        Entries = entries,
        Error = Seen.Error,
        NextPollAt = after.NextPollAt,
        NextPollReason = after.NextPollReason,
    };

    private static PollReading OfDocument(Feed feed, FeedFetchResult.Fetched fetched, IFeedReader reader, int maxEntries)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(fetched.Body));
        var seen = fetched.ToObservation();
        // The same bytes hold the same entries: no parsing, but the validators of this answer replace the old ones all the same.
        if (hash == feed.State.BodyHash)
            return Of(fetched, seen with { BodyHash = hash, Fate = FetchFate.NotModified });
        return reader.Read(fetched.Body, new FeedContext(fetched.Url, fetched.ContentType, fetched.ContentLocation, maxEntries)) switch
        {
            FeedParseResult.Parsed { Feed: var document } => Of(fetched, Of(document, seen with { BodyHash = hash })) with
            {
                Document = document,
                Hub = fetched.Hub,
                Self = fetched.Self,
            },
            FeedParseResult.NotAFeed not => Of(fetched, seen with { Fate = FetchFate.NotAFeed, Error = $"not a feed: {not.Reason}" }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static PollObservation Of(ParsedFeed document, PollObservation seen) => seen with
    {
        Hints = document.Hints,
        Generator = document.Generator,
        Expired = document.Expired,
        MovedTo = document.MovedTo,
        EntryDates = [.. document.Entries.Select(e => e.Published?.Instant).OfType<DateTimeOffset>()],
    };

    private static PollReading Of(FeedFetchResult result, PollObservation seen) => new()
    {
        Seen = seen,
        Url = result.Url,
        BytesOnWire = result.BytesOnWire,
        BytesDecoded = (result as FeedFetchResult.Fetched)?.Body.Length ?? 0,
        Elapsed = result.Elapsed,
    };
}
