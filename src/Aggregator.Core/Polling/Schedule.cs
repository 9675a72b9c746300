using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>Puts the own rhythm, the publisher's hints and the courtesy floors together: the latest of them counts.</summary>
internal static class Schedule
{
    /// <summary>HTTP.md rule 15.</summary>
    private const double JitterShare = 0.1;

    public static (DateTimeOffset At, string Reason) AfterSuccess(FeedState state, PollMemory memory, PollingOptions options, DateTimeOffset now, double jitter)
    {
        TimeSpan own = state.Rhythm ?? options.FirstInterval;
        List<(string Name, TimeSpan Wait)> floors = Floors(state, memory, options);
        return Settle(("own rhythm", own), floors, memory, options, now, jitter);
    }

    public static (DateTimeOffset At, string Reason) AfterFailure(FeedState state, PollObservation seen, PollMemory memory, PollingOptions options, DateTimeOffset now, double jitter)
    {
        TimeSpan own = state.Rhythm ?? options.FirstInterval;
        if (seen.RetryAfter is { } wait)
            return Settle(("own rhythm", own), [("retry-after", wait)], new(), options, now, jitter);
        string name = string.Create(CultureInfo.InvariantCulture, $"back-off after {state.Failures} {(state.Failures == 1 ? "failure" : "failures")}");
        return Settle((name, BackOff.Interval(seen, state.Failures, own, options)), Floors(state, memory with { Fresh = null }, options), new(), options, now, jitter);
    }

    private static List<(string Name, TimeSpan Wait)> Floors(FeedState state, PollMemory memory, PollingOptions options)
    {
        List<(string Name, TimeSpan Wait)> hints = [];
        if (memory.Fresh is { } fresh)
            hints.Add((memory.FreshSource ?? "cache-control", TimeSpan.FromSeconds(fresh)));
        if (memory.Ttl is > 0 and var ttl)
            hints.Add(("ttl", TimeSpan.FromMinutes(Math.Min(ttl, options.MaxInterval.TotalMinutes))));
        if (memory.Update is > 0 and var update)
            hints.Add(("update period", TimeSpan.FromMinutes(Math.Min(update, options.MaxInterval.TotalMinutes))));
        List<(string Name, TimeSpan Wait)> floors = [.. hints.Where(h => h.Wait > TimeSpan.Zero).Select(h => h.Wait > options.MaxInterval ? (h.Name, options.MaxInterval) : h)];
        if (options.OwnerInterval is { } owner)
            floors.Add(("owner's interval", owner));
        else if (floors.Count == 0)
            floors.Add(ValidatorRule.Has(state) ? ("courtesy", options.ConditionalFloor) : ("courtesy without validators", options.UnconditionalFloor));
        return floors;
    }

    private static (DateTimeOffset At, string Reason) Settle(
        (string Name, TimeSpan Wait) own, List<(string Name, TimeSpan Wait)> floors, PollMemory memory, PollingOptions options, DateTimeOffset now, double jitter)
    {
        TimeSpan floor = floors.Count == 0 ? TimeSpan.Zero : floors.Max(f => f.Wait);
        TimeSpan wait = Jitter(own.Wait > floor ? own.Wait : floor, floor, jitter);
        DateTimeOffset at = now + wait;
        List<string> reasons = [.. floors.Append(own).OrderByDescending(part => part.Wait).Select(Describe)];
        DateTimeOffset open = SkipTimes.After(at, memory, now + options.MaxInterval);
        if (open > at)
            reasons.Insert(0, string.Create(CultureInfo.InvariantCulture, $"not before {open:yyyy-MM-dd HH:mm}Z by skipHours or skipDays"));
        return (open > at ? open + Jitter(TimeSpan.FromMinutes(5), TimeSpan.Zero, jitter) : at, string.Join("; ", reasons));
    }

    /// <summary>Spreads to both sides, but never below what others have asked for: what falls below is turned upward.</summary>
    private static TimeSpan Jitter(TimeSpan wait, TimeSpan floor, double jitter)
    {
        TimeSpan moved = wait * (1 + (JitterShare * Math.Clamp(jitter, -1, 1)));
        return moved < floor ? floor + (floor - moved) : moved;
    }

    private static string Describe((string Name, TimeSpan Wait) part) => string.Create(CultureInfo.InvariantCulture, $"{part.Name} {part.Wait.TotalSeconds:0} s");
}
