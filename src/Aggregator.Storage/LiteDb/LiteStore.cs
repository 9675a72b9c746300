using System.Runtime.CompilerServices;
using Aggregator.Files;
using Aggregator.LiteDb.Engine;
using Aggregator.LiteDb.Index;
using Aggregator.LiteDb.Queries;
using Aggregator.LiteDb.Tables;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Stories.Clustering;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb;

/// <summary>
/// The store on one LiteDB file, <c>aggregator.litedb</c> in a data folder: a table of contents of what the folders beside it do. One process may use the
/// file, for reading too.
/// </summary>
public sealed partial class LiteStore : IStore
{
    // Few enough that a batch of long texts is some megabytes, enough that the look-ups around it do not count.
    private const int ExportBatch = 200;

    private readonly LiteFile _file;
    private readonly StoreLock _lock;
    private readonly LiteDatabase _database;
    private readonly LiteTables _tables;
    private readonly LiteWriter? _writer;
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Claims _claims = new();
    private readonly HandedOutTexts _texts = new();
    private readonly TimeProvider _time;
    private int _closed;

    private LiteStore(LiteFile file, StoreLock folderLock, TimeProvider time, bool readOnly)
    {
        _time = time;
        _file = file;
        _lock = folderLock;
        _database = file.Open();
        try
        {
            _tables = file.Explained(() => new LiteTables(_database, _texts));
        }
        catch
        {
            _database.Dispose();
            throw;
        }

        if (!readOnly)
            _writer = new LiteWriter(file, _database, _tables, _gate);
    }

