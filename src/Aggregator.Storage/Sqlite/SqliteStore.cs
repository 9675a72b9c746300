using System.Runtime.CompilerServices;
using Aggregator.Files;
using Aggregator.Model;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;
using Aggregator.Stories.Clustering;
using Aggregator.Writing;

namespace Aggregator.Sqlite;

/// <summary>The store on one SQLite file, <c>aggregator.db</c> in a data folder: a table of contents of what the folders beside it do.</summary>
public sealed partial class SqliteStore : IStore
{
    // Few enough that a batch of long texts is some megabytes, enough that the look-ups around it do not count.
    private const int ExportBatch = 200;

    private readonly StoreFile _file;
    private readonly StoreLock? _lock;
    private readonly WriteQueue? _writer;
    private readonly ReaderPool _readers;
    private readonly Claims _claims = new();
    private readonly Dictionaries _dictionaries = new();
    private readonly HandedOutTexts _texts = new();
    private readonly SqliteTables? _tables;
    private readonly TimeProvider _time;
    private int _closed;

    private SqliteStore(StoreFile file, StoreLock? folderLock, Session? writer, TimeProvider? time)
    {
        _file = file;
        _time = time ?? TimeProvider.System;
        _lock = folderLock;
        _readers = new ReaderPool(file);
        if (writer is null)
            return;
        _tables = new SqliteTables(writer, _dictionaries, _texts);
        _writer = new WriteQueue(file, writer, _time, _dictionaries.Forget);
    }

    /// <summary>Opens a data folder for this process alone, making or upgrading what is needed.</summary>
    /// <exception cref="StoreUnusableException">In use by another process, not writable, of a newer program, damaged, or no database.</exception>
    public static Task<IStore> OpenAsync(string folder, TimeProvider time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IStore>(Open(folder, time));
    }

    /// <summary>Opens a data folder for queries, exports and backups only, beside a running service. Whatever writes is refused.</summary>
    /// <exception cref="StoreUnusableException">There is no data yet, or it is of another program version, damaged, or no database.</exception>
    public static Task<IStore> OpenReadOnlyAsync(string folder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IStore>(OpenReadOnly(folder));
    }

