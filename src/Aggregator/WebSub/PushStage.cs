using Aggregator.Configuration;
using Aggregator.Model;
using Aggregator.Pipeline;
using Aggregator.Stores;

namespace Aggregator.WebSub;

/// <summary>
/// Takes pushed documents the way of polled ones: parsed, identified, committed. What a poll has learnt of the server stays as it is: validators, hash
/// and schedule belong to the feed's own address, and a push says nothing of them.
/// </summary>
internal sealed partial class PushStage(
    IHubStore hubs, IFeedStore feeds, IPollStore store, EntryIntake intake, PushQueue queue, AggregatorOptions options, TimeProvider time,
    PipelineSignals signals, ILogger<PushStage> logger) : BackgroundService
{
    // A feed that is just being polled is free again soon; a poll takes 30 s at most (fetching.md rule 21).
    private static readonly TimeSpan WhilePolled = TimeSpan.FromSeconds(1);
    private const int MostWaits = 40;

    // What cannot be trusted or read calls for a poll, but not for more than the fastest feed would get.
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var push in queue.Reader.ReadAllAsync(stoppingToken))
            await HandleAsync(push, stoppingToken);
    }

    /// <summary>One delivery, whatever becomes of it.</summary>
    internal async Task HandleAsync(Push push, CancellationToken cancellation)
    {
        try
        {
            await TakeAsync(push, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailed(logger, e, push.Subscription.Topic);
        }
        finally
        {
            queue.Done(push);
        }
    }

    private async Task TakeAsync(Push push, CancellationToken cancellation)
    {
        await hubs.CountPushAsync(push.Subscription.Token, time.GetUtcNow(), cancellation);
        if (await feeds.GetFeedAsync(push.Subscription.FeedId, cancellation) is not { Removed: false, Definition.Disabled: false } known)
            return;
        var url = new Uri(known.CurrentUrl);
        var (document, entries, seen) = await intake.ReadAsync(
            known, () => Parse(push, url, ReaderChoice.For(options, known.Definition)), parsed => parsed, url, push.Body?.Length ?? 0, cancellation);
        if (document is null || await ClaimAsync(known.Id, cancellation) is not { } feed)
        {
            await PollAsync(known, cancellation);
            return;
        }

        // Nothing but the commit comes after the claim, which only the commit gives back.
        var now = time.GetUtcNow();
        var state = entries.Count > seen ? feed.State with { LastNewAt = now } : feed.State;
        var (fetch, _) = await intake.CommitAsync(
            new PollCommit { FeedId = feed.Id, State = state, Fetch = Record(feed, entries.Count, push.Body!.Length, now), Entries = entries, Now = now },
            cancellation);
        LogPushed(logger, feed.Definition.Title, fetch.New, fetch.Changed);
    }

    private ParsedFeed? Parse(Push push, Uri url, IFeedReader reader) =>
        push.Body is { } body
            && reader.Read(body, new FeedContext(url, push.ContentType, null, options.MaxEntries)) is FeedParseResult.Parsed parsed
            ? parsed.Feed
            : null;

    // Claimed like a poll, so that neither overwrites the other's state.
    private async Task<Feed?> ClaimAsync(long id, CancellationToken cancellation)
    {
        for (var i = 0; i < MostWaits; i++)
        {
            if (await store.ClaimDueFeedsAsync(time.GetUtcNow(), 1, [id], cancellation) is [var feed, ..])
                return feed;
            await Task.Delay(WhilePolled, time, cancellation);
        }

        return null;
    }

    private async Task PollAsync(Feed feed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var earliest = feed.State.LastPolledAt + BetweenPolls is { } next && next > now ? next : now;
        if (earliest >= feed.State.NextPollAt || feed.State.LastFate == FetchFate.RateLimited)
            return;
        await feeds.ScheduleFeedAsync(feed.Id, earliest, "its hub says that there is news", cancellation);
        signals.WakePoll();
    }

    private static FetchRecord Record(Feed feed, int entries, int bytes, DateTimeOffset now) => new()
    {
        At = now,
        Fate = FetchFate.Updated,
        BytesOnWire = bytes,
        BytesDecoded = bytes,
        Entries = entries,
        NextPollAt = feed.State.NextPollAt,
        NextPollReason = $"pushed by its hub; the schedule stays: {feed.State.NextPollReason}",
    };

    [LoggerMessage(LogLevel.Information, "{Feed}: pushed by its hub, {New} new, {Changed} changed")]
    private static partial void LogPushed(ILogger logger, string feed, int @new, int changed);

    [LoggerMessage(LogLevel.Error, "A push for {Topic} could not be taken")]
    private static partial void LogFailed(ILogger logger, Exception exception, string topic);
}
