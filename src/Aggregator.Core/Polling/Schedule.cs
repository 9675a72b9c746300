using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>Puts the own rhythm, the publisher's hints and the courtesy floors together: the latest of them counts.</summary>
internal static class Schedule
{
    /// <summary>fetching.md rule 15.</summary>
    private const double JitterShare = 0.1;

    /// <summary>A long weekend; feeds that skip every day of the week mean something else.</summary>
    private static readonly TimeSpan MostSkipped = TimeSpan.FromDays(3);

    /// <summary>Polls at fixed times come within this time after them, so that feeds with the same time do not come at one moment (rule 15).</summary>
    private static readonly TimeSpan FixedSpread = TimeSpan.FromMinutes(1);

    /// <summary>A fixed time that courtesy forbids by less than this share of its wait is put off and not left out: polls take a while themselves.</summary>
    private const double PutOffShare = 0.1;

    public static (DateTimeOffset At, string Reason) AfterSuccess(FeedState state, PollMemory memory, PollingOptions options, DateTimeOffset now, double jitter)
    {
        var own = state.Rhythm ?? options.FirstInterval;
        var floors = Floors(state, memory, options);
        return Settle(("own rhythm", own), floors, TimeSpan.Zero, memory, options, now, jitter);
    }

    public static (DateTimeOffset At, string Reason) AfterFailure(FeedState state, PollObservation seen, PollMemory memory, PollingOptions options,
        DateTimeOffset now, double jitter)
    {
        var own = state.Rhythm ?? options.FirstInterval;
        (var floors, var invited) = Hints(memory with { Fresh = null }, options);
        // a feed that never answered has nothing to be courteous about, and one bad first minute should not cost it a day
        if (!invited && state.LastSuccessAt is not null)
            floors.Add(("courtesy", Within(options.ConditionalFloor, memory, options.MinInterval)));
        if (seen.RetryAfter is { } wait)
            return Settle(("own rhythm", own), [("retry-after", wait), .. floors], TimeSpan.Zero, new(), options, now, jitter);
        var name = string.Create(CultureInfo.InvariantCulture, $"back-off after {state.Failures} {(state.Failures == 1 ? "failure" : "failures")}");
        // a rhythm that was never learnt is no reason to back off for longer than the fault asks for
        var learnt = state.LastSuccessAt is null ? TimeSpan.Zero : own;
        var backOff = BackOff.Interval(seen, state.Failures, learnt, options);
        return Settle((name, backOff), floors, backOff, new(), options, now, jitter);
    }

    private static List<(string Name, TimeSpan Wait)> Floors(FeedState state, PollMemory memory, PollingOptions options)
    {
        (var floors, var invited) = Hints(memory, options);
        if (!invited)
        {
            floors.Add(ValidatorRule.Has(state)
                ? ("courtesy", Within(options.ConditionalFloor, memory, options.MinInterval))
                : ("courtesy without validators", Within(options.UnconditionalFloor, memory, options.ConditionalFloor)));
        }

        return floors;
    }

    /// <summary>
    /// What publisher and owner say, each at most the longest interval. A freshness, a ttl or an owner's interval is an invitation to come that often
    /// and replaces our own courtesy; an update period is none, as programs write the same one into every feed (fetching.md rule 20).
    /// </summary>
    private static (List<(string Name, TimeSpan Wait)> Hints, bool Invited) Hints(PollMemory memory, PollingOptions options)
    {
        List<(string Name, TimeSpan Wait)> hints = [];
        Add(memory.FreshSource ?? "cache-control", memory.Fresh / 60);
        Add("ttl", memory.Ttl);
        if (options.OwnerInterval is { } owner)
            hints.Add(("owner's interval", owner));
        var invited = hints.Count > 0;
        Add("update period", memory.Update);
        return (hints, invited);

        void Add(string name, double? minutes)
        {
            if (minutes > 0)
                hints.Add((name, TimeSpan.FromMinutes(Math.Min(minutes.Value, options.MaxInterval.TotalMinutes))));
        }
    }

    /// <summary>
    /// Courtesy ends where entries would leave the document unseen: then the feed is polled as often as it takes, but not more often than
    /// <paramref name="least"/>.
    /// </summary>
    private static TimeSpan Within(TimeSpan floor, PollMemory memory, TimeSpan least)
    {
        var safe = memory.SafeMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : floor;
        var bounded = safe > least ? safe : least;
        return bounded < floor ? bounded : floor;
    }

