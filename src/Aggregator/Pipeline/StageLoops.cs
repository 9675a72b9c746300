using System.Threading.Channels;

namespace Aggregator.Pipeline;

/// <summary>Runs the three stages from when the service listens to when it stops, each when it is woken by a tick or by the stage before it.</summary>
internal sealed partial class StageLoops(
    HostMemory hosts, PollStage poll, ReadStage read, AssignStage assign, PipelineSignals signals,
    IHostApplicationLifetime lifetime, ILogger<StageLoops> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A service that cannot listen must not have asked anybody for a feed.
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listens.SetResult);
        await listens.Task.WaitAsync(stoppingToken);
        await hosts.RestoreAsync(stoppingToken);
        // What an earlier run left in the queues is taken up at once, the last stage first.
        signals.WakeAssign();
        signals.WakeRead();
        signals.WakePoll();
        await Task.WhenAll(
            LoopAsync("poll", signals.Poll, token => poll.RunAsync(null, token, remember: false), stoppingToken),
            LoopAsync("read", signals.Read, read.RunAsync, stoppingToken),
            LoopAsync("assign", signals.Assign, assign.RunAsync, stoppingToken));
    }

    private async Task LoopAsync(string stage, ChannelReader<byte> signal, Func<CancellationToken, Task> run, CancellationToken stopping)
    {
        try
        {
            await foreach (var _ in signal.ReadAllAsync(stopping))
            {
                try
                {
                    await run(stopping);
                }
                catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
                {
                    LogStageFailed(logger, e, stage);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A stage stops between transactions; what it had claimed is taken up at the next start.
        }
    }

    [LoggerMessage(LogLevel.Error, "Stage {Stage} failed; it goes on at the next tick")]
    private static partial void LogStageFailed(ILogger logger, Exception exception, string stage);
}
