using Aggregator.LiteDb.Engine;
using Aggregator.LiteDb.Tables;
using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Writing;
using LiteDB;

namespace Aggregator.LiteDb;

/// <summary>Backup, upkeep, import, and what is kept beside the articles: hubs, pauses, saved queries, keys.</summary>
public sealed partial class LiteStore
{
    // The longest pause is a day; a host that has not refused for a week begins anew.
    private static readonly TimeSpan PausesKept = TimeSpan.FromDays(7);

    private long? _lastMergeLook;

    private ILiteCollection<BsonDocument> Hubs => _database.GetCollection("hubs");

    private ILiteCollection<BsonDocument> Pauses => _database.GetCollection("host_pauses");

    private ILiteCollection<BsonDocument> SavedQueries => _database.GetCollection("saved_queries");

    private ILiteCollection<BsonDocument> ApiKeys => _database.GetCollection("api_keys");

    /// <remarks>LiteDB has no backup of its own: the writer is held, what is in the log is put into the file, and the file is copied.</remarks>
    public Task BackupAsync(string file, CancellationToken cancellation)
    {
        if (_writer is null)
        {
            _file.Explained(Checkpoint);
            return Read(() => Copy(file), cancellation);
        }

        return _writer.RunOutsideAsync(
            () =>
            {
                Checkpoint();
                return Copy(file);
            },
            cancellation);
    }

    public Task<StoreStatistics> GetStatisticsAsync(DateTimeOffset now, CancellationToken cancellation) => Read(
        () =>
        {
            var counters = _tables.CommittedCounters;
            var ms = now.ToUnixTimeMilliseconds();
            return new StoreStatistics(
                _tables.KnownFeeds.All.Count(known => !known.Feed.Removed), _tables.Committed.Visible, counters.Stories - counters.Merged,
                _tables.Committed.Copies, counters.Sightings, counters.Revisions, _file.Bytes, counters.Sequence,
                new QueueDepths(
                    _tables.KnownFeeds.All.Count(known => known.IsPolled && known.Feed.State.NextPollAt.ToUnixTimeMilliseconds() <= ms),
                    _tables.Committed.Unread, _tables.Committed.Waiting.Count));
        },
        cancellation);

    public async Task<ImportOutcome> ImportAsync(IReadOnlyList<ImportRow> rows, bool keepNumbers, CancellationToken cancellation)
    {
        var packed = PackedRow.Pack(rows);
        return await Write(() => ImportWriter.Write(_tables, packed, keepNumbers, _time.GetUtcNow()), cancellation);
    }

    public Task OptimizeAsync(CancellationToken cancellation) => Writer.RunOutsideAsync(Checkpoint, cancellation);

    public Task<bool> MergeIndexAsync(CancellationToken cancellation) => Write(
        () =>
        {
            var newest = _tables.Sequence;
            var quiet = _lastMergeLook == newest;
            _lastMergeLook = newest;
            return quiet && _tables.Words.Tidy();
        },
        cancellation);

    public Task<IReadOnlyList<SavedQuery>> ListSavedQueriesAsync(CancellationToken cancellation) => Read<IReadOnlyList<SavedQuery>>(
        () => [.. SavedQueries.Query().OrderBy("_id").ToEnumerable()
            .Select(d => new SavedQuery(d["_id"].AsString, d.Text("title")!, d.Text("query")!, d.Time("created")))],
        cancellation);

    public Task SaveQueryAsync(SavedQuery query, CancellationToken cancellation) => Write(
        () => SavedQueries.Upsert(new BsonDocument
        {
            ["_id"] = query.Name,
            ["title"] = query.Title,
            ["query"] = query.QueryString,
            ["created"] = Fields.Value(query.Created),
        }),
        cancellation);

    public Task<bool> DeleteSavedQueryAsync(string name, CancellationToken cancellation) => Write(() => SavedQueries.Delete(name), cancellation);

