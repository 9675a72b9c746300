using System.Globalization;
using Aggregator.Model;

namespace Aggregator.Polling;

/// <summary>What is the matter with a feed.</summary>
public enum FeedTroubleKind
{
    /// <summary>The last poll failed.</summary>
    Failing,

    /// <summary>No poll has succeeded for 30 days: its owner should decide (fetching.md rule 13). It is polled on all the same.</summary>
    Dead,

    /// <summary>It answers, but has published nothing for far longer than it used to.</summary>
    Silent,

    /// <summary>410, or the feed says that it has ended: no more polls.</summary>
    Gone,
}

/// <summary>A feed that its owner should look at, and why.</summary>
/// <param name="Why">A sentence for the owner.</param>
public sealed record FeedTrouble(FeedTroubleKind Kind, string Why)
{
    /// <summary>fetching.md rule 13.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromDays(30);

    /// <summary>
    /// No silence before: holidays. CommaFeed counts a feed as slow after seven days, as silent after fourteen to thirty (fetching.md rule 13).
    /// </summary>
    private static readonly TimeSpan LeastSilence = TimeSpan.FromDays(14);

    /// <summary>Of a feed whose entries have no dates.</summary>
    private static readonly TimeSpan SilenceWithoutDates = TimeSpan.FromDays(30);

    /// <summary>Usual gaps until a pause is a silence: of random gaps one in three thousand is that long (e⁻⁸).</summary>
    private const double Gaps = 8;

    /// <summary>Fewer dates tell no rhythm.</summary>
    private const int LeastDates = 4;

    /// <summary>Null when nothing is the matter.</summary>
    public static FeedTrouble? Of(FeedState state, DateTimeOffset now)
    {
        if (state.Gone)
            return new(FeedTroubleKind.Gone, Text($"{state.NextPollReason ?? "410 gone"}; last polled {state.LastPolledAt:yyyy-MM-dd}"));
        if (state.FailingSince is not null || state.Failures > 0)
        {
            var since = state.FailingSince ?? state.LastSuccessAt ?? state.LastPolledAt ?? now;
            var last = state.LastSuccessAt is { } good ? Text($"last read {good:yyyy-MM-dd}") : "never read";
            var failures = state.Failures == 1 ? "failure" : "failures";
            var why = Text($"{state.LastError ?? "no answer"}; failing since {since:yyyy-MM-dd HH:mm}Z, {state.Failures} {failures} in a row, {last}");
            return new(now - since >= DeadAfter ? FeedTroubleKind.Dead : FeedTroubleKind.Failing, why);
        }

        return Silence(state, now);
    }

    private static FeedTrouble? Silence(FeedState state, DateTimeOffset now)
    {
        var memory = PollMemory.Read(state.PollMemory);
        if (state.LastSuccessAt is null || (memory.Activity?.Newest ?? state.LastNewAt) is not { } newest)
            return null;
        var silence = now - newest;
        var limit = memory.UsualGap is { } days ? TimeSpan.FromDays(Math.Max(LeastSilence.TotalDays, days * Gaps)) : SilenceWithoutDates;
        if (silence < limit)
            return null;
        var usual = memory.UsualGap is { } gap
            ? gap >= 1
            ? Text($", used to publish every {gap:0.#} days")
            : Text($", used to publish {1 / gap:0.#} entries a day")
            : "";
        return new(FeedTroubleKind.Silent, Text($"answers, but the newest entry is of {newest:yyyy-MM-dd}, {silence.TotalDays:0} days ago{usual}"));
    }

    /// <summary>Days between two entries in the newer half of the dates, so that one old entry that stays for ever does not count.</summary>
    internal static double? UsualGap(IReadOnlyList<DateTimeOffset> dates)
    {
        if (dates.Count < LeastDates)
            return null;
        DateTimeOffset[] order = [.. dates.Order()];
        var middle = order.Length / 2;
        var gap = (order[^1] - order[middle]).TotalDays / (order.Length - 1 - middle);
        return gap > 0 ? Math.Round(gap, 4) : null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
