namespace Aggregator.Writing;

/// <summary>An article joins a story, and stories that proved to be one become one.</summary>
/// <param name="LeadId">Whom the engine would have lead the story; counts where it has no lead.</param>
/// <param name="News">A new outlet or a changed text: the story's <c>updated</c> moves.</param>
/// <param name="Time">As <see cref="ITables.ChangeTime"/> gave it.</param>
internal sealed record StoryJoin(long StoryId, long LeadId, Assignable Article, IReadOnlyList<long> Merged, bool News, long Time)
{
    public static void Run(ITables tables, StoryJoin join)
    {
        var news = join.News;
        foreach (var merged in join.Merged)
        {
            if (merged == join.StoryId || tables.Stories.ApartBy(tables.Stories.Resolve(merged), join.StoryId) is not null)
                continue;
            Merge(tables, merged, join.StoryId, join.Time);
            news = true;
        }

        if (join.Article.StoryId is { } left && left != join.StoryId)
            tables.Stories.Refresh(left);
        if (!tables.Stories.Exists(join.StoryId))
            tables.Stories.Open(join.StoryId, join.LeadId, join.Time);
        tables.Stories.SetLead(join.StoryId, Lead(tables.Stories, join), join.Article.Title, news ? join.Time : null);
        tables.Stories.Refresh(join.StoryId);
    }

    /// <summary>Moves all articles of one story to another and leaves a redirect.</summary>
    public static void Merge(ITables tables, long from, long into, long time)
    {
        foreach (var id in tables.Stories.Members(from))
            tables.Stories.Move(id, into, tables.NextSequence(), time);
        tables.Stories.Redirect(from, into, tables.Sequence);
        Inherit(tables.Stories, from, into);
        tables.Stories.Unseparate(from);
    }

    /// <summary>What came out of a story is apart from all that the story was apart from.</summary>
    public static void Inherit(IStoryTable stories, long from, long to)
    {
        foreach ((var other, var correction) in stories.ApartFrom(from))
        {
            if (other != to)
                stories.Separate(to, other, correction);
        }
    }

    // Title and link of a story are its lead's, and readers show an entry whose title or link changes as a new one: a lead stays until it is taken out.
    private static long Lead(IStoryTable stories, StoryJoin join) =>
        stories.PresentLead(join.StoryId) ?? (stories.HasMember(join.StoryId, join.LeadId) ? join.LeadId : join.Article.Id);
}