    /// <summary>
    /// Brings a feed's next poll forward to a fixed time of its owner that comes before it, as far as courtesy lets it: for wishes that were written down
    /// after the last poll. A feed that fails or waits for its host keeps its time.
    /// </summary>
    public static (DateTimeOffset At, string? Reason) BringForward(
        FeedState state, PollMemory memory, PollingOptions options, DateTimeOffset now, double jitter)
    {
        if (state.NextPollAt <= now || state.Failures > 0 || state.LastFate is FetchFate.RateLimited || state.LastSuccessAt is null)
            return (state.NextPollAt, state.NextPollReason);
        var since = state.LastPolledAt ?? now;
        var least = Least(Floors(state, memory, options), TimeSpan.Zero, options);
        var (at, name) = AtFixedTime(state.NextPollAt, since + least > now ? since + least - now : TimeSpan.Zero, options, now, jitter);
        return name is null || at >= state.NextPollAt ? (state.NextPollAt, state.NextPollReason) : (at, name);
    }

    /// <param name="least">What an owner's fixed time must wait for besides the floors: a back-off.</param>
    private static (DateTimeOffset At, string Reason) Settle(
        (string Name, TimeSpan Wait) own, List<(string Name, TimeSpan Wait)> floors, TimeSpan least, PollMemory memory, PollingOptions options,
        DateTimeOffset now, double jitter)
    {
        var floor = floors.Count == 0 ? TimeSpan.Zero : floors.Max(f => f.Wait);
        var wait = Jitter(own.Wait > floor ? own.Wait : floor, floor, jitter);
        List<string> reasons = [.. floors.Append(own).OrderByDescending(part => part.Wait).Select(Describe)];
        var (at, fixedTime) = AtFixedTime(now + wait, Least(floors, least, options), options, now, jitter);
        if (fixedTime is not null)
            reasons.Insert(0, fixedTime);
        var open = SkipTimes.After(at, memory, at + MostSkipped);
        if (open > at)
        {
            reasons.Insert(0, string.Create(CultureInfo.InvariantCulture, $"not before {open:yyyy-MM-dd HH:mm}Z by skipHours or skipDays"));
            at = open + Jitter(TimeSpan.FromMinutes(5), TimeSpan.Zero, jitter);
        }

        if (options.Quiet is { } quiet && quiet.Holds(at))
        {
            reasons.Insert(0, quiet.Name);
            at = AfterQuiet(quiet, at, jitter);
        }

        return (at, string.Join("; ", reasons));
    }

    /// <summary>A moment shortly after the quiet hours that <paramref name="at"/> falls into, since all feeds wait for the same end.</summary>
    public static DateTimeOffset AfterQuiet(QuietHours quiet, DateTimeOffset at, double jitter) =>
        quiet.After(at) + (TimeSpan.FromMinutes(5) * (1 + Math.Clamp(jitter, -1, 1)));

    // The shortest time to the next poll, whoever wants it.
    private static TimeSpan Least(List<(string Name, TimeSpan Wait)> floors, TimeSpan least, PollingOptions options) =>
        floors.Select(floor => floor.Wait).Append(least).Append(options.OwnerInterval ?? options.MinInterval).Max();

    /// <summary>
    /// The next poll at a fixed time where one comes before <paramref name="at"/>, or so shortly after it that a poll at <paramref name="at"/> would forbid it;
    /// else <paramref name="at"/> without a name. No fixed time is earlier than <paramref name="least"/> from now.
    /// </summary>
    private static (DateTimeOffset At, string? Name) AtFixedTime(
        DateTimeOffset at, TimeSpan least, PollingOptions options, DateTimeOffset now, double jitter)
    {
        var earliest = now + least;
        if (options.FixedTimeAfter?.Invoke(now) is not { } next)
            return (at, null);
        var (then, name) = Spread(next);
        if (then < earliest)
        {
            (then, name) = earliest - then <= least * PutOffShare ? (earliest, next.Name + ", put off by courtesy")
                : options.FixedTimeAfter(earliest) is { } later ? Spread(later)
                : (DateTimeOffset.MaxValue, next.Name);
        }

        return then - at < least ? (then, name) : (at, null);

        (DateTimeOffset At, string Name) Spread(FixedTime time) => (time.At + (FixedSpread * ((1 + Math.Clamp(jitter, -1, 1)) / 2)), time.Name);
    }

    /// <summary>Spreads to both sides, but never below what others have asked for: what falls below is turned upward.</summary>
    private static TimeSpan Jitter(TimeSpan wait, TimeSpan floor, double jitter)
    {
        var moved = wait * (1 + (JitterShare * Math.Clamp(jitter, -1, 1)));
        return moved < floor ? floor + (floor - moved) : moved;
    }

    private static string Describe((string Name, TimeSpan Wait) part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Wait.TotalSeconds:0} s");
}
