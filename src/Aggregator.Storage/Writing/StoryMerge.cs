using System.Globalization;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>A person says that two stories are one.</summary>
internal static class StoryMerge
{
    public static CorrectionOutcome Run(ITables tables, MergeRequest request, DateTimeOffset now)
    {
        foreach (var id in (long[])[request.StoryId, request.OtherId])
        {
            if (!tables.Stories.Exists(id))
                return new CorrectionOutcome.UnknownStory(id);
        }

        if (request.StoryId == request.OtherId)
            return new CorrectionOutcome.Unfit("A story cannot be merged with itself.");
        long a = tables.Stories.Resolve(request.StoryId), b = tables.Stories.Resolve(request.OtherId);
        (var older, var younger) = a < b ? (a, b) : (b, a);
        var asked = CorrectionWords.Numbers([Math.Min(request.StoryId, request.OtherId), Math.Max(request.StoryId, request.OtherId)]);
        if (older == younger && tables.Corrections.Last(CorrectionKind.Merge, asked) is { } earlier)
            return new CorrectionOutcome.Kept(earlier, Again: true);
        if (!request.Override && tables.Stories.ApartBy(a, b) is { } apart && tables.Corrections.ById(apart) is { } split)
        {
            return new CorrectionOutcome.Contradicted(string.Create(
                CultureInfo.InvariantCulture, $"Correction {apart} by {split.By} of {split.At.UtcDateTime:yyyy-MM-dd} told these stories apart; "
                    + $"send override: true to take it back."));
        }

        var said =
            tables.Corrections.Insert(new Correction(0, CorrectionKind.Merge, now, request.By, request.Reason, request.StoryId, [], [older]), asked);
        // What is one already, by the engine's own judgement, stays so: only the word is kept.
        if (older != younger)
            Merge(tables, said, older, younger, now);
        return new CorrectionOutcome.Kept(said, Again: false);
    }

    private static void Merge(ITables tables, Correction said, long older, long younger, DateTimeOffset now)
    {
        var moved = tables.Stories.Members(younger);
        CorrectionWords.Explain(tables.Decisions, said, tables.Stories.Members(older),
            $"story {younger.ToString(CultureInfo.InvariantCulture)} is part of this one", younger);
        CorrectionWords.Explain(
            tables.Decisions, said, moved, $"story {younger.ToString(CultureInfo.InvariantCulture)}, which it stood in, is part of this one", younger);
        var time = tables.ChangeTime(now);
        StoryJoin.Merge(tables, younger, older, time);
        tables.Stories.SetUpdated(older, time);
        tables.Stories.Refresh(older);
    }
}
