
namespace Aggregator.Polling;

/// <summary>
/// The interval that a feed's own publishing asks for: until so much is expected to have been published as makes the next poll worth while.
/// The share of polls that find nothing new steers it: above two thirds it grows, below one third it shrinks.
/// </summary>
/// <remarks>
/// Media Cloud's rss-fetcher steers by the share of seen entries in the document. A document of twenty entries would then be polled after a dozen new ones:
/// no loss, but hours of delay. Counted over polls, the same rule keeps delay and requests in balance; a document of which less than a third is known
/// still shortens the interval at once, since there entries are in danger.
/// </remarks>
internal static class OwnRhythm
{
    private const double ManySeen = 2.0 / 3, FewSeen = 1.0 / 3;

    /// <summary>Weight of the last poll in the share.</summary>
    private const double Recent = 0.1;

    /// <summary>One step of the controller, and how far it may carry the estimate.</summary>
    private const double Step = 1.06, MostCorrection = 2.5;

    /// <summary>
    /// Publications to wait for at one a day, and how that grows with the rate: with 0 every feed would have as many publications a poll, with 0.5 the mean
    /// delay of all entries would be least for a given number of requests, but that of the many entries of lively feeds longer. Set by hand in the
    /// simulation (PollingSimulation), over some seven settings near these, with both families of feeds on screen. With 0.8 instead of 0.83 two tables of
    /// four took 0.2 and 0.4 % more requests than Miniflux's rule under the same floor, and delays were 1 to 2 % shorter.
    /// </summary>
    private const double Worth = 0.83, Growth = 0.2;

    /// <summary>The part of a document that may turn over before the next poll: publishing comes in bursts, so most of it is kept in reserve.</summary>
    private const double SafeShare = 0.33;

    private static readonly TimeSpan Stride = TimeSpan.FromMinutes(10);

    public static (TimeSpan Rhythm, PollMemory Memory) Next(PollMemory memory, PollObservation seen, PollingOptions options, DateTimeOffset now)
    {
        var fresh = seen.Entries - seen.Known;
        var activity = Activity.Learn(memory.Activity, seen.EntryDates, fresh, options.FirstInterval, now);
        var window = seen.Entries > 0 && !seen.IsDelta ? seen.Entries : memory.Window ?? 0;
        TimeSpan? safe = window == 0 ? null : Until(activity, window * SafeShare / activity.Size, options, now);
        memory = memory with { Window = window, SafeMinutes = safe?.TotalMinutes };
        if (memory.Activity is null)
            return (Clamp(Ahead(activity, 1, options, now), safe, options), memory with { Activity = activity });
        var share = ((1 - Recent) * (memory.SeenShare ?? 0.5)) + (fresh > 0 ? 0 : Recent);
        var correction = memory.Correction ?? 1;
        if (seen.Entries > 0 && !seen.IsDelta && seen.Known < seen.Entries * FewSeen)
            correction *= 0.5;
        else if (share > ManySeen)
            correction *= Step;
        else if (share < FewSeen)
            correction /= Step;
        // what was lengthened in a silence ends with it
        if (fresh > 1)
            correction = Math.Min(correction, 1);
        correction = Math.Clamp(correction, 1 / MostCorrection, MostCorrection);
        var next = memory with { Activity = activity, SeenShare = Math.Round(share, 4), Correction = Math.Round(correction, 4) };
        return (Clamp(Ahead(activity, correction, options, now), safe, options), next);
    }

    /// <summary>The time until the expected publications make a poll worth while.</summary>
    private static TimeSpan Ahead(Activity activity, double correction, PollingOptions options, DateTimeOffset now) =>
        Until(activity, Worth * Math.Pow(Math.Max(activity.Rate, 0.01), Growth) * correction, options, now);

    /// <summary>The time until so many publications are to be expected, at most the longest interval.</summary>
    private static TimeSpan Until(Activity activity, double worth, PollingOptions options, DateTimeOffset now)
    {
        var rates = activity.ExpectedRates();
        double expected = 0;
        for (var ahead = TimeSpan.Zero; ahead < options.MaxInterval; ahead += Stride)
        {
            var at = (now + ahead).ToUniversalTime();
            var weekend = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 24 : 0;
            var more = rates[weekend + at.Hour] * Stride.TotalDays;
            if (expected + more >= worth)
                return ahead + (Stride * ((worth - expected) / more));
            expected += more;
        }

        return options.MaxInterval;
    }

    private static TimeSpan Clamp(TimeSpan rhythm, TimeSpan? safe, PollingOptions options)
    {
        if (safe < rhythm)
            rhythm = safe.Value;
        var least = options.OwnerInterval ?? options.MinInterval;
        return rhythm < least ? least : rhythm > options.MaxInterval ? options.MaxInterval : rhythm;
    }
}
