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
}
