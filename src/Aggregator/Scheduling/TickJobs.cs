using Aggregator.Pipeline;
using Aggregator.Stores;
using Quartz;

namespace Aggregator.Scheduling;

/// <summary>Looks for due feeds.</summary>
[DisallowConcurrentExecution]
internal sealed class PollTick(PipelineSignals signals, ClockGuard clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await clock.LookAsync(cancellationToken);
        signals.WakePoll();
    }
}

/// <summary>Looks for articles whose time to be read has come, and for read ones that were left unassigned.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadTick(PipelineSignals signals) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        signals.WakeRead();
        signals.WakeAssign();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Takes up edits of the list of feeds.</summary>
[DisallowConcurrentExecution]
internal sealed class FeedListTick(FeedList feeds) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await feeds.SyncIfChangedAsync(cancellationToken);
}

/// <summary>
/// Brings the full-text index together while no article comes in: merging in the midst of them took insertion from 98 to 74–88 % of its rate.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class MergeTick(IUpkeepStore store) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (await store.MergeIndexAsync(cancellationToken))
        {
        }
    }
}

/// <summary>Small upkeep of the database.</summary>
[DisallowConcurrentExecution]
internal sealed class UpkeepTick(IUpkeepStore store) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await store.OptimizeAsync(cancellationToken);
}
