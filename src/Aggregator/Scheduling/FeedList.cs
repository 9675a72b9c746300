using Aggregator.Configuration;
using Aggregator.Pipeline;
using Aggregator.Stores;

namespace Aggregator.Scheduling;

/// <summary>Keeps the feeds of the database in step with the list in the file. A broken edit changes nothing and is reported once.</summary>
internal sealed partial class FeedList(IFeedStore store, AggregatorOptions options, TimeProvider time, PipelineSignals signals, ILogger<FeedList> logger)
{
    // fetching.md rule 15: first polls are spread, not fired together; half a second each is over before a reader has looked twice.
    private static readonly TimeSpan FirstPollSpacing = TimeSpan.FromMilliseconds(500);

    private (DateTime Written, long Length)? _known;

    public async Task SyncIfChangedAsync(CancellationToken cancellation)
    {
        var file = new FileInfo(options.Feeds);
        if (!file.Exists || _known == (file.LastWriteTimeUtc, file.Length))
            return;
        var first = _known is null;
        _known = (file.LastWriteTimeUtc, file.Length);
        await SyncAsync(FeedsFile.Load(options.Feeds), announce: !first, cancellation);
    }

    public async Task SyncAsync(FeedsFile list, bool announce, CancellationToken cancellation)
    {
        foreach (var fault in list.Faults)
            LogFault(logger, fault);
        if (!list.IsValid)
            return;
        var now = time.GetUtcNow();
        var sync = await store.SyncFeedsAsync(list.Feeds, position => now + (position * FirstPollSpacing), cancellation);
        foreach (var feed in await store.ListFeedsAsync(cancellation))
            await FixedTimeWish.BringForwardAsync(store, options, feed, now, cancellation);
        if (!announce)
            return;
        LogSynced(logger, options.Feeds, sync.Added, sync.Updated, sync.Removed);
        signals.WakePoll();
    }

    [LoggerMessage(LogLevel.Error, "{Fault}; the feeds stay as they were")]
    private static partial void LogFault(ILogger logger, FeedsFileFault fault);

    [LoggerMessage(LogLevel.Information, "{File} was edited: {Added} feeds added, {Updated} changed, {Removed} removed")]
    private static partial void LogSynced(ILogger logger, string file, int added, int updated, int removed);
}
