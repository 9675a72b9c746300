using System.Net;
using Aggregator.Model;
using Aggregator.Sqlite;
using Aggregator.Storage;
using Aggregator.Support;

namespace Aggregator.Api;

public sealed class TrendsTests
{
    [Fact]
    public async Task Trends_say_counts_baseline_and_statistic()
    {
        using var folder = new TemporaryFolder();
        await using var store = await SqliteStore.OpenAsync(folder.File("data"), TimeProvider.System, CancellationToken.None);
        var feed = (await store.AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
        await store.CommitPollAsync(Make.Poll(feed, [.. Enumerable.Range(0, 8).Select(i => Make.Entry($"e{i}", published: Make.Now.AddHours(-1).AddDays(-i / 2)))]), CancellationToken.None);
        var ids = (await store.ListUnassignedAsync(10, CancellationToken.None)).Select(waiting => waiting.Article.Id).Order().ToArray();
        await store.CommitAssignAsync([.. ids.Select((id, i) => Make.Assign(id, null, new Tag("person", i >= 6 ? "Ann Lee" : "Bo Day", 1)))], Make.Now, CancellationToken.None);
        await using var service = await TestService.StartAsync(store: store);

        var answer = await service.GetJsonAsync("/api/v1/trends?window=24h&baseline=3&kind=names");

        Assert.Equal((2, 6, 3), (answer.GetProperty("articles").GetInt32(), answer.GetProperty("baseline_articles").GetInt32(), answer.GetProperty("baseline_windows").GetInt32()));
        Assert.Equal(("2026-11-21T12:00:00Z", "2026-11-18T12:00:00Z"), (answer.GetProperty("window").GetProperty("from").GetString(), answer.GetProperty("baseline").GetProperty("from").GetString()));
        var trend = Assert.Single(answer.GetProperty("names").EnumerateArray());
        Assert.Equal(("person", "Ann Lee", 2, 0), (trend.GetProperty("kind").GetString(), trend.GetProperty("name").GetString(), trend.GetProperty("count").GetInt32(), trend.GetProperty("baseline_count").GetInt32()));
        // 2·2·ln(2 / (2·2/8)) = 4·ln 4
        Assert.Equal(5.55, trend.GetProperty("score").GetDouble());
        Assert.Contains("log-likelihood", answer.GetProperty("statistic").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.GetProperty("stories").ValueKind);
    }

    [Theory]
    [InlineData("window=soon", "window")]
    [InlineData("window=0h", "window")]
    [InlineData("window=400w&baseline=52", "window")]
    [InlineData("kind=outlets", "kind")]
    [InlineData("from=7d", "from")]
    [InlineData("baseline=0", "baseline")]
    public async Task A_faulty_parameter_is_named(string query, string named)
    {
        await using var service = await TestService.StartAsync();

        using var answer = await service.Client.GetAsync($"/api/v1/trends?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named + ":", await answer.Content.ReadAsStringAsync());
    }
}
