using Aggregator.Model;
using Aggregator.Stores;
using BenchmarkDotNet.Attributes;

namespace Aggregator.Storage;

/// <summary>The queries of readers and analysts over 20,000 articles. C: a word in most articles, R: one in few.</summary>
[MemoryDiagnoser]
public class StoreSearchBenchmarks
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aggregator-bench-").FullName;
    private readonly PageRequest _page = new(WithText: false);
    private IStore _store = null!;
    private ArticleFilter _commonAndCommon = null!;
    private ArticleFilter _commonAndRare = null!;
    private string _deep = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        ArticleGenerator generator = new(1);
        _store = await StoreFill.OpenAsync(_folder);
        await StoreFill.AddAsync(_store, generator, 0, 20_000, readPages: false);
        _commonAndCommon = new ArticleFilter { Query = new SearchExpression.And([Word(generator.WordAt(60)), Word(generator.WordAt(90))]) };
        _commonAndRare = new ArticleFilter { Query = new SearchExpression.And([Word(generator.WordAt(60)), Word(generator.WordAt(9000))]) };
        for (var i = 0; i < 100; i++)
            _deep = (await _store.ListArticlesAsync(ArticleFilter.All, _page with { Cursor = _deep }, default)).NextCursor!;
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public Task<Page<ArticleRow>> Newest() => _store.ListArticlesAsync(ArticleFilter.All, _page, default);

    [Benchmark]
    public Task<Page<ArticleRow>> NewestOfAnOutlet() => _store.ListArticlesAsync(new ArticleFilter { Outlets = ["outlet7.example"] }, _page, default);

    [Benchmark]
    public Task<Page<ArticleRow>> CommonAndCommon() => _store.ListArticlesAsync(_commonAndCommon, _page, default);

    [Benchmark]
    public Task<Page<ArticleRow>> CommonAndRare() => _store.ListArticlesAsync(_commonAndRare, _page, default);

    [Benchmark]
    public Task<Page<ArticleRow>> CommonAndCommonByRelevance() => _store.ListArticlesAsync(_commonAndCommon, _page with { Sort = SortOrder.Relevance }, default);

    [Benchmark]
    public Task<Page<ArticleRow>> PageDeepInTheList() => _store.ListArticlesAsync(ArticleFilter.All, _page with { Cursor = _deep }, default);

    [Benchmark]
    public Task<Page<StoryRow>> NewestStories() => _store.ListStoriesAsync(ArticleFilter.All, _page, default);

    [Benchmark]
    public Task<Timeline> TimelineByDay() => _store.GetTimelineAsync(_commonAndCommon, new TimelineRequest(TimelineInterval.Day, null, TimeZoneInfo.Utc), default);

    [Benchmark]
    public Task<IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>> AllFacets() =>
        _store.GetFacetsAsync(_commonAndCommon, ["outlet", "category", "topic", "name", "language"], 20, default);

    /// <summary>Two days against the twelve before: all 20,000 articles are looked at. The cost is that of the articles in both spans, however many the store has.</summary>
    [Benchmark]
    public Task<TrendReport> TrendsOverAll() =>
        _store.GetTrendsAsync(ArticleFilter.All, new TrendRequest(StoreFill.Start, StoreFill.Start.AddDays(12), StoreFill.Start.AddDays(14), 10, 2), default);

    private static SearchExpression.Word Word(string word) => new SearchExpression.Word(SearchField.Any, word);
}
