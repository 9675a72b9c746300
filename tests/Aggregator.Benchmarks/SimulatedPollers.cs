using Aggregator.Model;
using Aggregator.Polling;

namespace Aggregator;

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
/// <param name="least">Its lower bound, minutes; 5 as it ships.</param>
internal sealed class MinifluxPoller(SimulatedPublisher feed, double least) : SimulatedPoller
{
    private readonly Queue<DateTimeOffset> _week = new();
    private DateTimeOffset _newest = DateTimeOffset.MinValue;

    public override DateTimeOffset Next(DateTimeOffset now, bool notModified, int entries, int known, IReadOnlyList<DateTimeOffset> dates)
    {
        foreach (var date in dates.Where(d => d > _newest).Order())
        {
            _week.Enqueue(date);
            _newest = date;
        }

        while (_week.TryPeek(out var first) && first < now.AddDays(-7))
            _week.Dequeue();
        var minutes = _week.Count == 0 ? 1440 : Math.Clamp(7 * 1440.0 / _week.Count, least, 1440);
        // on a 304 Miniflux schedules without the headers (fetching.md rule 5)
        var hint = notModified ? 0 : Math.Max(feed.Ttl?.TotalMinutes ?? 0, feed.MaxAge?.TotalMinutes ?? 0);
        return now.AddMinutes(Math.Min(1440, Math.Max(minutes, hint)));
    }
}

internal sealed class PolicyPoller(SimulatedPublisher feed, PollingOptions options, int seed) : SimulatedPoller
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
