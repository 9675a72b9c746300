using Aggregator.Model;
using Aggregator.Stores;
using Aggregator.Stories;
using Aggregator.Stories.Clustering;
using Aggregator.Stories.Copies;
using Aggregator.Stories.Tags;

namespace Aggregator.Pipeline;

/// <summary>
/// What is remembered of recent articles in order to recognise copies and stories; rebuilt from the store at start.
/// Memory is bounded by the window of 30 days, 14 for stories.
/// </summary>
internal sealed class NewsMemory(Tagger tagger)
{
    // Wire copy is reprinted within days and a story lives while it is covered; the copy window is the longer of the two.
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    // What an upgrade made anew is stored in pieces of this size, so that a long rebuild that is stopped is not lost.
    private const int SaveBatch = 1000;

    private CopyIndex? _copies;
    private StoryIndex? _stories;
    private long _corrections;
    private DateTimeOffset _forgotten;

    /// <summary>Rebuilds the indexes from what the store has assigned, unless they stand already; evicts what left the window.</summary>
    public async Task EnsureLoadedAsync(IAssignStore store, DateTimeOffset now, CancellationToken cancellation)
    {
        var constraints = await store.ReadConstraintsAsync(cancellation);
        // By the day: forgetting passes over all that is known, and a rebuilt memory must begin where one that never stopped does.
        var start = new DateTimeOffset((now - Window).UtcDateTime.Date, TimeSpan.Zero);
        // A person's correction moved articles between stories: rare enough that all is built anew.
        if (_copies is null || _stories is null || constraints.Version != _corrections)
            await LoadAsync(store, start, constraints, cancellation);
        if (start <= _forgotten)
            return;
        _forgotten = start;
        _copies!.Forget(start);
        _stories!.Forget(start);
        await store.DeleteMemoriesAsync(start, cancellation);
    }

    public void Drop() => (_copies, _stories) = (null, null);

    /// <summary>Decides on one article and remembers it.</summary>
    public AssignCommit Decide(UnassignedArticle waiting)
    {
        var article = waiting.Article;
        var tags = tagger.Tag(article.Title, article.Text, article.Language);
        if (waiting is { Changed: true, StoryId: { } story })
            return new AssignCommit { ArticleId = article.Id, StoryId = story, StoryLead = story, CopyOf = waiting.CopyOf, Tags = tags, Changed = true };

        var copy = _copies!.Find(article);
        var print = _copies.Add(article);
        var match = _stories!.Assign(article, copy?.Original);
        return new AssignCommit
        {
            ArticleId = article.Id,
            CopyOf = copy?.Original,
            CopyScore = copy?.Score,
            StoryId = match.StoryId,
            StoryLead = match.Lead,
            MergedStories = match.Merged,
            Tags = tags,
            Decisions = copy is null ? [match.Why] : [copy.Why, match.Why],
            Memory = Row(article.Id, new ArticleMemory(match.Vector, print)),
        };
    }

    private async Task LoadAsync(IAssignStore store, DateTimeOffset since, StoryConstraints constraints, CancellationToken cancellation)
    {
        var (copies, stories) = (new CopyIndex(new CopyOptions()), new StoryIndex(new StoryOptions(), constraints));
        var missing = new List<NewsMemoryRow>();
        await foreach (var known in store.ReadAssignedSinceAsync(since, ArticleMemory.Version, cancellation))
        {
            var memory = known.Memory is { } stored ? ArticleMemory.Unpack(stored) : Make(known);
            copies.Restore(known.Id, known.Published, memory.Copy, known.CopyOf);
            stories.Restore(known.Id, known.Outlet, known.Published, memory.Story, known.StoryId);
            if (known.Memory is null)
                missing.Add(Row(known.Id, memory));
        }

        foreach (var batch in missing.Chunk(SaveBatch))
            await store.SaveMemoriesAsync(batch, cancellation);
        (_copies, _stories, _corrections) = (copies, stories, constraints.Version);
    }

    private static ArticleMemory Make(AssignedArticle known)
    {
        var article = new ArticleText
        {
            Id = known.Id,
            Outlet = known.Outlet,
            Title = known.Title,
            Text = known.Text,
            Published = known.Published,
            Language = known.Language
        };
        return new ArticleMemory(StoryVector.Of(article, known.CopyOf is not null, new StoryOptions()), CopyPrint.Of(known.Text));
    }

    private static NewsMemoryRow Row(long id, ArticleMemory memory) => new(id, ArticleMemory.Version, memory.Pack());
}
