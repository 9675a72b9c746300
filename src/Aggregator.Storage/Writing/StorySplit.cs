using System.Globalization;
using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>A person says that some articles of a story belong to another event.</summary>
internal static class StorySplit
{
    public static CorrectionOutcome Run(ITables tables, SplitRequest request, DateTimeOffset now)
    {
        if (!tables.Stories.Exists(request.StoryId))
            return new CorrectionOutcome.UnknownStory(request.StoryId);
        var story = tables.Stories.Resolve(request.StoryId);
        var asked = CorrectionWords.Request(request.Groups);
        if (tables.Corrections.Last(CorrectionKind.Split, asked) is { } earlier && earlier.StoryId == request.StoryId && StillApart(tables, earlier))
            return new CorrectionOutcome.Kept(earlier, Again: true);
        var members = tables.Stories.Members(story);
        if (Fault(request, story, members) is { } fault)
            return new CorrectionOutcome.Unfit(fault);

        HashSet<long> leaving = [.. request.Groups.SelectMany(group => group)];
        List<long> rest = [.. members.Where(id => !leaving.Contains(id))];
        IReadOnlyList<long>[] sides = rest.Count == 0 ? [.. request.Groups] : [rest, .. request.Groups];
        // A story's id is that of the article that opened it: the side with that article keeps it.
        var keeper = sides.FirstOrDefault(side => side.Contains(story)) ?? sides[0];
        List<(long Story, IReadOnlyList<long> Articles)> moved = [.. sides.Where(side => side != keeper).Select(side => (IdFor(tables, side), side))];
        var said = tables.Corrections.Insert(new Correction(0, CorrectionKind.Split, now, request.By, request.Reason, request.StoryId, request.Groups,
                [story, .. moved.Select(side => side.Story)]), asked);
        var time = tables.ChangeTime(now);
        foreach ((var to, var articles) in moved)
            Move(tables, said, story, to, articles, time);
        Keep(tables, said, story, keeper, moved, time);
        Separate(tables, said, story);
        return new CorrectionOutcome.Kept(said, Again: false);
    }

    private static string? Fault(SplitRequest request, long story, List<long> members)
    {
        HashSet<long> there = [.. members];
        HashSet<long> seen = [];
        if (request.Groups.Count == 0 || request.Groups.Any(group => group.Count == 0))
            return "Name at least one article that leaves.";
        foreach (var id in request.Groups.SelectMany(group => group))
        {
            if (!there.Contains(id))
                return string.Create(CultureInfo.InvariantCulture, $"Article {id} is not in story {story}.");
            if (!seen.Add(id))
                return string.Create(CultureInfo.InvariantCulture, $"Article {id} is named twice.");
        }

        return request.Groups.Count == 1 && seen.Count == members.Count
            ? "All articles of the story would leave: there is nothing to tell them apart from."
            : null;
    }

    private static bool StillApart(ITables tables, Correction earlier)
    {
        long[] stories = [.. earlier.Stories.Select(id => tables.Stories.Resolve(id))];
        return stories.All(a => stories.All(b => (a == b && stories.Count(c => c == a) == 1) || tables.Stories.ApartBy(a, b) is not null));
    }

    /// <summary>The oldest article that never opened a story gives its id; when all of them have, the oldest redirect becomes a story again.</summary>
    private static long IdFor(ITables tables, IReadOnlyList<long> side) =>
        side.Order().Cast<long?>().FirstOrDefault(id => !tables.Stories.Exists(id!.Value)) ?? side.Min();

    private static void Move(ITables tables, Correction said, long from, long to, IReadOnlyList<long> articles, long time)
    {
        tables.Stories.Open(to, to, time);
        foreach (var id in articles)
            tables.Stories.Move(id, to, tables.NextSequence(), time);
        StoryJoin.Inherit(tables.Stories, from, to);
        tables.Stories.Retitle(to);
        tables.Stories.Refresh(to);
        CorrectionWords.Explain(tables.Decisions, said, articles,
            string.Create(CultureInfo.InvariantCulture, $"taken out of story {from} into a story of its own, {to}"), from);
    }

    // The story that stays has changed too, though none of its articles has: one of them carries the news.
    private static void Keep(ITables tables, Correction said, long story, IReadOnlyList<long> articles,
        List<(long Story, IReadOnlyList<long> Articles)> moved, long time)
    {
        tables.Stories.Retitle(story);
        if (tables.Stories.PresentLead(story) is { } lead)
            tables.Stories.Move(lead, story, tables.NextSequence(), time);
        tables.Stories.SetUpdated(story, time);
        tables.Stories.Refresh(story);
        foreach ((var to, var gone) in moved)
        {
            CorrectionWords.Explain(tables.Decisions, said, articles,
                string.Create(CultureInfo.InvariantCulture, $"{gone.Count} of its story's articles were taken out into story {to}"), to);
        }
    }

    private static void Separate(ITables tables, Correction said, long story)
    {
        long[] stories = [story, .. said.Stories.Where(id => id != story)];
        for (var i = 0; i < stories.Length; i++)
        {
            for (var j = i + 1; j < stories.Length; j++)
                tables.Stories.Separate(stories[i], stories[j], said.Id);
        }
    }
}