    /// <summary>Opens a data folder for this process alone, making what is needed.</summary>
    /// <exception cref="StoreUnusableException">In use by another process, not writable, of a newer program or another engine, or damaged.</exception>
    public static Task<IStore> OpenAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        StoreEngines.MakeFolder(folder);
        return Task.FromResult<IStore>(Open(folder, time, readOnly: false));
    }

    /// <summary>Opens a data folder for queries, exports and backups only. Whatever writes is refused.</summary>
    /// <exception cref="StoreUnusableException">There is no data yet, it is in use (LiteDB lets nobody read beside a service), or damaged.</exception>
    public static Task<IStore> OpenReadOnlyAsync(string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        StoreEngines.RefuseOther(folder, LiteFile.FileName);
        if (!File.Exists(new LiteFile(folder).Path))
            throw new StoreUnusableException($"There is no data at {new LiteFile(folder).Path}. Start the service once, or name the right folder.");
        return Task.FromResult<IStore>(Open(folder, TimeProvider.System, readOnly: true));
    }

    private static LiteStore Open(string folder, TimeProvider time, bool readOnly)
    {
        StoreEngines.RefuseOther(folder, LiteFile.FileName);
        if (!WordLetters.AreKnown)
            throw new StoreUnusableException("The full-text index over LiteDB needs ICU. Start without DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        var folderLock = StoreLock.Take(folder);
        try
        {
            return new LiteStore(new LiteFile(folder), folderLock, time, readOnly);
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    public Task<FeedSync> SyncFeedsAsync(IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll, CancellationToken cancellation) =>
        Write(() => ListedFeeds.Sync(_tables, feeds, firstPoll), cancellation);

    public Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<Feed>>(() => [.. _tables.KnownFeeds.All.Select(known => known.Feed)], cancellation);

    public Task<Feed?> GetFeedAsync(long id, CancellationToken cancellation) => Read(() => _tables.KnownFeeds.Committed(id), cancellation);

    public Task<Feed> AddFeedAsync(FeedDefinition definition, DateTimeOffset firstPoll, CancellationToken cancellation) =>
        Write(() => ListedFeeds.Add(_tables, definition, firstPoll), cancellation);

    public Task<Feed?> UpdateFeedAsync(long id, FeedDefinition definition, CancellationToken cancellation) =>
        Write(() => ListedFeeds.Update(_tables, id, definition), cancellation);

    public Task<bool> RemoveFeedAsync(long id, CancellationToken cancellation) => Write(() => ListedFeeds.Remove(_tables, id), cancellation);

    public Task<bool> ScheduleFeedAsync(long id, DateTimeOffset at, string reason, CancellationToken cancellation) =>
        Write(() => _tables.Feeds.Schedule(id, at, reason), cancellation);

    public Task<IReadOnlyList<FetchRecord>> GetHistoryAsync(long feedId, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<FetchRecord>>(() => _tables.KnownFeeds.History(feedId, limit), cancellation);

    public Task<IReadOnlyList<Feed>> ClaimDueFeedsAsync(DateTimeOffset now, int limit, IReadOnlyCollection<long>? only, CancellationToken cancellation) =>
        Write<IReadOnlyList<Feed>>(() => _claims.ClaimFeeds(_tables, now, limit, only), cancellation);

    public Task<PollOutcome> CommitPollAsync(PollCommit commit, CancellationToken cancellation) => Write(
        () =>
        {
            _claims.ReleaseFeed(commit.FeedId);
            return PollWriter.Commit(_tables, commit);
        },
        cancellation);

    public Task<int> CountKnownSightingsAsync(long feedId, IReadOnlyCollection<string> keys, CancellationToken cancellation) => Read(
        () => keys.Count(key => _tables.Named.Collection.FindById(LiteSightings.Id(feedId, Keys.Hash(key))) is not null), cancellation);

    public Task<IReadOnlyList<UnreadArticle>> ClaimUnreadAsync(DateTimeOffset now, int limit, int perHost, IReadOnlyCollection<long> read,
        CancellationToken cancellation) =>
        Write<IReadOnlyList<UnreadArticle>>(() => _claims.ClaimUnread(_tables, now, limit, perHost, read), cancellation);

    public Task CommitReadAsync(IReadOnlyList<ReadCommit> commits, CancellationToken cancellation) => Write(
        () =>
        {
            foreach (var commit in commits)
                _claims.ReleaseArticle(commit.Id);
            ReadWriter.Commit(_tables, commits, _time.GetUtcNow());
            return true;
        },
        cancellation);

    public Task<IReadOnlyList<UnassignedArticle>> ListUnassignedAsync(int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<UnassignedArticle>>(() => WaitingArticles.List(_tables, limit, _texts), cancellation);

    public Task CommitAssignAsync(IReadOnlyList<AssignCommit> commits, DateTimeOffset now, CancellationToken cancellation) =>
        Write(() => AssignWriter.Commit(_tables, commits, now), cancellation);

    public async IAsyncEnumerable<AssignedArticle> ReadAssignedSinceAsync(DateTimeOffset since, int version,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = ArticleIds.Floor(since.ToUnixTimeMilliseconds()) - 1;
        while (true)
        {
            var from = after;
            var batch = await Read(() => WaitingArticles.AssignedAfter(_tables, from, since, version, ExportBatch), cancellation);
            foreach (var article in batch)
                yield return article;
            if (batch.Count < ExportBatch)
                yield break;
            after = batch[^1].Id;
        }
    }

    public Task SaveMemoriesAsync(IReadOnlyList<NewsMemoryRow> memories, CancellationToken cancellation) => Write(
        () =>
        {
            foreach (var memory in memories)
                _tables.Articles.Remember(memory);
            return true;
        },
        cancellation);

    public Task<int> DeleteMemoriesAsync(DateTimeOffset before, CancellationToken cancellation) => Write(
        () => _tables.Memories.Collection.DeleteMany("_id < @0", ArticleIds.Floor(before.ToUnixTimeMilliseconds())), cancellation);

    public Task<StoryConstraints> ReadConstraintsAsync(CancellationToken cancellation) => Read(
        () => LiteStories.ReadConstraints(_tables.StoryDocuments.Collection, LiteCorrections.Newest(_tables.CorrectionDocuments.Collection)), cancellation);

    public Task<CorrectionOutcome> SplitStoryAsync(SplitRequest request, DateTimeOffset now, CancellationToken cancellation) =>
        Write(() => StorySplit.Run(_tables, request, now), cancellation);

    public Task<CorrectionOutcome> MergeStoriesAsync(MergeRequest request, DateTimeOffset now, CancellationToken cancellation) =>
        Write(() => StoryMerge.Run(_tables, request, now), cancellation);

    public Task<IReadOnlyList<Correction>> ListCorrectionsAsync(long? storyId, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<Correction>>(() => LiteCorrections.List(_tables.CorrectionDocuments.Collection, storyId, limit), cancellation);

    public Task<IReadOnlyList<KeptArticle>> ListKeptPagesAsync(long after, DateTimeOffset since, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<KeptArticle>>(() => WaitingArticles.KeptPages(_tables, after, since, limit), cancellation);

    public Task ReviseAsync(ArticleRevision revision, CancellationToken cancellation) => Write(
        () =>
        {
            PageReviser.Revise(_tables, revision);
            return true;
        },
        cancellation);

    public Task<(long Pages, long Bytes)> GetKeptPagesAsync(CancellationToken cancellation) =>
        Read(() => ((long)_tables.Pages.Collection.Count(), _tables.CommittedCounters.PageBytes), cancellation);

    /// <summary>Finishes what was begun. Calling it twice does nothing more.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return ValueTask.CompletedTask;
        _writer?.Dispose();
        try
        {
            _file.Explained(() =>
            {
                _database.Dispose();
                return true;
            });
        }
        finally
        {
            _gate.Dispose();
            _lock.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private LiteWriter Writer =>
        _writer ?? throw new StoreUnusableException($"{_file.Path} was opened for reading only. Use the running service to change it.");

    private Task<T> Write<T>(Func<T> work, CancellationToken cancellation) => Writer.RunAsync(work, cancellation);

    private Task<T> Read<T>(Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_file.Explained(() =>
        {
            _gate.EnterReadLock();
            try
            {
                return work();
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }));
    }
}
