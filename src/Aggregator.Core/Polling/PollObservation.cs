using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>One hop of a redirect chain.</summary>
/// <param name="Status">301, 302, 303, 307 or 308.</param>
/// <param name="From">The absolute address that answered so.</param>
/// <param name="To">The absolute address that it led to.</param>
public sealed record RedirectHop(int Status, string From, string To)
{
    public bool IsPermanent => Status is 301 or 308;
}

/// <summary>All that one poll showed, for the decision when to come back.</summary>
public sealed record PollObservation
{
    public required FetchFate Fate { get; init; }

    /// <summary>The last answer's status; null when none came.</summary>
    public int? Status { get; init; }

    public string? Error { get; init; }

    /// <summary>Validators were sent to the address that answered.</summary>
    public bool Conditional { get; init; }

    /// <summary>The address that gave the last answer, after redirects.</summary>
    public string? FinalUrl { get; init; }

    public IReadOnlyList<RedirectHop> Redirects { get; init; } = [];

    /// <summary>Of a 200, 226 or 304, byte for byte; null when the answer carried none.</summary>
    public string? ETag { get; init; }

    /// <summary>Of a 200, 226 or 304, byte for byte; null when the answer carried none.</summary>
    public string? LastModified { get; init; }

    /// <summary>SHA-256 of the body, hexadecimal; null when there was none.</summary>
    public string? BodyHash { get; init; }

    public Freshness Freshness { get; init; } = Freshness.None;

    /// <summary>Hints of the document; null when no document was parsed (304, the same bytes, a failure): the ones known before go on.</summary>
    public PublisherHints? Hints { get; init; }

    /// <summary>Where the document that was parsed says that the feed has moved; null when it says nothing or none was parsed.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The program that wrote the document, as it says itself; null when none was parsed.</summary>
    public string? Generator { get; init; }

    /// <summary>The document says that the feed has ended (JSON Feed <c>expired</c>).</summary>
    public bool Expired { get; init; }

    /// <summary>As <see cref="Polling.RetryAfter.Parse"/> reads it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>226: the body held new entries only, so nothing follows from what it lacks.</summary>
    public bool IsDelta { get; init; }

    /// <summary>Entries of the document that was parsed.</summary>
    public int Entries { get; init; }

    /// <summary>Those of them that this feed had named before.</summary>
    public int Known { get; init; }

    /// <summary>The claimed dates of the document's entries, in any order.</summary>
    public IReadOnlyList<DateTimeOffset> EntryDates { get; init; } = [];
}

/// <summary>What follows from a poll.</summary>
/// <param name="State">The feed's state with schedule, validators and bookkeeping brought forward.</param>
/// <param name="NewUrl">
/// The address that a lasting permanent redirect leads to, or that the document has long named; that one has yet to be read as a feed. Null to keep the old
/// one.
/// </param>
public sealed record PollDecision(FeedState State, string? NewUrl = null);
