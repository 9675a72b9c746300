using Aggregator.Sqlite.Tables;
using Aggregator.Stores;
using Aggregator.Writing;

namespace Aggregator.Sqlite;

/// <summary>Backup, import, saved queries and keys.</summary>
public sealed partial class SqliteStore
{
    // Some tens of milliseconds: what comes in meanwhile waits no longer.
    private const int PagesPerMerge = 250;

    private long? _lastMergeLook;

    public Task BackupAsync(string file, CancellationToken cancellation) => Alone(session => Maintenance.Backup(session, file), cancellation);

    public Task<StoreStatistics> GetStatisticsAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Read(session => Maintenance.Statistics(session, _file, now), cancellation);

    public async Task<ImportOutcome> ImportAsync(IReadOnlyList<ImportRow> rows, bool keepNumbers, CancellationToken cancellation)
    {
        var packed = PackedRow.Pack(rows);
        Writer.ExpectImport();
        return await Writer.RunAloneAsync(_ => ImportWriter.Write(_tables!, packed, keepNumbers, _time.GetUtcNow()), cancellation);
    }

    public Task OptimizeAsync(CancellationToken cancellation) => Writer.RunOutsideAsync(Maintenance.Optimize, cancellation);

    public Task<bool> MergeIndexAsync(CancellationToken cancellation) => WriteRow(
        session =>
        {
            var newest = Sequence.Newest(session);
            var quiet = _lastMergeLook == newest;
            _lastMergeLook = newest;
            return quiet && ArticleIndex.Merge(session, PagesPerMerge);
        },
        cancellation);

    public Task<IReadOnlyList<SavedQuery>> ListSavedQueriesAsync(CancellationToken cancellation) =>
        Read<IReadOnlyList<SavedQuery>>(Maintenance.SavedQueries, cancellation);

    public Task SaveQueryAsync(SavedQuery query, CancellationToken cancellation) => WriteRow(session => Maintenance.SaveQuery(session, query), cancellation);

    public Task<bool> DeleteSavedQueryAsync(string name, CancellationToken cancellation) =>
        WriteRow(session => Maintenance.DeleteQuery(session, name), cancellation);

    public Task<IReadOnlyList<ApiKey>> ListApiKeysAsync(CancellationToken cancellation) => Read<IReadOnlyList<ApiKey>>(Maintenance.ApiKeys, cancellation);

    public Task AddApiKeyAsync(ApiKey key, CancellationToken cancellation) => WriteRow(session => Maintenance.AddApiKey(session, key), cancellation);

    public Task<bool> DeleteApiKeyAsync(string name, CancellationToken cancellation) =>
        WriteRow(session => Maintenance.DeleteApiKey(session, name), cancellation);
}
