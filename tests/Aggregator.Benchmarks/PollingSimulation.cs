using System.Globalization;
using Aggregator.Polling;

namespace Aggregator;

/// <summary>
/// A month of many feeds, polled by our policy, every 60 minutes, and by Miniflux's entry_frequency rule. Deterministic: one random source per feed. Plain figures on
/// the console: delay from publication to sighting, requests per feed and day, entries lost. The first table is the family that the policy was set on,
/// the others a quarter as many feeds of other seeds and of a second family.
/// </summary>
internal static class PollingSimulation
{
    private static readonly PollingOptions Free = new() { ConditionalFloor = TimeSpan.Zero, UnconditionalFloor = TimeSpan.Zero };

    private static readonly (string Name, Func<SimulatedPublisher, int, SimulatedPoller> Make)[] Pollers =
    [
        ("fixed 60 minutes", (_, _) => new FixedPoller()),
        ("Miniflux entry_frequency, an hour at least", (feed, _) => new MinifluxPoller(feed, 60)),
        ("ours, an hour at least, whoever invites", (feed, s) => new PolicyPoller(feed, Free with { MinInterval = TimeSpan.FromHours(1) }, s)),
        ("ours, as shipped", (feed, s) => new PolicyPoller(feed, new PollingOptions(), s)),
        ("Miniflux entry_frequency", (feed, _) => new MinifluxPoller(feed, 5)),
        ("ours, 5 minutes to 24 hours", (feed, s) => new PolicyPoller(feed, Free, s)),
    ];

    public static void Run(int feeds = 10_000)
    {
        var few = Math.Max(1, feeds / 4);
        Run("office hours", OfficeHoursFeeds.Make, feeds, 42);
        Run("office hours", OfficeHoursFeeds.Make, few, 7);
        Run("mixed habits", MixedHabitsFeeds.Make, few, 42);
        Run("mixed habits", MixedHabitsFeeds.Make, few, 7);
    }

    private static void Run(string family, Func<int, SimulatedFeed> make, int feeds, int seed)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nFamily \"{family}\", {feeds} feeds, {SimulatedFeed.Days} days, seed {seed}"));
        Console.WriteLine("| policy | requests per feed and day | of them full | median delay, min | mean delay, min | 90 % within, min | median of feeds' medians, min | entries | lost | lost % |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach ((var name, var poller) in Pollers)
        {
            var outcomes = new SimulatedOutcome[feeds];
            Parallel.For(0, feeds, i =>
            {
                var feed = make((seed * 1_000_003) + i);
                outcomes[i] = feed.Run(poller(feed.Publisher, i));
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
        var days = (double)outcomes.Length * SimulatedFeed.Days;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {polls / days:0.00} | {full / days:0.00} | {delays[delays.Length / 2]:0.0} | {delays.Average():0.0} | {delays[(int)(delays.Length * 0.9)]:0.0} | {medians[medians.Length / 2]:0.0} | {entries} | {lost} | {100.0 * lost / entries:0.000} |"));
    }
}
