using System.Globalization;
using Aggregator.Sqlite.Engine;
using Aggregator.Sqlite.Tables;
using Aggregator.Stores;

namespace Aggregator.Sqlite.Writing;

/// <summary>A person says that some articles of a story belong to another event.</summary>
internal static class StorySplit
{
    public static CorrectionOutcome Run(Session session, SplitRequest request, DateTimeOffset now)
    {
        if (!StoryTable.Exists(session, request.StoryId))
            return new CorrectionOutcome.UnknownStory(request.StoryId);
        var story = StoryTable.Resolve(session, request.StoryId);
        var asked = CorrectionTable.Request(request.Groups);
        if (CorrectionTable.Last(session, CorrectionKind.Split, asked) is { } earlier && earlier.StoryId == request.StoryId && StillApart(session, earlier))
            return new CorrectionOutcome.Kept(earlier, Again: true);
        var members = StoryTable.Members(session, story);
        if (Fault(request, story, members) is { } fault)
            return new CorrectionOutcome.Unfit(fault);

        HashSet<long> leaving = [.. request.Groups.SelectMany(group => group)];
        List<long> rest = [.. members.Where(id => !leaving.Contains(id))];
        IReadOnlyList<long>[] sides = rest.Count == 0 ? [.. request.Groups] : [rest, .. request.Groups];
        // A story's id is that of the article that opened it: the side with that article keeps it.
        var keeper = sides.FirstOrDefault(side => side.Contains(story)) ?? sides[0];
        List<(long Story, IReadOnlyList<long> Articles)> moved = [.. sides.Where(side => side != keeper).Select(side => (IdFor(session, side), side))];
        var said = CorrectionTable.Insert(
            session, new Correction(0, CorrectionKind.Split, now, request.By, request.Reason, request.StoryId, request.Groups,
                [story, .. moved.Select(side => side.Story)]), asked);
        var time = Sequence.Time(session, now);
        foreach ((var to, var articles) in moved)
            Move(session, said, story, to, articles, time);
        Keep(session, said, story, keeper, moved, time);
        Separate(session, said, story);
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

    private static bool StillApart(Session session, Correction earlier)
    {
        long[] stories = [.. earlier.Stories.Select(id => StoryTable.Resolve(session, id))];
        return stories.All(a => stories.All(b => (a == b && stories.Count(c => c == a) == 1) || ApartTable.AreApart(session, a, b)));
    }

    /// <summary>The oldest article that never opened a story gives its id; when all of them have, the oldest redirect becomes a story again.</summary>
    private static long IdFor(Session session, IReadOnlyList<long> side) =>
        side.Order().Cast<long?>().FirstOrDefault(id => !StoryTable.Exists(session, id!.Value)) ?? side.Min();

    private static void Move(Session session, Correction said, long from, long to, IReadOnlyList<long> articles, long time)
    {
        session.Execute(
            """
            INSERT INTO stories (id, title, lead_id, first, last, updated, articles, outlets, sequence) VALUES ($1, '', $1, 0, 0, $2, 0, 0, 0)
            ON CONFLICT (id) DO UPDATE SET merged_into = NULL, updated = $2
            """,
            to, time);
        foreach (var id in articles)
            session.Execute("UPDATE articles SET story_id = $2, sequence = $3, changed = $4 WHERE id = $1", id, to, Sequence.Next(session), time);
        ApartTable.Inherit(session, from, to);
        StoryTable.Retitle(session, to);
        StoryTable.Refresh(session, to);
        CorrectionTable.Explain(session, said, articles,
            string.Create(CultureInfo.InvariantCulture, $"taken out of story {from} into a story of its own, {to}"), from);
    }

    // The story that stays has changed too, though none of its articles has: one of them carries the news.
    private static void Keep(Session session, Correction said, long story, IReadOnlyList<long> articles,
        List<(long Story, IReadOnlyList<long> Articles)> moved, long time)
    {
        StoryTable.Retitle(session, story);
        session.Execute(
            "UPDATE articles SET sequence = $2, changed = $3 WHERE id = (SELECT lead_id FROM stories WHERE id = "
                + "$1)", story, Sequence.Next(session), time);
        session.Execute("UPDATE stories SET updated = $2 WHERE id = $1", story, time);
        StoryTable.Refresh(session, story);
        foreach ((var to, var gone) in moved)
        {
            CorrectionTable.Explain(session, said, articles,
                string.Create(CultureInfo.InvariantCulture, $"{gone.Count} of its story's articles were taken out into story {to}"), to);
        }
    }

    private static void Separate(Session session, Correction said, long story)
    {
        long[] stories = [story, .. said.Stories.Where(id => id != story)];
        for (var i = 0; i < stories.Length; i++)
        {
            for (var j = i + 1; j < stories.Length; j++)
                ApartTable.Separate(session, stories[i], stories[j], said.Id);
        }
    }
}
