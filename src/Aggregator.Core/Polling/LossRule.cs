using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>Guesses whether entries came and went between two polls.</summary>
internal static class LossRule
{
    /// <summary>
    /// A document that shares no entry with the last one has turned over completely, so that as many entries as it holds may have been missed.
    /// Not so for a delta, which holds new entries only, nor when an entry is dated before the last reading and yet unknown: then the
    /// publisher renames old entries.
    /// </summary>
    public static int Estimate(FeedState before, PollObservation seen)
    {
        if (before.LastFullAt is not { } last || before.LastNewAt is null || seen.IsDelta || seen.Entries == 0 || seen.Known > 0)
            return 0;
        return seen.EntryDates.Any(date => date < last) ? 0 : seen.Entries;
    }
}
