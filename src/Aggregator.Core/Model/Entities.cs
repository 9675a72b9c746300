namespace Aggregator.Model;

/// <summary>Whether article pages of a feed are fetched.</summary>
public enum FullTextMode
{
    /// <summary>When the feed's own text is too short.</summary>
    Auto,

    Always,

    /// <summary>The feed's text is all that is wanted.</summary>
    Never,
}

/// <summary>A feed as its owner wrote it down.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Interval">The shortest time between polls that the owner wants; null for the service's own choice.</param>
public sealed record FeedDefinition(string Url, string Title, string Category, TimeSpan? Interval = null, FullTextMode FullText = FullTextMode.Auto,
    string? Language = null, bool Disabled = false)
{
    /// <summary>Which library reads its documents; null for the service's setting.</summary>
    public FeedReaderKind? Reader { get; init; }

    /// <summary>Times of polls besides the feed's rhythm: five fields of cron, such as <c>30 6 * * 1-5</c>; null for none.</summary>
    public string? Cron { get; init; }

    /// <summary>The zone whose clocks <see cref="Cron"/> means, such as <c>Europe/Berlin</c>; null for UTC.</summary>
    public string? CronZone { get; init; }

    /// <summary>Hours without polls, such as <c>23:00-06:00 Europe/Berlin</c>; <c>none</c> for none; null for the service's setting.</summary>
    public string? QuietHours { get; init; }
}

/// <summary>A feed with its schedule and health.</summary>
public sealed record Feed
{
    public required long Id { get; init; }

    public required FeedDefinition Definition { get; init; }

    /// <summary>The address that is really polled: the definition's, or where a lasting permanent redirect led.</summary>
    public required string CurrentUrl { get; init; }

    /// <summary>Removed from the list; no longer polled, its articles stay.</summary>
    public bool Removed { get; init; }

    /// <summary>The feed that this one turned out to be, by a lasting permanent redirect: that one is polled, this one is not. Null for all others.</summary>
    public long? MergedInto { get; init; }

    public FeedState State { get; init; } = new();
}

/// <summary>All that is remembered of a feed between two polls. Pure values: <c>PollingPolicy</c> makes the next one from the last.</summary>
public sealed record FeedState
{
    /// <summary>The reason of a poll that a person asked for, which quiet hours do not hold up.</summary>
    public const string AskedFor = "asked for over the API";

    public DateTimeOffset NextPollAt { get; init; }

    /// <summary>Why then, readable: <c>cache-control 3600 s; own rhythm 2400 s</c>.</summary>
    public string? NextPollReason { get; init; }

    /// <summary>Opaque, byte for byte as received.</summary>
    public string? ETag { get; init; }

    /// <summary>Opaque, byte for byte as received.</summary>
    public string? LastModified { get; init; }

    /// <summary>The address that the validators came from; they are sent nowhere else.</summary>
    public string? ValidatorsUrl { get; init; }

    /// <summary>SHA-256 of the last body that was stored, hexadecimal.</summary>
    public string? BodyHash { get; init; }

    public DateTimeOffset? LastPolledAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When a full document was last read.</summary>
    public DateTimeOffset? LastFullAt { get; init; }

    /// <summary>When a poll last brought a new entry.</summary>
    public DateTimeOffset? LastNewAt { get; init; }

    public FetchFate? LastFate { get; init; }

    public int? LastStatus { get; init; }

    public string? LastError { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Since when no poll has succeeded; null while they do.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The feed's own rhythm as learnt so far.</summary>
    public TimeSpan? Rhythm { get; init; }

    /// <summary>410 was answered: no more polls.</summary>
    public bool Gone { get; init; }

    /// <summary>Where permanent redirects lead at present, with first sighting and number of sightings: adopted after the waiting rule.</summary>
    public string? RedirectTo { get; init; }

    public DateTimeOffset? RedirectSince { get; init; }

    public int RedirectSightings { get; init; }

    /// <summary>What the feed calls itself.</summary>
    public string? SiteTitle { get; init; }

    /// <summary>The web page that the feed says it belongs to, absolute.</summary>
    public string? SiteLink { get; init; }

    /// <summary>The id that the feed gives itself; null where its format has none.</summary>
    public string? SiteId { get; init; }

    public string? Hub { get; init; }

    public string? Topic { get; init; }

    /// <summary>Entries that may have been missed so far: polls without overlap times the entries they brought.</summary>
    public int EstimatedLoss { get; init; }

    /// <summary>
    /// What <c>PollingPolicy</c> alone reads and writes: the publisher's last hints and the feed's activity over the week. Opaque, under 2 KB.
    /// </summary>
    public string? PollMemory { get; init; }
}

/// <summary>One fetch in a feed's history.</summary>
public sealed record FetchRecord
{
    public required DateTimeOffset At { get; init; }

    public required FetchFate Fate { get; init; }

    public int? Status { get; init; }

    /// <summary>Validators were sent.</summary>
    public bool Conditional { get; init; }

    public long BytesOnWire { get; init; }

    public long BytesDecoded { get; init; }

    public double Milliseconds { get; init; }

    /// <summary>The stored ETag or Last-Modified is another one since.</summary>
    public bool ValidatorsChanged { get; init; }

    public int Entries { get; init; }

    /// <summary>Articles that were born of the entries; counted by the commit, and 0 before.</summary>
    public int New { get; init; }

    /// <summary>Articles that the entries changed; counted by the commit, and 0 before.</summary>
    public int Changed { get; init; }

    public string? Error { get; init; }

    public DateTimeOffset NextPollAt { get; init; }

    public string? NextPollReason { get; init; }
}
