using Aggregator.Stores;

namespace Aggregator.Writing;

/// <summary>Makes articles visible: story, copy, tags, decisions, full-text index and sequence number, all at once.</summary>
internal static class AssignWriter
{
    /// <returns>How many articles are visible now.</returns>
    public static int Commit(ITables tables, IReadOnlyList<AssignCommit> commits, DateTimeOffset now)
    {
        List<IndexEntry> index = new(commits.Count);
        long? time = null;
        foreach (var commit in commits)
        {
            if (tables.Articles.Assignable(commit.ArticleId) is { } article)
                index.Add(Assign(tables, commit, article, time ??= tables.ChangeTime(now)));
        }

        tables.WriteIndex(index, imported: false);
        return index.Count;
    }

    private static IndexEntry Assign(ITables tables, AssignCommit commit, Assignable article, long time)
    {
        var again = article.Sequence is not null;
        // A changed article stays where it is, and that may be elsewhere since it was handed out: a person may have moved it.
        var story = commit.Changed && article.StoryId is { } own ? own : tables.Stories.Resolve(commit.StoryId);
        var newOutlet = !tables.Stories.HasOutlet(story, article.OutletId, article.Id);
        var tags = tables.Articles.Assign(commit, article, story, tables.NextSequence(), time);
        DecisionKinds.Replace(tables.Decisions, article.Id, commit.Decisions, again);
        if (commit.Memory is { } memory)
            tables.Articles.Remember(memory);
        StoryJoin.Run(tables, new StoryJoin(story, commit.StoryLead, article, commit.MergedStories, newOutlet || again, time));
        return new IndexEntry(article, tags, commit.CopyOf is not null, again);
    }
}
