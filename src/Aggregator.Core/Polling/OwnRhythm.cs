using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>The interval that a feed's own publishing asks for: a first guess from the gaps between its entries, then a controller.</summary>
internal static class OwnRhythm
{
    /// <summary>Above this share of already-seen entries the interval grows, below its counterpart it shrinks (Media Cloud's rss-fetcher).</summary>
    private const double ManySeen = 2.0 / 3, FewSeen = 1.0 / 3;

    /// <summary>Newest entries that the gap is taken from: enough to smooth, few enough to follow a change.</summary>
    private const int GapEntries = 10;

    public static TimeSpan Next(FeedState before, PollObservation seen, PollingOptions options, DateTimeOffset now)
    {
        TimeSpan rhythm = before.Rhythm ?? FirstGuess(seen.EntryDates, now) ?? options.FirstInterval;
        if (before.Rhythm is not null)
            rhythm *= Factor(seen);
        return Clamp(rhythm, options);
    }

    private static double Factor(PollObservation seen)
    {
        if (seen.Entries == 0 || seen.Known == seen.Entries)
            return 1.15;
        double share = (double)seen.Known / seen.Entries;
        return share < FewSeen ? 0.5 : share < ManySeen ? 0.75 : 0.85;
    }

    private static TimeSpan? FirstGuess(IReadOnlyList<DateTimeOffset> dates, DateTimeOffset now)
    {
        DateTimeOffset[] newest = [.. dates.Where(d => d <= now).OrderDescending().Take(GapEntries)];
        return newest.Length < 2 ? null : (now - newest[^1]) / newest.Length / 2;
    }

    private static TimeSpan Clamp(TimeSpan rhythm, PollingOptions options)
    {
        TimeSpan least = options.OwnerInterval ?? options.MinInterval;
        return rhythm < least ? least : rhythm > options.MaxInterval ? options.MaxInterval : rhythm;
    }
}
