using Aggregator.Model;
using Aggregator.Stories.Clustering;

namespace Aggregator.Stores;

/// <summary>The one seam to the database, cut by role. Every method is one transaction; none leaves half of its work behind.</summary>
public interface IStore : IFeedStore, IHubStore, IPipelineStore, IArticleQueries, ITrendStore, ICorrectionStore, IPageStore, IMaintenanceStore, IAsyncDisposable
{
}

/// <summary>Feeds, their schedule and their history.</summary>
public interface IFeedStore
{
    /// <summary>
    /// Makes the listed feeds the ones that come from the file: new ones are added as due at <paramref name="firstPoll"/> of their position,
    /// changed ones updated, missing ones marked removed (their articles stay), returning ones revived with their old schedule.
    /// Feeds that were added over the API are left alone.
    /// </summary>
    Task<FeedSync> SyncFeedsAsync(IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll, CancellationToken cancellation);

    Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellation);

    Task<Feed?> GetFeedAsync(long id, CancellationToken cancellation);

    /// <summary>Adds a feed by hand; answers the existing one when the address is already there.</summary>
    Task<Feed> AddFeedAsync(FeedDefinition definition, DateTimeOffset firstPoll, CancellationToken cancellation);

    Task<Feed?> UpdateFeedAsync(long id, FeedDefinition definition, CancellationToken cancellation);

    /// <summary>Stops polling; the feed's articles stay.</summary>
    Task<bool> RemoveFeedAsync(long id, CancellationToken cancellation);

    /// <summary>Sets when a feed is polled next, with the reason (a person asked, a hub pushed). A feed that is gone is tried once more.</summary>
    Task<bool> ScheduleFeedAsync(long id, DateTimeOffset at, string reason, CancellationToken cancellation);

    /// <summary>The last fetches, newest first, at most 50 are kept per feed.</summary>
    Task<IReadOnlyList<FetchRecord>> GetHistoryAsync(long feedId, int limit, CancellationToken cancellation);

    /// <summary>Hosts that asked for peace, as they were saved last.</summary>
    Task<IReadOnlyList<HostPause>> ListHostPausesAsync(CancellationToken cancellation);

    /// <summary>Saves pauses that began, grew or ended; drops those that have lost their meaning.</summary>
    Task SaveHostPausesAsync(IReadOnlyList<HostPause> pauses, DateTimeOffset now, CancellationToken cancellation);
}

/// <param name="Added">Feeds that were not known before.</param>
public sealed record FeedSync(int Added, int Updated, int Removed);

/// <summary>The three queues: due feeds, unread articles, unassigned articles.</summary>
public interface IPipelineStore
{
    /// <summary>Forgets all claims of a process that is gone. Called once at start by the only process on a data folder.</summary>
    Task ReleaseClaimsAsync(CancellationToken cancellation);

    /// <summary>Claims feeds that are due (or all enabled ones named in <paramref name="only"/>, due or not), earliest first.</summary>
    Task<IReadOnlyList<Feed>> ClaimDueFeedsAsync(DateTimeOffset now, int limit, IReadOnlyCollection<long>? only, CancellationToken cancellation);

    /// <summary>
    /// Commits a poll as one transaction: validators, schedule, history, new sightings, new articles and revisions.
    /// Identity is settled here: a known (feed, entry key) is a sighting seen again, with another content hash a revision;
    /// else a known article key adds a sighting to that article; else a new article is born.
    /// </summary>
    Task<PollOutcome> CommitPollAsync(PollCommit commit, CancellationToken cancellation);

    /// <summary>Of <paramref name="keys"/>, how many the feed has been seen to name before; asked before the schedule is decided.</summary>
    Task<int> CountKnownSightingsAsync(long feedId, IReadOnlyCollection<string> keys, CancellationToken cancellation);

    /// <summary>
    /// Claims articles whose page is still to be read and whose time has come, at most <paramref name="perHost"/> unfinished claims for any one host.
    /// </summary>
    /// <param name="read">Claimed articles whose page has come and which wait to be committed: their place at the host is free again.</param>
    Task<IReadOnlyList<UnreadArticle>> ClaimUnreadAsync(DateTimeOffset now, int limit, int perHost, IReadOnlyCollection<long> read,
        CancellationToken cancellation);

    /// <summary>Stores what reading brought, or puts the article back until <see cref="ReadCommit.RetryAt"/>.</summary>
    Task CommitReadAsync(IReadOnlyList<ReadCommit> commits, CancellationToken cancellation);

