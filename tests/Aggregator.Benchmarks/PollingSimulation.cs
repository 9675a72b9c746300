using System.Globalization;
using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator;

/// <summary>
/// A month of many feeds, polled by our policy, every 60 minutes, and by Miniflux's entry_frequency rule. Deterministic: one seed, one random
/// source per feed. Plain figures on the console: delay from publication to sighting, requests per feed and day, entries lost.
/// </summary>
internal static class PollingSimulation
{
    public static void Run(int feeds = 10_000, int seed = 42)
    {
        (string Name, Func<SimulatedFeed, int, SimulatedPoller> Make)[] pollers =
        [
            ("fixed 60 minutes", (_, _) => new FixedPoller()),
            ("Miniflux entry_frequency", (feed, _) => new MinifluxPoller(feed)),
            ("ours, no courtesy floor", (feed, s) => new PolicyPoller(feed, new PollingOptions { ConditionalFloor = TimeSpan.Zero, UnconditionalFloor = TimeSpan.Zero }, s)),
            ("ours, as shipped", (feed, s) => new PolicyPoller(feed, new PollingOptions(), s)),
        ];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feeds} feeds, {SimulatedFeed.Days} days, seed {seed}"));
        Console.WriteLine("| policy | requests per feed and day | of them full | median delay, min | mean delay, min | 90 % within, min | median of feeds' medians, min | entries | lost | lost % |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach ((string name, Func<SimulatedFeed, int, SimulatedPoller> make) in pollers)
        {
            var outcomes = new SimulatedOutcome[feeds];
            Parallel.For(0, feeds, i =>
            {
                var feed = new SimulatedFeed((seed * 1_000_003) + i);
                outcomes[i] = feed.Run(make(feed, i));
            });
            Print(name, outcomes);
        }
    }

    private static void Print(string name, SimulatedOutcome[] outcomes)
    {
        float[] delays = [.. outcomes.SelectMany(o => o.DelayMinutes)];
        Array.Sort(delays);
        float[] medians = [.. outcomes.Where(o => o.DelayMinutes.Count > 0).Select(o => o.DelayMinutes.Order().ElementAt(o.DelayMinutes.Count / 2)).Order()];
        long polls = outcomes.Sum(o => (long)o.Polls), full = outcomes.Sum(o => (long)o.Full), lost = outcomes.Sum(o => (long)o.Lost), entries = outcomes.Sum(o => (long)o.Entries);
        double days = (double)outcomes.Length * SimulatedFeed.Days;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {polls / days:0.00} | {full / days:0.00} | {delays[delays.Length / 2]:0.0} | {delays.Average():0.0} | {delays[(int)(delays.Length * 0.9)]:0.0} | {medians[medians.Length / 2]:0.0} | {entries} | {lost} | {100.0 * lost / entries:0.000} |"));
    }
}

/// <param name="DelayMinutes">Of every entry that was sighted.</param>
/// <param name="Full">Polls that were answered with a document.</param>
/// <param name="Lost">Entries that left the document before a poll.</param>
internal sealed record SimulatedOutcome(List<float> DelayMinutes, int Polls, int Full, int Lost, int Entries);

/// <summary>Decides when to come back.</summary>
internal abstract class SimulatedPoller
{
    public abstract DateTimeOffset Next(DateTimeOffset now, bool notModified, int entries, int known, IReadOnlyList<DateTimeOffset> dates);
}

internal sealed class FixedPoller : SimulatedPoller
{
    public override DateTimeOffset Next(DateTimeOffset now, bool notModified, int entries, int known, IReadOnlyList<DateTimeOffset> dates) => now.AddMinutes(60);
}

/// <summary>Miniflux, POLLING_SCHEDULER=entry_frequency with its defaults: a week over the entries of the last one, 5 minutes to 24 hours, then the publisher's hints.</summary>
internal sealed class MinifluxPoller(SimulatedFeed feed) : SimulatedPoller
{
    private readonly Queue<DateTimeOffset> _week = new();
    private DateTimeOffset _newest = DateTimeOffset.MinValue;

    public override DateTimeOffset Next(DateTimeOffset now, bool notModified, int entries, int known, IReadOnlyList<DateTimeOffset> dates)
    {
        foreach (DateTimeOffset date in dates.Where(d => d > _newest).Order())
        {
            _week.Enqueue(date);
            _newest = date;
        }

        while (_week.TryPeek(out DateTimeOffset first) && first < now.AddDays(-7))
            _week.Dequeue();
        double minutes = _week.Count == 0 ? 1440 : Math.Clamp(7 * 1440.0 / _week.Count, 5, 1440);
        // on a 304 Miniflux schedules without the headers (HTTP.md section 2)
        double hint = notModified ? 0 : Math.Max(feed.Ttl?.TotalMinutes ?? 0, feed.MaxAge?.TotalMinutes ?? 0);
        return now.AddMinutes(Math.Min(1440, Math.Max(minutes, hint)));
    }
}

internal sealed class PolicyPoller(SimulatedFeed feed, PollingOptions options, int seed) : SimulatedPoller
{
    private readonly Random _random = new(seed);
    private FeedState _state = new();

    public override DateTimeOffset Next(DateTimeOffset now, bool notModified, int entries, int known, IReadOnlyList<DateTimeOffset> dates)
    {
        var seen = new PollObservation
        {
            Fate = notModified ? FetchFate.NotModified : FetchFate.Updated,
            Status = notModified ? 304 : 200,
            ETag = feed.HasValidators ? "\"v\"" : null,
            FinalUrl = "https://feed.test/",
            Freshness = new Freshness(feed.MaxAge, "cache-control"),
            Hints = notModified ? null : new PublisherHints(feed.Ttl, feed.UpdateInterval, [], []),
            Entries = entries,
            Known = known,
            EntryDates = dates,
        };
        _state = PollingPolicy.Next(_state, seen, options, now, (_random.NextDouble() * 2) - 1).State;
        return _state.NextPollAt;
    }
}
