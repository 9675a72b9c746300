using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>Decides when to come back to a feed, and why. Pure: the same arguments give the same answer.</summary>
public static class PollingPolicy
{
    /// <summary>When a feed that has ended is polled next; a date that every database can hold.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Which of the feed's validators the next request carries; none also for the rare full read of a feed that only answers 304.</summary>
    public static SentValidators Send(FeedState state, PollingOptions options, DateTimeOffset now) => ValidatorRule.Send(state, options, now);

    /// <summary>The feed's state after a poll.</summary>
    /// <param name="before">The state that the poll started from.</param>
    /// <param name="seen">What the poll showed.</param>
    /// <param name="now">When the poll ended.</param>
    /// <param name="jitter">−1 to 1, evenly spread, so that feeds are not polled in step; moves the time by up to a tenth.</param>
    public static PollDecision Next(FeedState before, PollObservation seen, PollingOptions options, DateTimeOffset now, double jitter)
    {
        if (ValidatorRule.Has(before) && !seen.Conditional && seen.Status != 304)
            before = before with { PollMemory = (PollMemory.Read(before.PollMemory) with { FullTriedAt = now }).Write() };
        var success = seen.Fate is FetchFate.Updated or FetchFate.NotModified;
        var state = ValidatorRule.Apply(before, seen) with
        {
            LastPolledAt = now,
            LastFate = seen.Fate,
            LastStatus = seen.Status,
            LastError = success ? null : seen.Error,
        };
        if (seen.Fate == FetchFate.Gone || (success && seen.Expired))
            return new(End(state, success ? "the feed says that it has ended" : "410 gone"));
        return success ? Succeed(before, state, seen, options, now, jitter) : Fail(before, state, seen, options, now, jitter);
    }

    /// <summary>Puts a poll off that was never made, because its host is cooling down.</summary>
    public static FeedState Postpone(FeedState before, DateTimeOffset until, string reason, double jitter, DateTimeOffset now) => before with
    {
        NextPollAt = until + ((until - now) * 0.05 * (1 + jitter)),
        NextPollReason = reason,
    };

    /// <summary>Puts a poll off that fell due in quiet hours.</summary>
    public static FeedState KeepQuiet(FeedState before, QuietHours quiet, double jitter, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(quiet);
        return before with { NextPollAt = Schedule.AfterQuiet(quiet, now, jitter), NextPollReason = quiet.Name };
    }

    /// <summary>Brings the next poll forward to a fixed time of the feed's owner, where one was wished for after the last poll and courtesy lets it.</summary>
    public static FeedState BringForward(FeedState before, PollingOptions options, DateTimeOffset now, double jitter)
    {
        (var at, var reason) = Schedule.BringForward(before, PollMemory.Read(before.PollMemory), options, now, jitter);
        return before with { NextPollAt = at, NextPollReason = reason };
    }

    private static PollDecision Succeed(FeedState before, FeedState state, PollObservation seen, PollingOptions options, DateTimeOffset now, double jitter)
    {
        var full = seen.Status != 304 && !seen.IsDelta;
        var learnt = ValidatorChoice.Learn(PollMemory.Read(before.PollMemory).With(seen), before, seen);
        (var rhythm, var memory) = OwnRhythm.Next(learnt, seen, options, now);
        (state, var adopted) = RedirectRule.Apply(state, seen, now, memory.MovedTo);
        state = state with
        {
            Failures = 0,
            FailingSince = null,
            LastSuccessAt = now,
            LastFullAt = full ? now : before.LastFullAt,
            LastNewAt = seen.Entries > seen.Known ? now : before.LastNewAt,
            BodyHash = full ? seen.BodyHash ?? before.BodyHash : before.BodyHash,
            EstimatedLoss = before.EstimatedLoss + LossRule.Estimate(before, seen),
            Rhythm = rhythm,
            PollMemory = memory.Write(),
        };
        (var at, var reason) = Schedule.AfterSuccess(state, memory, options, now, jitter);
        return new(state with { NextPollAt = at, NextPollReason = reason }, adopted);
    }

    private static PollDecision Fail(FeedState before, FeedState state, PollObservation seen, PollingOptions options, DateTimeOffset now, double jitter)
    {
        // a stated wait is the server managing its load and no fault of the feed: it does not add to the back-off
        state = state with { Failures = seen.RetryAfter is null ? before.Failures + 1 : before.Failures, FailingSince = before.FailingSince ?? now };
        (var at, var reason) = Schedule.AfterFailure(state, seen, PollMemory.Read(before.PollMemory), options, now, jitter);
        return new(state with { NextPollAt = at, NextPollReason = reason });
    }

    private static FeedState End(FeedState state, string reason) => state with { Gone = true, NextPollAt = Never, NextPollReason = reason };
}
