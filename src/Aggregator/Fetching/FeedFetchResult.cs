using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator.Fetching;

/// <summary>A feed document to fetch.</summary>
/// <param name="ETag">Byte for byte as received; null to send none.</param>
/// <param name="LastModified">Byte for byte as received; null to send none.</param>
/// <param name="ValidatorsUrl">The address that both came from: they are sent on that hop alone.</param>
internal sealed record FeedFetchRequest(Uri Url, string? ETag = null, string? LastModified = null, string? ValidatorsUrl = null)
{
    /// <summary>The request that a feed's state asks for.</summary>
    public static FeedFetchRequest For(Feed feed, PollingOptions options, DateTimeOffset now)
    {
        var sent = PollingPolicy.Send(feed.State, options, now);
        return new(
            new Uri(feed.CurrentUrl), sent is SentValidators.Both or SentValidators.Tag ? feed.State.ETag : null,
            sent is SentValidators.Both or SentValidators.Date ? feed.State.LastModified : null, feed.State.ValidatorsUrl);
    }
}

/// <summary>How the fetch of a feed ended.</summary>
internal abstract record FeedFetchResult
{
    /// <summary>The address that gave the last answer.</summary>
    public required Uri Url { get; init; }

    /// <summary>The last answer's status; null when none came.</summary>
    public int? Status { get; init; }

    /// <summary>Validators were sent to the address that answered.</summary>
    public bool Conditional { get; init; }

    public IReadOnlyList<RedirectHop> Redirects { get; init; } = [];

    public long BytesOnWire { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>
    /// What the policy needs to know of the fetch. For a document the caller adds what the parser found (fate, hints, entries, body hash);
    /// it counts as updated until then.
    /// </summary>
    public PollObservation ToObservation() => this switch
    {
        Fetched f => Observe(FetchFate.Updated) with { ETag = f.ETag, LastModified = f.LastModified, Freshness = f.Freshness, IsDelta = f.IsDelta },
        NotModified n => Observe(FetchFate.NotModified) with { ETag = n.ETag, LastModified = n.LastModified, Freshness = n.Freshness },
        Failed failed => Observe(failed.Fate) with { Error = failed.Message, RetryAfter = failed.RetryAfter },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private PollObservation Observe(FetchFate fate) =>
        new() { Fate = fate, Status = Status, Conditional = Conditional, FinalUrl = Url.AbsoluteUri, Redirects = Redirects };

    /// <summary>A document came: 200, 203, or 226 with the new entries only.</summary>
    internal sealed record Fetched : FeedFetchResult
    {
        /// <summary>The document, decompressed.</summary>
        public required byte[] Body { get; init; }

        public string? ContentType { get; init; }

        public string? ContentLocation { get; init; }

        /// <summary>Byte for byte.</summary>
        public string? ETag { get; init; }

        /// <summary>Byte for byte.</summary>
        public string? LastModified { get; init; }

        public Freshness Freshness { get; init; } = Freshness.None;

        /// <summary>226 (RFC 3229): what the body lacks is not gone.</summary>
        public bool IsDelta => Status == 226;

        /// <summary>The WebSub hub of the Link headers, absolute; null when they name none.</summary>
        public string? Hub { get; init; }

        /// <summary>The feed's own address of the Link headers, absolute; null when they name none.</summary>
        public string? Self { get; init; }
    }

    /// <summary>304 to a conditional request.</summary>
    internal sealed record NotModified : FeedFetchResult
    {
        /// <summary>Byte for byte; null when the answer lacks it, which leaves the stored one in force.</summary>
        public string? ETag { get; init; }

        /// <summary>Byte for byte; null when the answer lacks it, which leaves the stored one in force.</summary>
        public string? LastModified { get; init; }

        public Freshness Freshness { get; init; } = Freshness.None;
    }

    /// <summary>No document.</summary>
    internal sealed record Failed : FeedFetchResult
    {
        public required FetchFate Fate { get; init; }

        /// <summary>Why, in words for the feed's owner.</summary>
        public required string Message { get; init; }

        /// <summary>The wait that the server asked for, 60 s to 24 h.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>No request was sent, as the host is cooling down: put the poll off, nothing was learnt of the feed.</summary>
        public bool NotSent { get; init; }
    }
}
