using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Aggregator.Model;
using Aggregator.Stores;

namespace Aggregator.Api;

public sealed class ApiTests
{
    [Fact]
    public async Task Walks_all_articles_by_cursor_and_by_Link()
    {
        await using var service = await TestService.StartAsync();
        for (var i = 1; i <= 7; i++)
            service.Add($"Story {i}", i);

        var byCursor = new List<string>();
        for (var (cursor, pages) = ((string?)"", 0); cursor is not null && pages < 10; pages++)
        {
            var page = await service.GetJsonAsync($"/api/v1/articles?limit=3&cursor={cursor}");
            byCursor.AddRange(page.GetProperty("items").EnumerateArray().Select(article => article.GetProperty("title").GetString()!));
            cursor = page.GetProperty("next_cursor").GetString();
        }

        using var first = await service.Client.GetAsync("/api/v1/articles?limit=3");
        var link = first.Headers.GetValues("Link").Single();
        var second = await service.GetJsonAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);

        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"Story {i}"), byCursor);
        Assert.EndsWith("; rel=\"next\"", link);
        Assert.Equal("Story 4", second.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_article_has_every_field_that_scripts_rely_on()
    {
        await using var service = await TestService.StartAsync();
        var stored = service.Add("Plant opens", 60);

        var article = (await service.GetJsonAsync("/api/v1/articles")).GetProperty("items")[0];

        Assert.Equal(stored.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), article.GetProperty("id").GetString());
        Assert.Equal("2026-11-22T11:00:00Z", article.GetProperty("published").GetString());
        Assert.Equal("full", article.GetProperty("published_precision").GetString());
        Assert.Equal("extracted", article.GetProperty("read_fate").GetString());
        Assert.Equal("Tesla", article.GetProperty("names")[0].GetString());
        Assert.Equal(JsonValueKind.Null, article.GetProperty("copy_of").ValueKind);
        foreach (var name in new[] { "url", "title", "outlet", "seen", "text", "story_id", "topics", "sightings", "published_source", "authors", "language", "word_count" })
            Assert.True(article.TryGetProperty(name, out _), name);
    }

    [Fact]
    public async Task One_article_has_its_html_and_sightings_too()
    {
        await using var service = await TestService.StartAsync();
        var stored = service.Add("Plant opens", 60);
        var article = await service.GetJsonAsync($"/api/v1/articles/{stored.Id}");
        Assert.StartsWith("<p>", article.GetProperty("content_html").GetString());
        Assert.Equal("The Example", article.GetProperty("seen_in")[0].GetProperty("feed_title").GetString());
        var why = await service.GetJsonAsync($"/api/v1/articles/{stored.Id}/why");
        Assert.Equal("shared-terms", why[0].GetProperty("rule").GetString());
    }

    [Theory]
    [InlineData("/api/v1/articles?outlets=a", "outlets", "Did you mean 'outlet'?")]
    [InlineData("/api/v1/stories?limit=5000", "limit", "1 to 1000")]
    [InlineData("/api/v1/stories?sort=seen", "sort", "Unknown parameter")]
    [InlineData("/feed.atom?lmit=5", "lmit", "Did you mean 'limit'?")]
    [InlineData("/api/v1/timeline?interval=minute", "interval", "hour or day or week")]
    [InlineData("/api/v1/facets?from=never", "from", "ISO 8601")]
    [InlineData("/api/v1/export?format=xlsx", "format", "ndjson or csv")]
    [InlineData("/api/v1/articles/5?x=1", "x", "takes none")]
    [InlineData("/healthz/live?x=1", "x", "takes none")]
    public async Task A_wrong_parameter_is_a_400_that_names_it(string address, string parameter, string message)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Client.GetAsync(address);
        var problem = await ProblemOf(answer, HttpStatusCode.BadRequest);
        Assert.Contains(message, problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }

    [Fact]
    public async Task A_wrong_search_text_is_a_400_with_position_and_hint()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Client.GetAsync("/api/v1/articles?q=battery+%22solid");
        var problem = await ProblemOf(answer, HttpStatusCode.BadRequest);
        Assert.Equal(8, problem.GetProperty("position").GetInt32());
        Assert.NotEmpty(problem.GetProperty("hint").GetString()!);
    }

    [Theory]
    [InlineData("/api/v1/articles/12", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/stories/12", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/articles?cursor=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/feeds/unknown.atom", HttpStatusCode.NotFound)]
    [InlineData("/docs/unknown", HttpStatusCode.NotFound)]
    public async Task Every_error_is_problem_details(string address, HttpStatusCode expected)
    {
        await using var service = await TestService.StartAsync();
        service.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/atom+xml"));
        using var answer = await service.Client.GetAsync(address);
        var problem = await ProblemOf(answer, expected);
        Assert.Equal(address.Split('?')[0], problem.GetProperty("instance").GetString());
    }

    [Fact]
    public async Task A_fault_of_ours_is_a_500_that_tells_nothing_of_the_inside()
    {
        await using var service = await TestService.StartAsync();
        service.Store.Fault = new InvalidOperationException("secret inside");
        using var answer = await service.Client.GetAsync("/api/v1/articles");
        var problem = await ProblemOf(answer, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", problem.GetRawText());
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task No_match_is_an_empty_list()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Plant opens", 60);
        Assert.Equal(0, (await service.GetJsonAsync("/api/v1/articles?q=zebra")).GetProperty("items").GetArrayLength());
        Assert.Equal(0, (await service.GetJsonAsync("/api/v1/stories?q=zebra")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_merged_story_redirects_to_the_one_it_became()
    {
        await using var service = await TestService.StartAsync();
        var story = service.Add("Plant opens", 60);
        service.Store.Merged[42] = story.StoryId;
        using var api = await service.Client.GetAsync("/api/v1/stories/42");
        using var page = await service.Client.GetAsync("/stories/42");
        Assert.Equal(HttpStatusCode.PermanentRedirect, api.StatusCode);
        Assert.Equal($"/api/v1/stories/{story.StoryId}", api.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
    }

    [Fact]
    public async Task Follows_changes_without_gaps()
    {
        await using var service = await TestService.StartAsync();
        for (var i = 1; i <= 5; i++)
            service.Add($"Story {i}", i);
        var titles = new List<string>();
        var after = 0L;
        for (var pages = 0; pages < 10; pages++)
        {
            var page = await service.GetJsonAsync($"/api/v1/changes?after={after}&limit=2");
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(article => article.GetProperty("title").GetString()!));
            if (page.GetProperty("next_after").GetInt64() == after)
                break;
            after = page.GetProperty("next_after").GetInt64();
        }

        Assert.Equal(Enumerable.Range(1, 5).Select(i => $"Story {i}"), titles);
        Assert.Equal(5, after);
    }

    [Fact]
    public async Task Counts_over_time_and_by_value()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Battery plant", 60);
        service.Add("Other news", 30, "two.example");
        var bucket = (await service.GetJsonAsync("/api/v1/timeline?q=battery&zone=Europe%2FBerlin")).GetProperty("buckets")[0];
        Assert.Equal((1, 2), (bucket.GetProperty("count").GetInt32(), bucket.GetProperty("total").GetInt32()));
        var facets = await service.GetJsonAsync("/api/v1/facets?facets=outlet,topic");
        Assert.Equal(2, facets.GetProperty("outlet").GetArrayLength());
        Assert.Equal("electric vehicles", facets.GetProperty("topic")[0].GetProperty("value").GetString());
        Assert.False(facets.TryGetProperty("name", out _));
        using var answer = await service.Client.GetAsync("/api/v1/timeline?zone=Mars");
        await ProblemOf(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_saved_query_is_a_feed()
    {
        await using var service = await TestService.StartAsync();
        service.Add("Battery plant", 60);
        service.Add("Other news", 30);
        await service.Store.SaveQueryAsync(new SavedQuery("batteries", "Batteries", "q=battery", TestService.Now), CancellationToken.None);
        var feed = JsonDocument.Parse(await service.Client.GetStringAsync("/feeds/batteries.json")).RootElement;
        Assert.Equal("Batteries", feed.GetProperty("title").GetString());
        Assert.Equal("Battery plant", Assert.Single(feed.GetProperty("items").EnumerateArray()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task Tells_how_a_feed_fares()
    {
        await using var service = await TestService.StartAsync();
        service.Store.Feeds.Add(new Feed
        {
            Id = 7,
            Definition = new FeedDefinition("https://one.example/feed", "One", "EV"),
            CurrentUrl = "https://one.example/feed",
            State = new FeedState { NextPollAt = TestService.Now.AddMinutes(40), NextPollReason = "own rhythm 2400 s", LastPolledAt = TestService.Now, Failures = 2, LastError = "timeout", EstimatedLoss = 3 },
        });
        var feed = await service.GetJsonAsync("/api/v1/feeds/7");
        Assert.Equal("failing", feed.GetProperty("health").GetString());
        Assert.Equal("2026-11-22T12:40:00Z", feed.GetProperty("next_poll_at").GetString());
        Assert.Equal("own rhythm 2400 s", feed.GetProperty("next_poll_reason").GetString());
        Assert.Equal(3, feed.GetProperty("estimated_loss").GetInt32());
        Assert.Equal("updated", (await service.GetJsonAsync("/api/v1/feeds/7/history"))[0].GetProperty("fate").GetString());
        Assert.Equal(0, (await service.GetJsonAsync("/api/v1/feeds?health=ok")).GetArrayLength());
        Assert.Equal(1, (await service.GetJsonAsync("/api/v1/feeds?health=failing&category=EV")).GetArrayLength());
    }

    [Fact]
    public async Task Lists_feeds_that_broke_or_fell_silent_with_why()
    {
        await using var service = await TestService.StartAsync();
        service.Store.Feeds.AddRange(
        [
            Feed(1, new FeedState { LastPolledAt = TestService.Now, LastSuccessAt = TestService.Now, LastNewAt = TestService.Now }),
            Feed(2, new FeedState { LastPolledAt = TestService.Now, Failures = 4, FailingSince = TestService.Now.AddDays(-2), LastError = "404: not found" }),
            Feed(3, new FeedState { LastPolledAt = TestService.Now, Failures = 40, FailingSince = TestService.Now.AddDays(-40), LastError = "the host name does not resolve" }),
            Feed(4, new FeedState { LastPolledAt = TestService.Now, LastSuccessAt = TestService.Now, LastNewAt = TestService.Now.AddDays(-31) }),
            Feed(5, new FeedState { LastPolledAt = TestService.Now.AddDays(-3), Gone = true, NextPollReason = "410 gone" }),
            Feed(6, new FeedState { LastPolledAt = TestService.Now.AddDays(-3) }) with { MergedInto = 1 },
        ]);
        var troubled = (await service.GetJsonAsync("/api/v1/feeds/troubled")).EnumerateArray().ToDictionary(feed => feed.GetProperty("id").GetString()!);
        Assert.Equal(["2", "3", "4", "5"], troubled.Keys.Order());
        Assert.Equal(["failing", "dead", "silent", "gone"], new[] { "2", "3", "4", "5" }.Select(id => troubled[id].GetProperty("health").GetString()));
        Assert.StartsWith("the host name does not resolve; failing since 2026-10-13", troubled["3"].GetProperty("trouble").GetString());
        Assert.Contains("31 days ago", troubled["4"].GetProperty("trouble").GetString());
        var merged = await service.GetJsonAsync("/api/v1/feeds/6");
        Assert.Equal(("merged", "1"), (merged.GetProperty("health").GetString(), merged.GetProperty("merged_into").GetString()));

        static Feed Feed(long id, FeedState state) => new()
        {
            Id = id,
            Definition = new FeedDefinition($"https://{id}.example/feed", $"Feed {id}", "EV"),
            CurrentUrl = $"https://{id}.example/feed",
            State = state,
        };
    }

    [Fact]
    public async Task Lives_and_is_ready_only_while_the_database_answers()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal("ok\n", await service.Client.GetStringAsync("/healthz/live"));
        Assert.Equal("ok\n", await service.Client.GetStringAsync("/healthz/ready"));
        service.Store.Fault = new InvalidOperationException("gone");
        using var ready = await service.Client.GetAsync("/healthz/ready");
        await ProblemOf(ready, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("ok\n", await service.Client.GetStringAsync("/healthz/live"));
    }

    [Fact]
    public async Task Shows_what_the_meter_measures()
    {
        await using var service = await TestService.StartAsync();
        using var meter = new System.Diagnostics.Metrics.Meter("Aggregator");
        var fetches = meter.CreateCounter<long>("aggregator.test.fetches", description: "Fetches by fate");
        fetches.Add(2, new KeyValuePair<string, object?>("fate", "updated \"new\""));
        fetches.Add(1, new KeyValuePair<string, object?>("fate", "updated \"new\""));
        meter.CreateHistogram<double>("aggregator.test.duration", "s").Record(0.2);
        service.Add("Plant opens", 60);

        var text = await service.Client.GetStringAsync("/metrics");

        Assert.Contains("# TYPE aggregator_test_fetches_total counter\n", text);
        Assert.Contains("aggregator_test_fetches_total{fate=\"updated \\\"new\\\"\"} 3\n", text);
        Assert.Contains("aggregator_test_duration_seconds_bucket{le=\"0.1\"} 0\n", text);
        Assert.Contains("aggregator_test_duration_seconds_bucket{le=\"0.25\"} 1\n", text);
        Assert.Contains("aggregator_test_duration_seconds_count{} 1\n", text);
        Assert.Contains("aggregator_stored_articles{} 1\n", text);
    }

    [Fact]
    public async Task Describes_itself_as_OpenAPI_3_1()
    {
        await using var service = await TestService.StartAsync();
        var document = await service.GetJsonAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        var list = document.GetProperty("paths").GetProperty("/api/v1/articles").GetProperty("get");
        var limit = list.GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == "limit");
        Assert.Equal(1000, limit.GetProperty("schema").GetProperty("maximum").GetInt32());
        Assert.Contains("story_id", document.GetProperty("components").GetProperty("schemas").GetProperty("ArticleResponse").GetRawText());
        Assert.True(document.GetProperty("paths").GetProperty("/api/v1/feeds").GetProperty("post").TryGetProperty("security", out _));
        Assert.False(list.TryGetProperty("security", out _));
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
        }
    }

    internal static async Task<JsonElement> ProblemOf(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
