using System.Runtime.CompilerServices;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>A store in memory, for what the API asks of one; simple filters only, and it counts what it is asked.</summary>
internal sealed class FakeStore : IFeedStore, IArticleQueries, ICorrectionStore, ISavedQueryStore, IApiKeyStore, IStatisticsStore
{
    private readonly List<ArticleRow> _articles = [];
    private readonly Dictionary<string, SavedQuery> _saved = [];
    private readonly List<ApiKey> _keys = [];

    public List<Feed> Feeds { get; } = [];

    /// <summary>Stories that ended as redirects.</summary>
    public Dictionary<long, long> Merged { get; } = [];

    public Dictionary<long, List<RevisionRow>> Revisions { get; } = [];

    /// <summary>How often articles or stories were listed.</summary>
    public int Lists { get; private set; }

    /// <summary>Set to make every list fail.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Makes lists hang until they are cancelled.</summary>
    public bool Hangs { get; set; }

    private long Sequence => _articles.Select(article => article.Sequence).DefaultIfEmpty().Max();

    /// <summary>Adds an article, or replaces it, with the next sequence number.</summary>
    public ArticleRow Put(ArticleRow article)
    {
        var stored = article with { Sequence = Sequence + 1 };
        _articles.RemoveAll(old => old.Id == article.Id);
        _articles.Add(stored);
        return stored;
    }

