using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Aggregator.Feeds;
using Aggregator.Model;
using Aggregator.Sqlite;
using Aggregator.Storage;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>The API over the real store: what the one promises, the other keeps.</summary>
public sealed class SqliteServiceTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator");
    private IStore _store = null!;
    private TestService _service = null!;
    private long _feed;

    public async Task InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(_folder.FullName, TimeProvider.System, CancellationToken.None);
        _service = await TestService.StartAsync(store: _store);
        _feed = (await _store.AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Serves_what_the_pipeline_stored()
    {
        var first = await PublishAsync("plant", "Battery plant opens", 60);
        await PublishAsync("plant-2", "New plant for batteries opened", 50, "two.example", first);
        await PublishAsync("other", "Robotaxis for a third city", 10, "three.example");

        var articles = (await _service.GetJsonAsync("/api/v1/articles?q=plant+-robotaxis&copies=collapse")).GetProperty("items");
        Assert.Equal(["New plant for batteries opened", "Battery plant opens"], articles.EnumerateArray().Select(article => article.GetProperty("title").GetString()));
        Assert.Equal(articles[0].GetProperty("story_id").GetString(), articles[1].GetProperty("story_id").GetString());
        Assert.Equal("electric vehicles", articles[0].GetProperty("topics")[0].GetString());

        var stories = (await _service.GetJsonAsync("/api/v1/stories")).GetProperty("items");
        Assert.Equal([1, 2], stories.EnumerateArray().Select(story => story.GetProperty("article_count").GetInt32()));
        Assert.Equal(2, (await _service.GetJsonAsync($"/api/v1/stories/{first}")).GetProperty("articles").GetArrayLength());
        var buckets = (await _service.GetJsonAsync("/api/v1/timeline?q=plant&interval=hour&from=3h")).GetProperty("buckets").EnumerateArray().ToList();
        Assert.Equal((2, 3), (buckets.Sum(bucket => bucket.GetProperty("count").GetInt32()), buckets.Sum(bucket => bucket.GetProperty("total").GetInt32())));
        Assert.Equal(3, (await _service.GetJsonAsync("/api/v1/facets?facets=outlet")).GetProperty("outlet").GetArrayLength());
        Assert.Equal(3, (await _service.Client.GetStringAsync("/api/v1/export")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(3, (await _service.GetJsonAsync("/api/v1/changes")).GetProperty("items").GetArrayLength());
        Assert.Equal(2, (await _service.GetJsonAsync("/api/v1/sample?size=2&seed=7")).GetProperty("items").GetArrayLength());
        Assert.Equal("a", (await _service.GetJsonAsync("/api/v1/feeds"))[0].GetProperty("title").GetString()![^1..]);
        Assert.Contains("Battery plant opens", await _service.Client.GetStringAsync("/"));
        Assert.Contains("aggregator_stored_articles{} 3\n", await _service.Client.GetStringAsync("/metrics"));
    }

    [Theory]
    [InlineData("from=0001-01-01")]
    [InlineData("to=0001-01-01")]
    [InlineData("to=9999-12-31T23:59:59Z")]
    [InlineData("from=9999-12-30&to=9999-12-31")]
    [InlineData("from=0001-01-01&to=9999-12-31")]
    public async Task Takes_the_ends_of_the_calendar_as_bounds(string bounds)
    {
        await PublishAsync("plant", "Battery plant opens", 60);
        foreach (var address in (string[])["articles", "stories", "facets", "sample", "export", "trends", "timeline?interval=hour", "timeline?interval=day", "timeline?interval=week"])
        {
            foreach (var zone in address.StartsWith("timeline", StringComparison.Ordinal) ? (string[])["&zone=Pacific/Kiritimati", "&zone=Pacific/Pago_Pago"] : [""])
            {
                if (address == "trends" && bounds.Contains("from", StringComparison.Ordinal))
                    continue;
                using var answer = await _service.Client.GetAsync($"/api/v1/{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{bounds}{zone}");
                // Too many hours may be asked for: a 400 that says so.
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address}{zone}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("atom", FeedFormat.Atom10)]
    [InlineData("rss", FeedFormat.Rss20)]
    [InlineData("json", FeedFormat.JsonFeed11)]
    public async Task Our_own_reader_reads_our_feeds_and_sees_each_story_once(string dialect, FeedFormat format)
    {
        var first = await PublishAsync("plant", "Battery plant opens", 60);
        await PublishAsync("other", "Robotaxis for a third city", 30, "three.example");
        var before = await ReadAsync(dialect);
        await PublishAsync("plant-2", "New plant for batteries opened", 20, "two.example", first);

        var after = await ReadAsync(dialect);

        Assert.Equal(format, after.Format);
        Assert.Empty(after.Problems);
        Assert.Equal(before.Entries.Select(entry => (entry.Id, entry.Published)).Order(), after.Entries.Select(entry => (entry.Id, entry.Published)).Order());
        Assert.Contains("New plant for batteries opened", after.Entries.Single(entry => entry.Title == "Battery plant opens").Content);
    }

    [Fact]
    public async Task Answers_304_until_something_changes()
    {
        var first = await PublishAsync("plant", "Battery plant opens", 60);
        using var before = await _service.Client.GetAsync("/feed.atom?q=battery");
        _service.Client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", before.Headers.ETag!.ToString());
        using var unchanged = await _service.Client.GetAsync("/feed.atom?q=battery");
        await PublishAsync("plant-2", "Works inaugurated", 20, "two.example", first);
        using var changed = await _service.Client.GetAsync("/feed.atom?q=battery");

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Pages_of_a_feed_hold_every_story_once()
    {
        for (var i = 1; i <= 7; i++)
            await PublishAsync($"s{i}", $"Story number {i}", i * 10);
        var titles = new List<string>();
        XNamespace atom = "http://www.w3.org/2005/Atom";
        for (var address = "/feed.atom?limit=3"; address is not null;)
        {
            var feed = XDocument.Parse(await _service.Client.GetStringAsync(address)).Root!;
            titles.AddRange(feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "title")!.Value));
            address = feed.Elements(atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "next")?.Attribute("href")?.Value;
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"Story number {i}"), titles);
    }

    [Fact]
    public async Task Streams_what_is_published()
    {
        await PublishAsync("old", "Old news of a plant", 60);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var answer = await _service.Client.GetAsync(new Uri("/api/v1/stream?q=plant", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        Assert.Equal("event: hello", await lines.ReadLineAsync(patience.Token));
        await PublishAsync("other", "Robotaxis for a third city", 5);
        await PublishAsync("plant", "Battery plant opens", 4);
        string? line;
        do
            line = await lines.ReadLineAsync(patience.Token);
        while (line is not null && !line.StartsWith("data: {\"id\"", StringComparison.Ordinal));

        Assert.Equal("Battery plant opens", JsonDocument.Parse(line![6..]).RootElement.GetProperty("title").GetString());
    }

    private async Task<ParsedFeed> ReadAsync(string dialect)
    {
        var address = new Uri(_service.Address, $"/feed.{dialect}");
        return Assert.IsType<FeedParseResult.Parsed>(FeedParser.Parse(await _service.Client.GetByteArrayAsync(address), new FeedContext(address))).Feed;
    }

    /// <summary>Takes an article through poll and assignment.</summary>
    /// <returns>The id of its story.</returns>
    private async Task<long> PublishAsync(string key, string title, int minutesAgo, string outlet = "one.example", long? story = null)
    {
        await _store.CommitPollAsync(Make.Poll(_feed, Make.Entry(key, title, $"The text about {title}.", Make.Now.AddMinutes(-minutesAgo), outlet: outlet)), CancellationToken.None);
        var article = Assert.Single(await _store.ListUnassignedAsync(10, CancellationToken.None)).Article;
        await _store.CommitAssignAsync([Make.Assign(article.Id, story, new Tag("topic", "electric vehicles", 1))], Make.Now, CancellationToken.None);
        return story ?? article.Id;
    }
}
