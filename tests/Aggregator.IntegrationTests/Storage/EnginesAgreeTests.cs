using Aggregator.Model;
using Aggregator.Search;
using Aggregator.Stores;
using Aggregator.Support;

namespace Aggregator.Storage;

/// <summary>The same articles in both stores, asked the same at random: the answers are the same.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "xunit disposes of it through IAsyncLifetime.")]
public sealed class EnginesAgreeTests : IAsyncLifetime
{
    private const int Queries = 500;

    private static readonly string[] Words =
        ["tesla", "battery", "batteries", "solid", "state", "charging", "network", "Grünheide", "grunheide", "C++", "don't", "電気自動車", "自動", "China", "factory", "opens", "müller", "news", "2026", "plant"];

    private static readonly string[] Outlets = ["evnews.example", "the-daily.example", "evnews.co.uk", "news.jp"];
    private static readonly string[] Languages = ["en", "de", "en-gb", "ja"];
    private static readonly Tag[] Tags = [new("topic", "batteries", 2), new("topic", "Charging", 1), new("company", "Tesla", 3), new("place", "China", 1)];

    private readonly TemporaryFolder _folder = new();
    private readonly List<IStore> _stores = [];

    public async Task InitializeAsync()
    {
        foreach (var engine in (string[])[Engines.Sqlite, Engines.LiteDb])
        {
            var store = await Engines.OpenAsync(engine, _folder.File(engine));
            await FillAsync(store, new Random(7));
            _stores.Add(store);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Random_queries_and_filters_find_the_same()
    {
        Random random = new(20261129);
        var asked = 0;
        var found = 0;
        while (asked < Queries)
        {
            var text = Query(random, 3);
            if (SearchQuery.Parse(text) is not SearchParse.Parsed parsed)
                continue;
            asked++;
            var filter = Filter(random) with { Query = parsed.Expression };
            var said = $"{text} {filter}";
            PageRequest page = new((SortOrder)random.Next(2), 1000, WithText: false);
            var answers = await AskAsync(store => store.ListArticlesAsync(filter, page, default));
            AssertSame(said, [.. answers.Select(answer => string.Join(',', answer.Items.Select(article => article.Id)))]);
            found += answers[0].Items.Count;
            AssertSame(said, [.. (await AskAsync(store => store.ListArticlesAsync(filter, new PageRequest(SortOrder.Relevance, 1000, WithText: false), default)))
                .Select(answer => string.Join(',', answer.Items.Select(article => article.Id).Order()))]);
        }

        Assert.InRange(found, Queries, int.MaxValue);
    }

    [Fact]
    public async Task Random_filters_count_the_same()
    {
        Random random = new(20261130);
        for (var i = 0; i < Queries / 5; i++)
        {
            var filter = Filter(random);
            var said = filter.ToString();
            AssertSame(said, [.. (await AskAsync(store => store.GetFacetsAsync(filter, ["outlet", "language", "topic", "name", "category"], 100, default)))
                .Select(facets => string.Join(' ', facets.Select(facet => $"{facet.Key}:{string.Join(',', facet.Value.Select(v => $"{v.Value}={v.Count}").Order(StringComparer.Ordinal))}")))]);
            var groupBy = ((string?[])["outlet", "category", "language", "topic", null])[random.Next(5)];
            TimelineRequest request = new((TimelineInterval)random.Next(3), groupBy, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
            AssertSame(said, [.. (await AskAsync(store => store.GetTimelineAsync(filter, request, default)))
                .Select(timeline => string.Join(' ', timeline.Buckets.Select(b =>
                    $"{b.Start:O} {b.Count}/{b.Total} {string.Join(',', b.Groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}={g.Value}"))}")))]);
            AssertSame(said, [.. (await AskAsync(store => PagesAsync(cursor => store.ListStoriesAsync(filter, new PageRequest(Limit: 4, Cursor: cursor), default), story => $"{story.Id}:{story.ArticleCount}:{story.OutletCount}:{story.Title}")))]);
            AssertSame(said, [.. (await AskAsync(store => PagesAsync(cursor => store.ListArticlesAsync(filter, new PageRequest(SortOrder.Seen, 7, cursor), default), article => $"{article.Id}:{article.Sequence}")))]);
            AssertSame(said, [.. (await AskAsync(store => store.SampleAsync(filter, 5, 3, default))).Select(page => string.Join(',', page.Items.Select(a => a.Id)))]);
            AssertSame(said, [.. (await AskAsync(store => store.GetNewestChangeAsync(filter, default))).Select(change => change.ToString())]);
        }

        AssertSame("changes", [.. (await AskAsync(store => store.ListChangesAsync(3, 1000, default))).Select(changes => string.Join(' ', changes.Select(a => $"{a.Sequence}:{a.Id}:{a.Title}:{a.Text}:{string.Join(',', a.Names)}:{string.Join(',', a.Categories)}")))]);
    }

    private static async Task<string> PagesAsync<T>(Func<string?, Task<Page<T>>> ask, Func<T, string> show)
    {
        List<string> all = [];
        string? cursor = null;
        do
        {
            var page = await ask(cursor);
            all.AddRange(page.Items.Select(show));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return string.Join(' ', all);
    }

    private static void AssertSame(string said, string[] answers) => Assert.True(answers[0] == answers[1], $"{said}\nSQLite: {answers[0]}\nLiteDB: {answers[1]}");

    private async Task<List<T>> AskAsync<T>(Func<IStore, Task<T>> ask)
    {
        List<T> answers = [];
        foreach (var store in _stores)
            answers.Add(await ask(store));
        return answers;
    }

    private static string Query(Random random, int depth)
    {
        var word = Words[random.Next(Words.Length)];
        if (depth == 0)
            return word;
        return random.Next(12) switch
        {
            0 => $"{Query(random, depth - 1)} {Query(random, depth - 1)}",
            1 => $"{Query(random, depth - 1)} OR {Query(random, depth - 1)}",
            2 => $"({Query(random, depth - 1)} OR {Query(random, depth - 1)}) {Query(random, depth - 1)}",
            3 => $"-({Query(random, depth - 1)})",
            4 => $"{Query(random, depth - 1)} -{word}",
            5 => $"\"{word} {Words[random.Next(Words.Length)]}\"",
            6 => $"{word[..Math.Min(word.Length, random.Next(2, 6))]}*",
            7 => $"{word} NEAR/{random.Next(1, 8)} {Words[random.Next(Words.Length)]}",
            8 => $"{((string[])["title", "text", "author"])[random.Next(3)]}:{word}",
            9 => $"outlet:{((string[])["evnews", "evn*", "example", "the-daily.example", "jp"])[random.Next(5)]}",
            10 => $"title:({Query(random, depth - 1)})",
            _ => word,
        };
    }

    private static ArticleFilter Filter(Random random)
    {
        ArticleFilter filter = new();
        if (random.Next(5) == 0)
            filter = filter with { Outlets = [Outlets[random.Next(4)], Outlets[random.Next(4)]] };
        if (random.Next(6) == 0)
            filter = filter with { NotOutlets = [Outlets[random.Next(4)]] };
        if (random.Next(6) == 0)
            filter = filter with { Categories = [((string[])["ev", "Batteries", "none"])[random.Next(3)]] };
        if (random.Next(6) == 0)
            filter = filter with { Feeds = [random.Next(1, 4)] };
        if (random.Next(6) == 0)
            filter = filter with { Topics = [((string[])["batteries", "charging", "none"])[random.Next(3)]] };
        if (random.Next(8) == 0)
            filter = filter with { Names = ["tesla"] };
        if (random.Next(6) == 0)
            filter = filter with { Languages = [((string[])["en", "DE", "en-GB"])[random.Next(3)]] };
        if (random.Next(6) == 0)
            filter = filter with { CollapseCopies = true };
        if (random.Next(6) == 0)
            filter = filter with { MinWords = random.Next(10, 40) };
        if (random.Next(6) == 0)
            filter = filter with { AsOf = random.Next(1, 150) };
        if (random.Next(5) == 0)
            filter = filter with { From = Make.Now.AddMinutes(-random.Next(1, 3000)) };
        if (random.Next(5) == 0)
            filter = filter with { To = Make.Now.AddMinutes(-random.Next(1, 3000)) };
        return filter;
    }

    private static async Task FillAsync(IStore store, Random random)
    {
        long[] feeds = [(await store.AddFeedAsync(Make.Feed(), Make.Now, default)).Id, (await store.AddFeedAsync(Make.Feed("b", "Batteries"), Make.Now, default)).Id];
        List<long> ids = [];
        for (var round = 0; round < 12; round++)
        {
            List<IdentifiedEntry> entries = [.. Enumerable.Range(0, 12).Select(i => Entry(random, $"{round}-{i}"))];
            // Some that another feed has named, and some that say something new.
            entries.AddRange(Enumerable.Range(0, 2).Select(_ => Entry(random, $"{random.Next(round + 1)}-{random.Next(12)}")));
            await store.CommitPollAsync(Make.Poll(feeds[round % 2], [.. entries]) with { Now = Make.Now.AddMinutes(round) }, default);
            await AssignAsync(store, random, ids);
            // Half of the articles are in sealed blocks of LiteDB's index.
            if (round == 5)
            {
                await store.MergeIndexAsync(default);
                await store.MergeIndexAsync(default);
            }
        }
    }

    private static async Task AssignAsync(IStore store, Random random, List<long> ids)
    {
        foreach (var waiting in await store.ListUnassignedAsync(100, default))
        {
            var story = ids.Count > 0 && random.Next(3) == 0 ? ids[random.Next(ids.Count)] : waiting.StoryId;
            var commit = Make.Assign(waiting.Article.Id, story, [.. Tags.Where(_ => random.Next(2) == 0)]);
            long? copy = random.Next(6) == 0 && ids.Count > 0 ? ids[random.Next(ids.Count)] : null;
            await store.CommitAssignAsync([commit with { Changed = waiting.Changed, CopyOf = copy, CopyScore = copy is null ? null : 0.9 }], Make.Now, default);
            if (!waiting.Changed && story is null)
                ids.Add(waiting.Article.Id);
        }
    }

    private static IdentifiedEntry Entry(Random random, string key)
    {
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));
        var outlet = Outlets[key.Length + key[^1] & 3];
        return Make.Entry(key, Some(5), Some(random.Next(5, 60)), Make.Now.AddMinutes(-random.Next(1, 3000)), outlet: outlet) with
        {
            Authors = [Some(2)],
            Language = random.Next(4) == 0 ? null : Languages[random.Next(4)],
        };
    }
}
