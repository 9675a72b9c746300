using Aggregator.Model;

namespace Aggregator.Stories.Clustering;

/// <summary>
/// Groups articles into stories, one event of many outlets, in one pass and without looking ahead. Its state is a function of the
/// articles in the window and their stories alone: an index restored from the store decides exactly as one that never stopped.
/// Memory is bounded by the window: about 5.6 KB an article together with its part of the copy index. Not safe for use by several threads.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>How often forgetting runs: by the hour, since each run passes over many lists.</summary>
    private static readonly TimeSpan ForgetStep = TimeSpan.FromHours(1);

    private readonly StoryOptions _options;
    private readonly StoryConstraints _constraints;
    private readonly ArticleWindow _window = new();
    private readonly TermIndex _vocabulary;
    private readonly CandidateFinder _finder;
    private readonly Dictionary<long, StoryCluster> _stories = [];
    private DateTimeOffset _horizon = DateTimeOffset.MinValue;

    /// <summary>Latest publication among the articles put back, which are many: what left the window meanwhile is evicted at the next decision.</summary>
    private DateTimeOffset _restored = DateTimeOffset.MinValue;

    /// <param name="constraints">Stories that must not become one; kept up to date with the merges that happen here.</param>
    public StoryIndex(StoryOptions options, StoryConstraints? constraints = null)
    {
        _options = options;
        _constraints = constraints ?? new StoryConstraints();
        _vocabulary = new TermIndex(_window);
        _finder = new CandidateFinder(_window, _vocabulary, options);
    }

    /// <summary>Articles in the window, copies included.</summary>
    public int Count
    {
        get
        {
            Advance(_restored);
            return _window.Count;
        }
    }

    /// <summary>Different terms held; bounded by the window.</summary>
    internal int VocabularySize => _vocabulary.Count;

    /// <summary>Decides where an article belongs and adds it there. Each article comes once.</summary>
    /// <param name="copyOf">The article whose text this one repeats; it joins that one's story without weight of its own, or, when that one is
    /// forgotten, a story by its text.</param>
    public StoryMatch Assign(ArticleText article, long? copyOf)
    {
        Advance(_restored > article.Published ? _restored : article.Published);
        if (copyOf is { } original && _window.TryGet(original, out var head))
        {
            var family = head.Story!;
            Add(Index(article.Id, article.Outlet, article.Published, StoryVector.Weightless), family);
            return new StoryMatch(family.Id, false, Centre.Of(family, _vocabulary) ?? head.Id, [],
                Explanation.Copy(original))
            { Vector = StoryVector.Weightless };
        }

        var reading = Reading.Of(article, _options.LeadWords, _vocabulary);
        var candidates = _finder.Find(reading);
        var best = candidates is [{ Strength: >= 1 } first, ..] ? first : null;
        var why = Explanation.Of(reading, candidates.FirstOrDefault(), best is not null, _vocabulary);
        var story = best?.Story ?? Open(article.Id);
        if (copyOf is not null || Roundups.IsRoundup(article.Title))
        {
            _vocabulary.DropUnused(reading.Article.Terms);
            Add(Index(article.Id, article.Outlet, article.Published, StoryVector.Weightless), story);
            why = copyOf is null ? Explanation.Roundup(why) : why;
            return new StoryMatch(story.Id, best is null, Centre.Of(story, _vocabulary) ?? article.Id, [], why) { Vector = StoryVector.Weightless };
        }

        // Likeness of the stories is taken without the article, or it would bridge by what it says of both.
        var merged = best is null ? [] : Merge(ref story, candidates);
        Add(reading.Article, story);
        why = merged.Count == 0 ? why : Explanation.Merge(why, story.Id, merged);
        return new StoryMatch(story.Id, best is null, Centre.Of(story, _vocabulary) ?? article.Id, merged, why) { Vector = reading.Vector };
    }

    /// <summary>
    /// Puts a stored article back without deciding, from the vector that <see cref="StoryMatch.Vector"/> gave for it;
    /// called in the order of ids, with the stories as they stand after all merges.
    /// </summary>
    public void Restore(long id, string outlet, DateTimeOffset published, StoryVector vector, long storyId)
    {
        ArgumentNullException.ThrowIfNull(vector);
        _restored = published > _restored ? published : _restored;
        Add(Index(id, outlet, published, vector), _stories.TryGetValue(storyId, out var story) ? story : Open(storyId));
    }

    /// <summary>Forgets articles published before a time, and keeps none such from now on.</summary>
    public void Forget(DateTimeOffset before)
    {
        if (before > _horizon)
        {
            _horizon = before;
            Remove([.. _window.All.Where(a => a.Published < before)]);
        }
    }

    /// <summary>Stories that the article matches as well, and that are alike as wholes, are one; the oldest id stays.</summary>
    private List<long> Merge(ref StoryCluster joined, List<StoryCandidate> candidates)
    {
        List<long> merged = [];
        foreach (var candidate in candidates.Skip(1).Where(c => c.Strength >= JoinModel.Bridge))
        {
            if (!_constraints.AreApart(joined.Id, candidate.Story.Id) && joined.Cosine(candidate.Story, _vocabulary) >= JoinModel.SameStory(candidate.Features))
            {
                var (older, younger) = joined.Id < candidate.Story.Id ? (joined, candidate.Story) : (candidate.Story, joined);
                older.Absorb(younger);
                _stories.Remove(younger.Id);
                _constraints.Merge(younger.Id, older.Id);
                merged.Add(younger.Id);
                joined = older;
            }
        }

        return merged;
    }

    private void Advance(DateTimeOffset published)
    {
        if (published > DateTimeOffset.MinValue + _options.Window && published - _options.Window >= _horizon + ForgetStep)
        {
            var start = published - _options.Window;
            Forget(new DateTimeOffset(start.UtcTicks - (start.UtcTicks % ForgetStep.Ticks), TimeSpan.Zero));
        }
    }

    private StoryCluster Open(long id) => _stories[id] = new StoryCluster(id);

    private IndexedArticle Index(long id, string outlet, DateTimeOffset published, StoryVector vector) =>
        Reading.Index(id, outlet, published, vector, _vocabulary);

    private void Add(IndexedArticle article, StoryCluster story)
    {
        if (article.Published < _horizon)
        {
            // Too old to be kept; what was opened or interned for it goes again.
            _vocabulary.DropUnused(article.Terms);
            DropIfEmpty(story);
            return;
        }

        _window.Add(article);
        story.Add(article);
        if (!article.Weightless)
            _vocabulary.Add(article);
    }

    private void Remove(HashSet<IndexedArticle> gone)
    {
        foreach (var article in gone)
            _window.Remove(article);

        foreach (var story in gone.Select(a => a.Story!).ToHashSet())
        {
            story.Remove(gone);
            DropIfEmpty(story);
        }

        _vocabulary.Remove([.. gone.Where(a => !a.Weightless)]);
        foreach (var article in gone)
            _window.Free(article);
    }

    private void DropIfEmpty(StoryCluster story)
    {
        if (story.IsEmpty)
            _stories.Remove(story.Id);
    }
}
