using System.Globalization;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>A person says that two stories are one.</summary>
internal static class StoryMerge
{
    public static CorrectionOutcome Run(Session session, MergeRequest request, DateTimeOffset now)
    {
        foreach (var id in (long[])[request.StoryId, request.OtherId])
        {
            if (!StoryTable.Exists(session, id))
                return new CorrectionOutcome.UnknownStory(id);
        }

        if (request.StoryId == request.OtherId)
            return new CorrectionOutcome.Unfit("A story cannot be merged with itself.");
        long a = StoryTable.Resolve(session, request.StoryId), b = StoryTable.Resolve(session, request.OtherId);
        (var older, var younger) = a < b ? (a, b) : (b, a);
        var asked = Columns.Numbers([Math.Min(request.StoryId, request.OtherId), Math.Max(request.StoryId, request.OtherId)]);
        if (older == younger && CorrectionTable.Last(session, CorrectionKind.Merge, asked) is { } earlier)
            return new CorrectionOutcome.Kept(earlier, Again: true);
        if (!request.Override && ApartTable.CorrectionOf(session, a, b) is { } apart && CorrectionTable.ById(session, apart) is { } split)
        {
            return new CorrectionOutcome.Contradicted(string.Create(
                CultureInfo.InvariantCulture, $"Correction {apart} by {split.By} of {split.At.UtcDateTime:yyyy-MM-dd} told these stories apart; "
                    + $"send override: true to take it back."));
        }

        var said =
            CorrectionTable.Insert(session, new Correction(0, CorrectionKind.Merge, now, request.By, request.Reason, request.StoryId, [], [older]), asked);
        // What is one already, by the engine's own judgement, stays so: only the word is kept.
        if (older != younger)
            Merge(session, said, older, younger, now);
        return new CorrectionOutcome.Kept(said, Again: false);
    }

    private static void Merge(Session session, Correction said, long older, long younger, DateTimeOffset now)
    {
        var moved = StoryTable.Members(session, younger);
        CorrectionTable.Explain(session, said, StoryTable.Members(session, older),
            $"story {younger.ToString(CultureInfo.InvariantCulture)} is part of this one", younger);
        CorrectionTable.Explain(session, said, moved, $"story {younger.ToString(CultureInfo.InvariantCulture)}, which it stood in, is part of this one",
            younger);
        var time = Sequence.Time(session, now);
        StoryTable.Merge(session, younger, older, time);
        session.Execute("UPDATE stories SET updated = $2 WHERE id = $1", older, time);
        StoryTable.Refresh(session, older);
    }
}