    public Task<IReadOnlyList<ApiKey>> ListApiKeysAsync(CancellationToken cancellation) => Read<IReadOnlyList<ApiKey>>(
        () => [.. ApiKeys.Query().OrderBy("_id").ToEnumerable()
            .Select(d => new ApiKey(d["_id"].AsString, d.Text("hash")!, d.Flag("can_write"), d.Time("created")))],
        cancellation);

    public Task AddApiKeyAsync(ApiKey key, CancellationToken cancellation) => Write(
        () =>
        {
            if (ApiKeys.FindById(key.Name) is not null)
                throw new InvalidOperationException($"There is a key named {key.Name} already.");
            return ApiKeys.Insert(new BsonDocument
            {
                ["_id"] = key.Name,
                ["hash"] = key.Hash,
                ["can_write"] = key.CanWrite,
                ["created"] = Fields.Value(key.Created),
            });
        },
        cancellation);

    public Task<bool> DeleteApiKeyAsync(string name, CancellationToken cancellation) => Write(() => ApiKeys.Delete(name), cancellation);

    public Task<IReadOnlyList<HostPause>> ListHostPausesAsync(CancellationToken cancellation) => Read<IReadOnlyList<HostPause>>(
        () => [.. Pauses.Query().OrderBy("_id").ToEnumerable().Select(d => new HostPause(d["_id"].AsString, d.Time("until"), d.Int("times")))], cancellation);

    public Task SaveHostPausesAsync(IReadOnlyList<HostPause> pauses, DateTimeOffset now, CancellationToken cancellation) => Write(
        () =>
        {
            foreach (var pause in pauses)
                Pauses.Upsert(new BsonDocument { ["_id"] = pause.Scope, ["until"] = Fields.Value(pause.Until), ["times"] = pause.Times });
            return Pauses.DeleteMany("until < @0 OR (times = 0 AND until <= @1)", Fields.Value(now - PausesKept), Fields.Value(now));
        },
        cancellation);

    public Task<IReadOnlyList<HubSubscription>> ListHubSubscriptionsAsync(CancellationToken cancellation) => Read<IReadOnlyList<HubSubscription>>(
        () => [.. Hubs.FindAll().Select(HubDocuments.Read).OrderBy(hub => hub.DueAt).ThenBy(hub => hub.Token, StringComparer.Ordinal)], cancellation);

    public Task<HubSubscription?> GetHubSubscriptionAsync(string token, CancellationToken cancellation) =>
        Read(() => Hubs.FindById(token) is { } found ? HubDocuments.Read(found) : null, cancellation);

    public Task SaveHubSubscriptionAsync(HubSubscription subscription, CancellationToken cancellation) =>
        Write(() => Hubs.Upsert(HubDocuments.Document(subscription)), cancellation);

    public Task CountPushAsync(string token, DateTimeOffset at, CancellationToken cancellation) => Write(
        () =>
        {
            if (Hubs.FindById(token) is not { } hub)
                return false;
            hub["pushes"] = hub.Long("pushes") + 1;
            hub["last_push_at"] = Fields.Value(at);
            return Hubs.Update(hub);
        },
        cancellation);

    public Task<bool> DeleteHubSubscriptionAsync(string token, CancellationToken cancellation) => Write(() => Hubs.Delete(token), cancellation);

    // LiteDB waits for everybody who reads, and fails after a minute.
    private bool Checkpoint()
    {
        _gate.EnterWriteLock();
        try
        {
            _database.Checkpoint();
            return true;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>Copies the file, into which nobody writes meanwhile; after a checkpoint all of the log is in it.</summary>
    private bool Copy(string file)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
            throw new StoreUnusableException($"{file} exists already. Name a file that does not.");
        try
        {
            using FileStream source = new(_file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using FileStream copy = new(target, FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(copy);
            copy.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException($"The copy {file} cannot be written: {e.Message}", e);
        }
    }
}
