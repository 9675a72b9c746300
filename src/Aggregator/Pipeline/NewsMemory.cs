using Aggregator.Stores;
using Aggregator.Stories.Clustering;
using Aggregator.Stories.Copies;
using Aggregator.Stories.Tags;

namespace Aggregator.Pipeline;

/// <summary>What is remembered of recent articles in order to recognise copies and stories; rebuilt from the store at start.</summary>
internal sealed class NewsMemory(Tagger tagger)
{
    // Wire copy is reprinted within days and a story lives while it is covered; the copy window is the longer of the two.
    private static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private CopyIndex? _copies;
    private StoryIndex? _stories;
    private long _corrections;
    private DateTimeOffset _forgotten;

    /// <summary>Rebuilds the indexes from what the store has assigned, unless they stand already; lets go of what left the window.</summary>
    public async Task EnsureLoadedAsync(IPipelineStore store, DateTimeOffset now, CancellationToken cancellation)
    {
        var constraints = await store.ReadConstraintsAsync(cancellation);
        // A person's correction moved articles between stories: rare enough that all is built anew.
        if (_copies is null || _stories is null || constraints.Version != _corrections)
        {
            var copies = new CopyIndex(new CopyOptions());
            var stories = new StoryIndex(new StoryOptions(), constraints);
            await foreach (var known in store.ReadAssignedSinceAsync(now - Window, cancellation))
            {
                copies.Restore(known.Article, known.CopyOf);
                stories.Restore(known.Article, known.StoryId, known.CopyOf);
            }

            (_copies, _stories, _corrections) = (copies, stories, constraints.Version);
        }

        if (now - _forgotten < TimeSpan.FromHours(1)) return;
        _forgotten = now;
        _copies.Forget(now - Window);
        _stories.Forget(now - Window);
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
        _copies.Add(article);
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
        };
    }
}