    /// <summary>Read articles that wait for assignment (new or changed), in id order.</summary>
    Task<IReadOnlyList<UnassignedArticle>> ListUnassignedAsync(int limit, CancellationToken cancellation);

    /// <summary>
    /// Makes articles visible: stores copy, story, tags and decisions, indexes the text and gives each change the next sequence number.
    /// Stories are created, extended and retitled as the commits say.
    /// </summary>
    Task CommitAssignAsync(IReadOnlyList<AssignCommit> commits, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Assigned articles published since <paramref name="since"/>, in id order, to rebuild the copy and story indexes at start: with their
    /// memory, or with their text where there is no memory of this <paramref name="version"/>.
    /// </summary>
    IAsyncEnumerable<AssignedArticle> ReadAssignedSinceAsync(DateTimeOffset since, int version, CancellationToken cancellation);

    /// <summary>Stores memories that were made anew from the texts.</summary>
    Task SaveMemoriesAsync(IReadOnlyList<NewsMemoryRow> memories, CancellationToken cancellation);

    /// <summary>Deletes the memories of articles published before a time; returns how many.</summary>
    Task<int> DeleteMemoriesAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Which stories people told apart, as it stands after all merges.</summary>
    Task<StoryConstraints> ReadConstraintsAsync(CancellationToken cancellation);

    /// <summary>How many items wait in each queue.</summary>
    Task<QueueDepths> GetQueueDepthsAsync(DateTimeOffset now, CancellationToken cancellation);
}

/// <param name="DueFeeds">Feeds due now.</param>
/// <param name="Unread">Articles whose page is still to be read, claimed or waiting for their time included.</param>
/// <param name="Unassigned">Read articles not assigned yet.</param>
public sealed record QueueDepths(int DueFeeds, int Unread, int Unassigned);

/// <summary>The identity and content of one entry, worked out from a parsed document.</summary>
public sealed record IdentifiedEntry
{
    /// <summary>Key of the sighting within its feed: trustworthy guid, else link, else hash of title and date.</summary>
    public required string EntryKey { get; init; }

    /// <summary>Key of the article over all feeds: the canonical address, or one made from feed and entry key where there is no link.</summary>
    public required string ArticleKey { get; init; }

    /// <summary>Why the two keys are what they are.</summary>
    public required Decision Identity { get; init; }

    /// <summary>SHA-256 over title, texts and authors, hexadecimal: what counts as a change.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The page's address, absolute http or https; null when the entry names none that may be fetched.</summary>
    public string? Url { get; init; }

    /// <summary>Registrable domain of <see cref="Url"/>, or of the feed where there is none.</summary>
    public required string Outlet { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The claimed date, clamped and with its source; never null: first-seen stands in.</summary>
    public required ClaimedDate Published { get; init; }

    public ClaimedDate? Updated { get; init; }

    /// <summary>Plain text, at most some hundred characters.</summary>
    public string? Summary { get; init; }

    /// <summary>The feed's own full or partial text as sanitised HTML.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The feed's own text, plain.</summary>
    public string Text { get; init; } = "";

    public string? Language { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The page is to be fetched; else the feed's text is the article and it goes straight to assignment.</summary>
    public required bool ReadPage { get; init; }

    /// <summary>The fate to record when <see cref="ReadPage"/> is false.</summary>
    public ReadFate Fate { get; init; } = ReadFate.Pending;
}

/// <summary>Everything one poll changes.</summary>
public sealed record PollCommit
{
    public required long FeedId { get; init; }

    public required FeedState State { get; init; }

    /// <summary>False for a poll that was put off before anything was asked: only the next time and its reason are stored, and no history.</summary>
    public bool Sent { get; init; } = true;

    /// <summary>
    /// A new address that a lasting permanent redirect earned; null to keep the old one. Where another feed is polled there, the two are merged.
    /// </summary>
    public string? NewUrl { get; init; }

    public required FetchRecord Fetch { get; init; }

    public IReadOnlyList<IdentifiedEntry> Entries { get; init; } = [];

    public required DateTimeOffset Now { get; init; }
}

/// <param name="New">Articles born.</param>
/// <param name="Changed">Revisions.</param>
/// <param name="MergedInto">The feed that this one moved to; null when it did not.</param>
public sealed record PollOutcome(int New, int Changed, long? MergedInto = null);

/// <summary>An article whose page is to be read.</summary>
public sealed record UnreadArticle
{
    public required long Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string FeedText { get; init; }

    public string FeedHtml { get; init; } = "";

    public required ClaimedDate Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Language { get; init; }

    public string? Image { get; init; }

    public string? Summary { get; init; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; init; }
}
