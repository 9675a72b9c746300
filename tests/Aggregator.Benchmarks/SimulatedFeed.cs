namespace Aggregator;

/// <summary>What one simulated feed publishes and what its server and document say, apart from how it is polled.</summary>
/// <param name="Published">In order, from <see cref="SimulatedFeed.History"/> days before the first poll to the end of the month.</param>
/// <param name="Window">Entries that the document holds.</param>
internal sealed record SimulatedPublisher(DateTimeOffset[] Published, int Window, bool HasValidators, TimeSpan? MaxAge, TimeSpan? Ttl, TimeSpan? UpdateInterval);

/// <summary>A month of one feed under one poller.</summary>
internal sealed class SimulatedFeed(SimulatedPublisher publisher, double start)
{
    public const int Days = 30;

    /// <summary>Days before the first poll, which fill the first document.</summary>
    public const int History = 90;

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public SimulatedPublisher Publisher => publisher;

    /// <summary>Polls from a moment within the first hour to the end of the month. What stands in the first document is no sighting: it was published before anybody looked.</summary>
    public SimulatedOutcome Run(SimulatedPoller poller)
    {
        var published = publisher.Published;
        DateTimeOffset end = Start.AddDays(Days), now = Start.AddHours(start);
        int first = Count(now), seen = -1, full = 0, lost = 0, polls = 0;
        List<float> delays = [];
        for (; now < end; polls++)
        {
            int visible = Count(now), oldest = Math.Max(0, visible - publisher.Window);
            var notModified = polls > 0 && publisher.HasValidators && visible == seen;
            for (var i = Math.Max(oldest, seen); polls > 0 && i < visible; i++)
                delays.Add((float)(now - published[i]).TotalMinutes);
            lost += polls > 0 ? Math.Max(0, oldest - seen) : 0;
            var known = polls == 0 ? 0 : Math.Max(0, Math.Min(seen, visible) - oldest);
            full += notModified ? 0 : 1;
            now = notModified
                ? poller.Next(now, true, 0, 0, [])
                : poller.Next(now, false, visible - oldest, known, new ArraySegment<DateTimeOffset>(published, oldest, visible - oldest));
            seen = visible;
        }

        return new(delays, polls, full, lost, Math.Max(0, seen - first));
    }

    private int Count(DateTimeOffset now)
    {
        var at = Array.BinarySearch(publisher.Published, now);
        return at < 0 ? ~at : at + 1;
    }
}

/// <param name="DelayMinutes">Of every entry that was sighted.</param>
/// <param name="Full">Polls that were answered with a document.</param>
/// <param name="Lost">Entries that left the document before a poll.</param>
internal sealed record SimulatedOutcome(List<float> DelayMinutes, int Polls, int Full, int Lost, int Entries);
