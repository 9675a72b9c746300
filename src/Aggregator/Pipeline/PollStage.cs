using System.Security.Cryptography;
using Aggregator.Configuration;
using Aggregator.Feeds;
using Aggregator.Fetching;
using Aggregator.Html;
using Aggregator.Model;
using Aggregator.Polling;
using Aggregator.Stores;

namespace Aggregator.Pipeline;

/// <summary>
/// POLL: claims due feeds, fetches, parses, identifies their entries and commits all of it with the next schedule as one transaction,
/// so that a validator is never stored before its entries are.
/// </summary>
internal sealed partial class PollStage(
    IPollStore store, FeedFetcher fetcher, EntryIntake intake, HostMemory hosts, AggregatorOptions options, TimeProvider time, PipelineMetrics metrics,
    ILogger<PollStage> logger)
{
    // As long as a tick: a feed that falls due while all others hang waits no longer than when nothing is under way.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    // A poll that was not sent because its host asked for patience is looked at again after this where the host named no time.
    private static readonly TimeSpan HostPatience = TimeSpan.FromMinutes(10);

    /// <summary>Polls all feeds that are due, or those of <paramref name="only"/> whether due or not; returns when none is left.</summary>
    /// <param name="remember">Whether the visits are wanted: a service that is always at work must not gather them.</param>
    public async Task<IReadOnlyList<FeedVisit>> RunAsync(IReadOnlyCollection<long>? only, CancellationToken cancellation, bool remember = true)
    {
        // What pages were told since the last tick; feeds' own refusals are saved with their visit.
        await hosts.SaveAsync(cancellation);
        var visits = new List<FeedVisit>();
        var underWay = new HashSet<Task<FeedVisit>>();
        var waiting = only is null ? null : new HashSet<long>(only);
        // Feeds that wait for their host's turn take no request; so more may be claimed than requests may be under way.
        var most = options.Concurrency * 4;
        var look = Task.Delay(LookAgain, time, cancellation);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var room = most - underWay.Count;
            var claimed = room == 0 || waiting is { Count: 0 } ? [] : await store.ClaimDueFeedsAsync(time.GetUtcNow(), room, waiting, cancellation);
            foreach (var feed in claimed)
            {
                waiting?.Remove(feed.Id);
                underWay.Add(VisitAsync(feed, byHand: only is not null, cancellation));
            }

            // Nothing to be had although there was room: the rest is gone or claimed elsewhere.
            if (room > 0 && claimed.Count == 0)
                waiting?.Clear();
            if (underWay.Count == 0)
                return visits;
            await Task.WhenAny([.. underWay, look]);
            if (look.IsCompleted)
                look = Task.Delay(LookAgain, time, cancellation);
            foreach (var done in underWay.Where(t => t.IsCompleted).ToList())
            {
                underWay.Remove(done);
                var visit = await done;
                if (remember)
                    visits.Add(visit);
            }
        }
    }

    private async Task<FeedVisit> VisitAsync(Feed feed, bool byHand, CancellationToken cancellation)
    {
        using var activity = metrics.Activities.StartActivity("poll");
        PollCommit commit;
        try
        {
            commit = Quiet(feed, byHand) is { } quiet ? PutOff(feed, quiet) : await PollAsync(feed, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogBroken(logger, e, feed.Definition.Title);
            commit = Judge(feed, new(PollReading.Broken(feed, e), [], 0));
        }

        await hosts.SaveAsync(cancellation);
        var (fetch, mergedInto) = await intake.CommitAsync(commit, cancellation);
        if (mergedInto is { } other)
            LogMerged(logger, feed.Definition.Title, commit.NewUrl!, other);
        if (commit.Sent || fetch.Error is not null)
            Report(feed, fetch);
        return new FeedVisit(feed, fetch);
    }

    private async Task<PollCommit> PollAsync(Feed feed, CancellationToken cancellation)
    {
        var fetched = await fetcher.FetchAsync(FeedFetchRequest.For(feed, PollingSettings.For(options, feed.Definition), time.GetUtcNow()), cancellation);
        var bytes = (fetched as FeedFetchResult.Fetched)?.Body.Length ?? 0;
        var reader = ReaderChoice.For(options, feed.Definition);
        var commit = Judge(feed, await intake.ReadAsync(
            feed, () => PollReading.Read(feed, fetched, reader, options.MaxEntries), reading => reading.Document, fetched.Url, bytes, cancellation));
        // A redirect was followed and its target read as a feed; an announced address is asked once, when it has stood there long enough.
        return commit.NewUrl is { } announced && fetched.Redirects.Count == 0 && !await IsFeedAsync(announced, cancellation)
            ? commit with { NewUrl = null }
            : commit;
    }

    private async Task<bool> IsFeedAsync(string url, CancellationToken cancellation) =>
        await fetcher.FetchAsync(new FeedFetchRequest(new Uri(url)), cancellation) is FeedFetchResult.Fetched fetched
            && FeedParser.Parse(fetched.Body, new FeedContext(fetched.Url, fetched.ContentType)) is FeedParseResult.Parsed;

    private PollCommit Judge(Feed feed, ReadEntries<PollReading> read)
    {
        var (reading, entries, known) = read;
        var now = time.GetUtcNow();
        var rules = PollingSettings.For(options, feed.Definition);
        var decision = reading.NotSent
            ? new PollDecision(PollingPolicy.Postpone(
                feed.State, now + (reading.Seen.RetryAfter ?? HostPatience), reading.Seen.Error ?? "the host is cooling down", Jitter(feed), now))
            : PollingPolicy.Next(feed.State, reading.Seen with { Entries = entries.Count, Known = known }, rules, now, Jitter(feed));
        return new PollCommit
        {
            FeedId = feed.Id,
            State = WithSite(decision.State, reading),
            Sent = !reading.NotSent,
            NewUrl = decision.NewUrl,
            Fetch = reading.Record(now, entries.Count, feed.State, decision.State),
            Entries = entries,
            Now = now,
        };
    }

    // What a person asked for is done at any hour.
    private QuietHours? Quiet(Feed feed, bool byHand) =>
        !byHand && feed.State.NextPollReason != FeedState.AskedFor && PollingSettings.For(options, feed.Definition).Quiet is { } quiet
            && quiet.Holds(time.GetUtcNow())
            ? quiet
            : null;

    private PollCommit PutOff(Feed feed, QuietHours quiet)
    {
        var now = time.GetUtcNow();
        var state = PollingPolicy.KeepQuiet(feed.State, quiet, Jitter(feed), now);
        return new PollCommit
        {
            FeedId = feed.Id,
            State = state,
            Sent = false,
            Fetch = new FetchRecord
            {
                At = now,
                Fate = feed.State.LastFate ?? FetchFate.NotModified,
                NextPollAt = state.NextPollAt,
                NextPollReason = state.NextPollReason,
            },
            Now = now,
        };
    }

    private static FeedState WithSite(FeedState state, PollReading reading) => reading.Document is not { } document ? state : state with
    {
        SiteTitle = document.Title is { } title ? TitleText.Of(title) : null,
        SiteLink = document.Link,
        SiteId = document.Id,
        Hub = reading.Hub ?? (document.Hubs.Count > 0 ? document.Hubs[0] : null),
        Topic = reading.Self ?? document.Self,
    };

    // Two feeds never share their jitter, and a feed gets another one at each poll; nothing here needs to be unpredictable.
    private double Jitter(Feed feed)
    {
        Span<byte> seed = stackalloc byte[16];
        BitConverter.TryWriteBytes(seed, feed.Id);
        BitConverter.TryWriteBytes(seed[8..], time.GetUtcNow().UtcTicks);
        return (BitConverter.ToUInt32(SHA256.HashData(seed)) / (double)uint.MaxValue * 2) - 1;
    }

    private void Report(Feed feed, FetchRecord fetch)
    {
        if (fetch.Error is { } error)
            LogFailed(logger, feed.Definition.Title, fetch.Fate, error, fetch.NextPollAt, fetch.NextPollReason ?? "");
        else
            LogPolled(logger, feed.Definition.Title, fetch.Fate, fetch.New, fetch.Changed, fetch.NextPollAt);
    }

    [LoggerMessage(LogLevel.Information, "{Feed}: {Fate}, {New} new, {Changed} changed; next at {Next:u}")]
    private static partial void LogPolled(ILogger logger, string feed, FetchFate fate, int @new, int changed, DateTimeOffset next);

    [LoggerMessage(LogLevel.Warning, "{Feed}: {Fate}: {Error}; tried again at {Next:u} ({Reason})")]
    private static partial void LogFailed(ILogger logger, string feed, FetchFate fate, string error, DateTimeOffset next, string reason);

    [LoggerMessage(LogLevel.Information, "{Feed} has moved for good to {Url}, where feed {Other} is polled already: the two are one from now on")]
    private static partial void LogMerged(ILogger logger, string feed, string url, long other);

    [LoggerMessage(LogLevel.Error, "Polling {Feed} failed in our own code")]
    private static partial void LogBroken(ILogger logger, Exception exception, string feed);
}

/// <summary>One feed's share of a pass.</summary>
internal sealed record FeedVisit(Feed Feed, FetchRecord Fetch);
