using Aggregator.Configuration;
using Aggregator.Fetching;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>
/// READ: claims unread articles by host, fetches each page once, extracts it and merges it with what the feed said. A page that cannot
/// be had does not hold its article back: the article goes on with the feed's text and the reason.
/// </summary>
internal sealed partial class ReadStage(
    IReadStore store, PageFetcher pages, ComputeGate computing, AggregatorOptions options, TimeProvider time, PipelineSignals signals,
    PipelineMetrics metrics, ILogger<ReadStage> logger)
{
    // Articles that come in while pages hang are claimed after this at the latest.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    // Commits cost by their number more than by their size, up to a hundred or so rows; and what was read holds memory until then.
    private const int Together = 50;

    // What was read waits no longer than this for others to be committed with it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    // Claims beyond the requests that may be under way wait at their host's gate; enough that a slow host leaves others to do.
    private readonly int _mostUnderWay = Math.Max(64, options.Concurrency * 4);

    /// <summary>Reads all that is due; returns when nothing due is left.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var underWay = new HashSet<Task<ReadCommit>>();
        var ready = new List<ReadCommit>();
        var look = Task.Delay(LookAgain, time, cancellation);
        var patience = look;
        var committing = Task.CompletedTask;
        var ended = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            // A claim is the writer's work: one for several pages that have ended, and none while it is behind.
            if (ready.Count < Together * 2 && (ended * 4 >= underWay.Count || look.IsCompleted))
            {
                foreach (var article in await store.ClaimUnreadAsync(time.GetUtcNow(), _mostUnderWay - underWay.Count, options.HostConcurrency,
                    [.. ready.Select(c => c.Id)], cancellation))
                {
                    underWay.Add(VisitAsync(article, cancellation));
                }

                ended = 0;
            }

            if (look.IsCompleted)
                look = Task.Delay(LookAgain, time, cancellation);
            var busy = !committing.IsCompleted;
            if (!busy)
            {
                await committing;
                if (underWay.Count + ready.Count == 0)
                    return;
                if (underWay.Count == 0 || ready.Count >= Together || (ready.Count > 0 && patience.IsCompleted))
                {
                    committing = CommitAsync([.. ready], cancellation);
                    ready.Clear();
                    busy = true;
                }
            }

            await Task.WhenAny([.. underWay, look, busy ? committing : ready.Count > 0 ? patience : look]);
            var done = underWay.Where(t => t.IsCompleted).ToList();
            if (ready.Count == 0 && done.Count > 0)
                patience = Task.Delay(Patience, time, cancellation);
            underWay.ExceptWith(done);
            ready.AddRange(await Task.WhenAll(done));
            ended += done.Count;
        }
    }

    private async Task<ReadCommit> VisitAsync(UnreadArticle article, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(article, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailed(logger, e, article.Url);
            return new ReadCommit { Id = article.Id, Fate = ReadFate.InternalError, Reason = $"{e.GetType().Name}: {e.Message}" };
        }
    }

    // What ends while a commit is under way is one commit, the next; one that cannot be stored takes no other with it.
    private async Task CommitAsync(ReadCommit[] commits, CancellationToken cancellation)
    {
        if (commits.Length == 0)
            return;
        try
        {
            await store.CommitReadAsync(commits, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StoreUnusableException))
        {
            LogNotStored(logger, e, commits[0].Id, commits.Length);
            if (commits.Length > 1)
            {
                foreach (var commit in commits)
                    await CommitAsync([commit], cancellation);
            }

            return;
        }

        foreach (var commit in commits.Where(c => c.RetryAt is null))
            metrics.Read(commit.Fate, commit.Copied);
        signals.WakeAssign();
    }

    private async Task<ReadCommit> ReadAsync(UnreadArticle article, CancellationToken cancellation)
    {
        var fetched = await pages.FetchAsync(new Uri(article.Url), cancellation);
        // Extraction is computing, not waiting: it leaves the connection's thread.
        return fetched is PageFetchResult.Fetched page
            ? await computing.RunAsync(() => Keep(article, page, ArticleReading.Read(article, page, time.GetUtcNow())), page.Body.Length, cancellation)
            : ArticleReading.WithoutPage(article, fetched, time.GetUtcNow());
    }

    // A page that asks not to be stored is not.
    private ReadCommit Keep(UnreadArticle article, PageFetchResult.Fetched page, ReadCommit commit) =>
        options.KeepPages == 0 || commit.Fate == ReadFate.Disallowed
        ? commit
        : commit with { Page = new KeptPage(PagePacket.Pack(article, page), time.GetUtcNow(), (long)options.KeepPages << 20) };

    [LoggerMessage(LogLevel.Error, "What was read of article {Id} could not be stored ({Count} together)")]
    private static partial void LogNotStored(ILogger logger, Exception exception, long id, int count);

    [LoggerMessage(LogLevel.Error, "Reading {Url} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, string url);
}
