using Aggregator.Sqlite.Engine;
using Aggregator.Stories.Clustering;

namespace Aggregator.Sqlite.Tables;

/// <summary>Which stories must not become one.</summary>
internal static class ApartTable
{
    public static StoryConstraints Read(Session session)
    {
        StoryConstraints constraints = new(session.Number("SELECT max(id) FROM corrections") ?? 0);
        session.Each("SELECT story_id, other_id FROM stories_apart", row => constraints.Separate(row.GetInt64(0), row.GetInt64(1)));
        return constraints;
    }

    public static bool AreApart(Session session, long a, long b) => CorrectionOf(session, a, b) is not null;

    /// <summary>The correction that told two stories apart.</summary>
    public static long? CorrectionOf(Session session, long a, long b) =>
        session.Number("SELECT correction_id FROM stories_apart WHERE story_id = $1 AND other_id = $2", a, b);

    public static void Separate(Session session, long a, long b, long correction)
    {
        session.Execute("INSERT OR IGNORE INTO stories_apart (story_id, other_id, correction_id) VALUES ($1, $2, $3), ($2, $1, $3)", a, b, correction);
    }

    /// <summary>What came out of a story is apart from all that the story was apart from.</summary>
    public static void Inherit(Session session, long from, long to)
    {
        foreach ((var other, var correction) in Of(session, from))
        {
            if (other != to)
                Separate(session, to, other, correction);
        }
    }

    public static void Merge(Session session, long from, long into)
    {
        Inherit(session, from, into);
        session.Execute("DELETE FROM stories_apart WHERE story_id = $1 OR other_id = $1", from);
    }

    private static List<(long Other, long Correction)> Of(Session session, long story) => session.List(
        "SELECT other_id, correction_id FROM stories_apart WHERE story_id = $1", row => (row.GetInt64(0), row.GetInt64(1)), story);
}
