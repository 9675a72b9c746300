using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// Groups articles into stories, one event of many outlets, in one pass and without looking ahead. Its state is a function of the
/// articles in the window and their stories alone: an index restored from the store decides exactly as one that never stopped.
/// Memory is bounded by the window: about 3 KB for an article of 100 terms. Not safe for use by several threads.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>How often forgetting runs: by the hour, since each run passes over many lists.</summary>
    private static readonly TimeSpan ForgetStep = TimeSpan.FromHours(1);

    private readonly StoryOptions options;
    private readonly Vocabulary vocabulary = new();
    private readonly CandidateFinder finder;
    private readonly Dictionary<long, IndexedArticle> articles = [];
    private readonly Dictionary<long, StoryCluster> stories = [];
    private DateTimeOffset horizon = DateTimeOffset.MinValue;

    public StoryIndex(StoryOptions options)
    {
        this.options = options;
        finder = new CandidateFinder(vocabulary, options);
    }

    /// <summary>Articles in the window, copies included.</summary>
    public int Count => articles.Count;

    /// <summary>Decides where an article belongs and adds it there. Articles come in the order of their ids, each once.</summary>
    /// <param name="copyOf">The article whose text this one repeats; it joins that one's story without weight of its own.</param>
    public StoryMatch Assign(ArticleText article, long? copyOf)
    {
        Advance(article.Published);
        if (copyOf is { } original && articles.TryGetValue(original, out var head))
        {
            var story = head.Story!;
            Add(Read(article, isCopy: true), story);
            return new StoryMatch(story.Id, false, Explanation.LeadOf(story, vocabulary) ?? head.Id, [], Explanation.Copy(original));
        }

        var indexed = Read(article, isCopy: false);
        var candidates = finder.Find(indexed);
        var best = candidates is [var first, ..] && first.Score >= JoinModel.Threshold ? first : null;
        var joined = best?.Story ?? Open(article.Id);
        var why = Explanation.Of(indexed, candidates.FirstOrDefault(), best is not null, vocabulary);
        Add(indexed, joined);
        return new StoryMatch(joined.Id, best is null, Explanation.LeadOf(joined, vocabulary) ?? article.Id, [], why);
    }

    /// <summary>Puts a stored article back without deciding; called in the order of ids.</summary>
    public void Restore(ArticleText article, long storyId, long? copyOf)
    {
        Advance(article.Published);
        var isCopy = copyOf is { } original && articles.TryGetValue(original, out var head) && head.Story!.Id == storyId;
        Add(Read(article, isCopy), stories.TryGetValue(storyId, out var story) ? story : Open(storyId));
    }

    /// <summary>Takes a changed text in place of the old one; the story stays. Unknown articles are left alone.</summary>
    public void Update(ArticleText article)
    {
        if (articles.TryGetValue(article.Id, out var old) && !old.IsCopy)
        {
            var story = old.Story!;
            Remove([old], keepStories: true);
            Add(Read(article, isCopy: false), story);
        }
    }

    /// <summary>Forgets articles published before a time, and keeps none such from now on.</summary>
    public void Forget(DateTimeOffset before)
    {
        if (before > horizon)
        {
            horizon = before;
            Remove([.. articles.Values.Where(a => a.Published < before)], keepStories: false);
        }
    }

    /// <summary>What the index would weigh for an article; changes nothing. For training and tests.</summary>
    internal List<Candidate> Weigh(ArticleText article)
    {
        Advance(article.Published);
        var indexed = Read(article, isCopy: false);
        var candidates = finder.Find(indexed);
        vocabulary.DropUnused(indexed.Terms);
        return candidates;
    }

    private void Advance(DateTimeOffset published)
    {
        if (published - options.Window >= horizon + ForgetStep)
        {
            var start = published - options.Window;
            Forget(new DateTimeOffset(start.UtcTicks - (start.UtcTicks % ForgetStep.Ticks), TimeSpan.Zero));
        }
    }

    private StoryCluster Open(long id) => stories[id] = new StoryCluster(id);

    private IndexedArticle Read(ArticleText article, bool isCopy) => new()
    {
        Id = article.Id,
        Outlet = article.Outlet,
        Published = article.Published,
        Terms = isCopy ? [] : TermVector.Make(TermReader.Read(article, options.LeadWords), vocabulary),
        IsCopy = isCopy,
    };

    private void Add(IndexedArticle article, StoryCluster story)
    {
        if (article.Published < horizon)
        {
            // Too old to be kept; what was opened or interned for it goes again.
            vocabulary.DropUnused(article.Terms);
            DropIfEmpty(story);
            return;
        }

        articles.Add(article.Id, article);
        story.Add(article);
        if (!article.IsCopy)
        {
            vocabulary.Add(article);
        }
    }

    private void Remove(IReadOnlyCollection<IndexedArticle> gone, bool keepStories)
    {
        foreach (var article in gone)
        {
            article.Gone = true;
            articles.Remove(article.Id);
            article.Story!.Remove(article);
            if (!keepStories)
            {
                DropIfEmpty(article.Story);
            }
        }

        vocabulary.Remove([.. gone.Where(a => !a.IsCopy)]);
    }

    private void DropIfEmpty(StoryCluster story)
    {
        if (story.IsEmpty)
        {
            stories.Remove(story.Id);
        }
    }
}