    public async Task<Page<ArticleRow>> ListArticlesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation)
    {
        await CountAsync(cancellation);
        return PageOf([.. Matches(filter).Select(article => page.WithText ? article : article with { Text = "", ContentHtml = "" })], page, article => article.Id);
    }

    public async Task<Page<StoryRow>> ListStoriesAsync(ArticleFilter filter, PageRequest page, CancellationToken cancellation)
    {
        await CountAsync(cancellation);
        StoryRow[] stories = [.. Matches(filter).Select(article => article.StoryId).Distinct().Select(id => Story(id)!)];
        return PageOf(stories, page, story => story.Id);
    }

    public Task<CorrectionOutcome> SplitStoryAsync(SplitRequest request, DateTimeOffset now, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<CorrectionOutcome> MergeStoriesAsync(MergeRequest request, DateTimeOffset now, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<Correction>> ListCorrectionsAsync(long? storyId, int limit, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Correction>>([]);

    public Task<TrendReport> GetTrendsAsync(ArticleFilter filter, TrendRequest request, CancellationToken cancellation) => Task.FromResult(new TrendReport(0, 0, [], [], []));

    public Task<Page<ArticleRow>> SampleAsync(ArticleFilter filter, int size, ulong seed, CancellationToken cancellation) =>
        Task.FromResult(new Page<ArticleRow>([.. Matches(filter).OrderBy(article => SampleHash.Of(article.Id, seed)).Take(size).OrderByDescending(article => article.Id)], null, Sequence));

    public Task<ArticleRow?> GetArticleAsync(long id, CancellationToken cancellation) => Task.FromResult(_articles.Find(article => article.Id == id));

    public Task<StoryRow?> GetStoryAsync(long id, CancellationToken cancellation) => Task.FromResult(Story(Merged.GetValueOrDefault(id, id)));

    public Task<IReadOnlyList<RevisionRow>> GetRevisionsAsync(long articleId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RevisionRow>>(Revisions.GetValueOrDefault(articleId, []));

    public Task<IReadOnlyList<Decision>> GetDecisionsAsync(long articleId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Decision>>([new Decision("story", "shared-terms", 0.61, 0.4, ["terms: battery, plant"], articleId - 1)]);

    public Task<IReadOnlyList<SightingRow>> GetSightingsAsync(long articleId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SightingRow>>([new SightingRow(1, "The Example", "guid-1", null, null, DateTimeOffset.UnixEpoch)]);

    public Task<Timeline> GetTimelineAsync(ArticleFilter filter, TimelineRequest request, CancellationToken cancellation)
    {
        var days = _articles.GroupBy(article => article.Published.Instant.UtcDateTime.Date).OrderBy(day => day.Key);
        var matching = Matches(filter).Select(article => article.Id).ToHashSet();
        return Task.FromResult(new Timeline(
            [.. days.Select(day => new TimelineBucket(new DateTimeOffset(day.Key, TimeSpan.Zero), day.Count(article => matching.Contains(article.Id)), day.Count(), new Dictionary<string, int>()))]));
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> GetFacetsAsync(ArticleFilter filter, IReadOnlyList<string> facets, int limit, CancellationToken cancellation)
    {
        var matches = Matches(filter).ToList();
        return Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>>(facets.ToDictionary(name => name, name => (IReadOnlyList<FacetValue>)
            [.. matches.SelectMany(article => Values(article, name)).GroupBy(value => value).Select(group => new FacetValue(group.Key, group.Count())).OrderByDescending(value => value.Count).Take(limit)]));
    }

    public async IAsyncEnumerable<ArticleRow> ExportAsync(ArticleFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var article in Matches(filter))
        {
            await Task.Yield();
            yield return article;
        }
    }

    public Task<IReadOnlyList<ArticleRow>> ListChangesAsync(long after, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ArticleRow>>([.. _articles.Where(article => article.Sequence > after).OrderBy(article => article.Sequence).Take(limit)]);

    public Task<long> GetSequenceAsync(CancellationToken cancellation) => Fault is { } fault ? Task.FromException<long>(fault) : Task.FromResult(Sequence);

    public Task<(long Sequence, DateTimeOffset? At)> GetNewestChangeAsync(ArticleFilter filter, CancellationToken cancellation)
    {
        var newest = Matches(filter).MaxBy(article => article.Sequence);
        return Task.FromResult((newest?.Sequence ?? 0, newest?.Changed));
    }

    public Task<IReadOnlyList<Feed>> ListFeedsAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Feed>>([.. Feeds]);

    public Task<Feed?> GetFeedAsync(long id, CancellationToken cancellation) => Task.FromResult(Feeds.Find(feed => feed.Id == id));

    public Task<Feed> AddFeedAsync(FeedDefinition definition, DateTimeOffset firstPoll, CancellationToken cancellation)
    {
        var feed = Feeds.Find(known => known.Definition.Url == definition.Url);
        if (feed is not null)
            return Task.FromResult(feed);
        feed = new Feed { Id = Feeds.Count + 1, Definition = definition, CurrentUrl = definition.Url, State = new FeedState { NextPollAt = firstPoll, NextPollReason = "new" } };
        Feeds.Add(feed);
        return Task.FromResult(feed);
    }

    public Task<Feed?> UpdateFeedAsync(long id, FeedDefinition definition, CancellationToken cancellation) => Change(id, feed => feed with { Definition = definition });

    public async Task<bool> RemoveFeedAsync(long id, CancellationToken cancellation) => await Change(id, feed => feed with { Removed = true }) is not null;

    public async Task<bool> ScheduleFeedAsync(long id, DateTimeOffset at, string reason, CancellationToken cancellation) =>
        await Change(id, feed => feed with { State = feed.State with { NextPollAt = at, NextPollReason = reason } }) is not null;

    public Task<IReadOnlyList<FetchRecord>> GetHistoryAsync(long feedId, int limit, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<FetchRecord>>([new FetchRecord { At = DateTimeOffset.UnixEpoch, Fate = FetchFate.Updated, Status = 200, Entries = 20, New = 3 }]);

    public Task<StoreStatistics> GetStatisticsAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult(new StoreStatistics(Feeds.Count, _articles.Count, 0, 0, 0, 0, 4096, Sequence, new QueueDepths(0, 0, 0)));

    public Task<IReadOnlyList<SavedQuery>> ListSavedQueriesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SavedQuery>>([.. _saved.Values]);

    public Task SaveQueryAsync(SavedQuery query, CancellationToken cancellation)
    {
        _saved[query.Name] = query;
        return Task.CompletedTask;
    }

    public Task<bool> DeleteSavedQueryAsync(string name, CancellationToken cancellation) => Task.FromResult(_saved.Remove(name));

    public Task<IReadOnlyList<ApiKey>> ListApiKeysAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ApiKey>>([.. _keys]);

    public Task AddApiKeyAsync(ApiKey key, CancellationToken cancellation)
    {
        _keys.Add(key);
        return Task.CompletedTask;
    }

    public Task<FeedSync> SyncFeedsAsync(IReadOnlyList<FeedDefinition> feeds, Func<int, DateTimeOffset> firstPoll, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> DeleteApiKeyAsync(string name, CancellationToken cancellation) => Task.FromResult(_keys.RemoveAll(key => key.Name == name) > 0);

    private Page<T> PageOf<T>(IReadOnlyList<T> all, PageRequest page, Func<T, long> id)
    {
        if (page.Cursor is { } cursor && !long.TryParse(cursor, out _))
            throw new BadCursorException();
        T[] rest = [.. all.Where(item => page.Cursor is null || id(item) < long.Parse(page.Cursor, System.Globalization.CultureInfo.InvariantCulture))];
        T[] items = [.. rest.Take(page.Limit)];
        return new Page<T>(items, rest.Length > items.Length ? id(items[^1]).ToString(System.Globalization.CultureInfo.InvariantCulture) : null, Sequence);
    }

    private static IEnumerable<string> Values(ArticleRow article, string facet) => facet switch
    {
        "outlet" => [article.Outlet],
        "category" => article.Categories,
        "topic" => article.Topics,
        "name" => article.Names.Select(tag => tag.Name),
        _ => article.Language is { } language ? [language] : [],
    };

    private static bool Holds(SearchExpression? query, ArticleRow article) => query switch
    {
        null => true,
        SearchExpression.And and => and.Parts.All(part => Holds(part, article)),
        SearchExpression.Or or => or.Parts.Any(part => Holds(part, article)),
        SearchExpression.Not not => !Holds(not.Part, article),
        SearchExpression.Word word => $"{article.Title} {article.Text}".Contains(word.Text, StringComparison.OrdinalIgnoreCase),
        SearchExpression.Phrase phrase => $"{article.Title} {article.Text}".Contains(string.Join(' ', phrase.Words), StringComparison.OrdinalIgnoreCase),
        _ => throw new NotSupportedException(),
    };

    private async Task CountAsync(CancellationToken cancellation)
    {
        Lists++;
        if (Fault is { } fault)
            throw fault;
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellation);
    }

    private IEnumerable<ArticleRow> Matches(ArticleFilter filter) => _articles
        .Where(article => (filter.From is null || article.Published.Instant >= filter.From) && (filter.To is null || article.Published.Instant < filter.To))
        .Where(article => filter.Outlets.Count == 0 || filter.Outlets.Contains(article.Outlet))
        .Where(article => filter.Topics.Count == 0 || filter.Topics.Intersect(article.Topics).Any())
        .Where(article => filter.Categories.Count == 0 || filter.Categories.Intersect(article.Categories).Any())
        .Where(article => !filter.CollapseCopies || article.CopyOf is null)
        .Where(article => filter.StoryId is null || article.StoryId == filter.StoryId)
        .Where(article => Holds(filter.Query, article))
        .OrderByDescending(article => article.Id);

    private StoryRow? Story(long id)
    {
        ArticleRow[] members = [.. _articles.Where(article => article.StoryId == id).OrderBy(article => article.Id)];
        return members.Length == 0 ? null : new StoryRow
        {
            Id = id,
            Title = members[0].Title,
            LeadArticleId = members[0].Id,
            First = members[0].Published.Instant,
            Last = members[^1].Published.Instant,
            Updated = members.Max(article => article.Changed),
            ArticleCount = members.Length,
            OutletCount = members.Select(article => article.Outlet).Distinct().Count(),
            Sequence = members.Max(article => article.Sequence),
            Articles = members,
        };
    }

    private Task<Feed?> Change(long id, Func<Feed, Feed> change)
    {
        var at = Feeds.FindIndex(feed => feed.Id == id);
        if (at < 0)
            return Task.FromResult<Feed?>(null);
        Feeds[at] = change(Feeds[at]);
        return Task.FromResult<Feed?>(Feeds[at]);
    }
}