    private static SqliteStore Open(string folder, TimeProvider time)
    {
        StoreFile file = new(folder);
        StoreEngines.MakeFolder(folder);
        StoreEngines.RefuseOther(folder, StoreFile.FileName);
        var folderLock = StoreLock.Take(folder);
        try
        {
            return file.Explained(() =>
            {
                var session = file.OpenWriter();
                try
                {
                    Migrator.Run(session, file);
                }
                catch
                {
                    session.Dispose();
                    throw;
                }

                return new SqliteStore(file, folderLock, session, time);
            });
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    private static SqliteStore OpenReadOnly(string folder)
    {
        StoreEngines.RefuseOther(folder, StoreFile.FileName);
        StoreFile file = new(folder);
        if (!File.Exists(file.Path))
            throw new StoreUnusableException($"There is no data at {file.Path}. Start the service once, or name the right folder.");
        return file.Explained(() =>
        {
            using var session = file.OpenReader();
            if (Migrator.CheckVersion(session, file) < Migrator.Newest)
                throw new StoreUnusableException($"{file.Path} has an older schema. Start the service once to bring it up to date.");
            return new SqliteStore(file, null, null, null);
        });
    }

    public Task<FeedSync> SyncFeedsAsync(IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll, CancellationToken cancellation) =>
        Write(tables => ListedFeeds.Sync(tables, feeds, firstPoll), cancellation);

    public Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellation) => Read<IReadOnlyList<Feed>>(FeedTable.All, cancellation);

    public Task<Feed?> GetFeedAsync(long id, CancellationToken cancellation) => Read(session => new FeedTable(session).ById(id), cancellation);

    public Task<Feed> AddFeedAsync(FeedDefinition definition, DateTimeOffset firstPoll, CancellationToken cancellation) =>
        Write(tables => ListedFeeds.Add(tables, definition, firstPoll), cancellation);

    public Task<Feed?> UpdateFeedAsync(long id, FeedDefinition definition, CancellationToken cancellation) =>
        Write(tables => ListedFeeds.Update(tables, id, definition), cancellation);

    public Task<bool> RemoveFeedAsync(long id, CancellationToken cancellation) => Write(tables => ListedFeeds.Remove(tables, id), cancellation);

    public Task<bool> ScheduleFeedAsync(long id, DateTimeOffset at, string reason, CancellationToken cancellation) =>
        Write(tables => tables.Feeds.Schedule(id, at, reason), cancellation);

    public Task<IReadOnlyList<FetchRecord>> GetHistoryAsync(long feedId, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<FetchRecord>>(session => FeedTable.History(session, feedId, limit), cancellation);

    public Task<IReadOnlyList<HubSubscription>> ListHubSubscriptionsAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<HubSubscription>>(HubTable.All, cancellation);

    public Task<HubSubscription?> GetHubSubscriptionAsync(string token, CancellationToken cancellation) =>
        Read(session => HubTable.ByToken(session, token), cancellation);

    public Task SaveHubSubscriptionAsync(HubSubscription subscription, CancellationToken cancellation) =>
        WriteRow(session => HubTable.Save(session, subscription), cancellation);

    public Task CountPushAsync(string token, DateTimeOffset at, CancellationToken cancellation) =>
        WriteRow(session => HubTable.CountPush(session, token, at), cancellation);

    public Task<bool> DeleteHubSubscriptionAsync(string token, CancellationToken cancellation) =>
        WriteRow(session => HubTable.Delete(session, token), cancellation);

    public Task<IReadOnlyList<HostPause>> ListHostPausesAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<HostPause>>(HostPauseTable.All, cancellation);

    public Task SaveHostPausesAsync(IReadOnlyList<HostPause> pauses, DateTimeOffset now, CancellationToken cancellation) =>
        WriteRow(session => HostPauseTable.Save(session, pauses, now), cancellation);

    public Task<IReadOnlyList<Feed>> ClaimDueFeedsAsync(DateTimeOffset now, int limit, IReadOnlyCollection<long>? only, CancellationToken cancellation) =>
        Write<IReadOnlyList<Feed>>(tables => _claims.ClaimFeeds(tables, now, limit, only), cancellation);

    public Task<PollOutcome> CommitPollAsync(PollCommit commit, CancellationToken cancellation) => Write(
        tables =>
        {
            _claims.ReleaseFeed(commit.FeedId);
            return PollWriter.Commit(tables, commit);
        },
        cancellation);

    public Task<int> CountKnownSightingsAsync(long feedId, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        Read(session => keys.Count(key => new Sightings(session).Find(feedId, Keys.Hash(key)) is not null), cancellation);

    public Task<IReadOnlyList<UnreadArticle>> ClaimUnreadAsync(DateTimeOffset now, int limit, int perHost, IReadOnlyCollection<long> read,
        CancellationToken cancellation) =>
        Write<IReadOnlyList<UnreadArticle>>(tables => _claims.ClaimUnread(tables, now, limit, perHost, read), cancellation);

    public Task CommitReadAsync(IReadOnlyList<ReadCommit> commits, CancellationToken cancellation) =>
        Write(
            tables =>
            {
                foreach (var commit in commits)
                    _claims.ReleaseArticle(commit.Id);
                ReadWriter.Commit(tables, commits, _time.GetUtcNow());
                return true;
            },
            cancellation);

    public Task<IReadOnlyList<UnassignedArticle>> ListUnassignedAsync(int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<UnassignedArticle>>(session => ArticleTable.Unassigned(session, limit, _texts), cancellation);

    public Task CommitAssignAsync(IReadOnlyList<AssignCommit> commits, DateTimeOffset now, CancellationToken cancellation) =>
        Writer.RunAloneAsync(_ => AssignWriter.Commit(_tables!, commits, now), cancellation);

    public async IAsyncEnumerable<AssignedArticle> ReadAssignedSinceAsync(DateTimeOffset since, int version,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var after = ArticleIds.Floor(Columns.Ms(since)) - 1;
        while (true)
        {
            var from = after;
            var batch = await Read(
                session => MemoryTable.AssignedAfter(session, from, Columns.Ms(since), version, ExportBatch), cancellation);
            foreach (var article in batch)
                yield return article;
            if (batch.Count < ExportBatch)
                yield break;
            after = batch[^1].Id;
        }
    }

    public Task<StoryConstraints> ReadConstraintsAsync(CancellationToken cancellation) => Read(ApartTable.Read, cancellation);

    public Task<CorrectionOutcome> SplitStoryAsync(SplitRequest request, DateTimeOffset now, CancellationToken cancellation) =>
        Write(tables => StorySplit.Run(tables, request, now), cancellation);

    public Task<CorrectionOutcome> MergeStoriesAsync(MergeRequest request, DateTimeOffset now, CancellationToken cancellation) =>
        Write(tables => StoryMerge.Run(tables, request, now), cancellation);

    public Task<IReadOnlyList<Correction>> ListCorrectionsAsync(long? storyId, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<Correction>>(session => CorrectionTable.List(session, storyId, limit), cancellation);

    public Task<IReadOnlyList<KeptArticle>> ListKeptPagesAsync(long after, DateTimeOffset since, int limit, CancellationToken cancellation) =>
        Read<IReadOnlyList<KeptArticle>>(session => PageTable.List(session, after, since, limit), cancellation);

    public Task ReviseAsync(ArticleRevision revision, CancellationToken cancellation) =>
        Write(
            tables =>
            {
                PageReviser.Revise(tables, revision);
                return true;
            },
            cancellation);

    public Task<(long Pages, long Bytes)> GetKeptPagesAsync(CancellationToken cancellation) => Read(PageTable.Size, cancellation);

    public Task SaveMemoriesAsync(IReadOnlyList<NewsMemoryRow> memories, CancellationToken cancellation) => Write(
        tables =>
        {
            foreach (var memory in memories)
                tables.Articles.Remember(memory);
            return true;
        },
        cancellation);

    public Task<int> DeleteMemoriesAsync(DateTimeOffset before, CancellationToken cancellation) =>
        WriteRow(session => MemoryTable.DeleteBefore(session, ArticleIds.Floor(Columns.Ms(before))), cancellation);

    /// <summary>Finishes what was begun. Calling it twice does nothing more.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return ValueTask.CompletedTask;
        // The last connection to close puts the log into the file, which only a writing one can.
        _readers.Dispose();
        _writer?.Dispose();
        _lock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<T> Read<T>(Func<Session, T> work, CancellationToken cancellation) => _readers.ReadAsync(work, cancellation);

    private Task<T> Write<T>(Func<ITables, T> work, CancellationToken cancellation) => Writer.RunAsync(_ => work(_tables!), cancellation);

    private Task<T> WriteRow<T>(Func<Session, T> work, CancellationToken cancellation) => Writer.RunAsync(work, cancellation);

    private Task WriteRow(Action<Session> work, CancellationToken cancellation) => Writer.RunAsync(work, cancellation);

    private Task<bool> Alone(Func<Session, bool> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_file.Explained(() =>
        {
            using var session = _file.OpenReader();
            return work(session);
        }));
    }

    private WriteQueue Writer =>
        _writer ?? throw new StoreUnusableException($"{_file.Path} was opened for reading only. Use the running service to change it.");
}
