using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Sqlite;
using Aggregator.Storage;
using Aggregator.Stores;

namespace Aggregator.Api;

/// <summary>Splitting and merging stories over HTTP, on the real store.</summary>
public sealed class CorrectionsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aggregator");
    private IStore _store = null!;
    private TestService _service = null!;
    private long[] _ids = [];

    public async Task InitializeAsync()
    {
        _store = await SqliteStore.OpenAsync(_folder.FullName, TimeProvider.System, CancellationToken.None);
        _service = await TestService.StartAsync(store: _store);
        var key = Access.ApiKeys.Create();
        await _store.AddApiKeyAsync(new ApiKey("desk", Access.ApiKeys.HashOf(key), true, Make.Now), CancellationToken.None);
        _service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var feed = (await _store.AddFeedAsync(Make.Feed(), Make.Now, CancellationToken.None)).Id;
        await _store.CommitPollAsync(Make.Poll(feed, [.. Enumerable.Range(0, 4).Select(i => Make.Entry($"e{i}", published: Make.Now.AddHours(i - 9), outlet: $"o{i}.example"))]), CancellationToken.None);
        _ids = [.. (await _store.ListUnassignedAsync(10, CancellationToken.None)).Select(waiting => waiting.Article.Id)];
        await _store.CommitAssignAsync([.. _ids.Select(id => Make.Assign(id, id == _ids[3] ? id : _ids[0]))], Make.Now.AddHours(-1), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_split_shows_in_the_stories_the_feed_the_list_of_corrections_and_why()
    {
        var before = await _service.Client.GetStringAsync("/feed.json");
        using var answer = await SplitAsync(_ids[0], new { articles = new[] { Text(_ids[2]) }, reason = "another recall" });
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("split", "desk", "another recall"), (said.GetProperty("kind").GetString(), said.GetProperty("by").GetString(), said.GetProperty("reason").GetString()));
        Assert.Equal([Text(_ids[0]), Text(_ids[2])], said.GetProperty("stories").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(1, (await _service.GetJsonAsync($"/api/v1/stories/{_ids[2]}")).GetProperty("article_count").GetInt32());
        var why = await _service.GetJsonAsync($"/api/v1/articles/{_ids[2]}/why");
        Assert.Contains("by desk", why.EnumerateArray().Single(decision => decision.GetProperty("kind").GetString() == "correction").GetProperty("evidence")[0].GetString());
        Assert.Equal(said.GetProperty("id").GetString(), (await _service.GetJsonAsync($"/api/v1/corrections?story_id={_ids[2]}"))[0].GetProperty("id").GetString());
        var after = JsonDocument.Parse(await _service.Client.GetStringAsync("/feed.json")).RootElement.GetProperty("items");
        Assert.Equal(JsonDocument.Parse(before).RootElement.GetProperty("items").GetArrayLength() + 1, after.GetArrayLength());
        Assert.Contains(after.EnumerateArray(), item => item.TryGetProperty("date_modified", out var modified) && modified.GetString()!.StartsWith("2026-11-22T12:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_merge_leaves_a_redirect_at_the_younger_id()
    {
        using var answer = await _service.Client.PostAsJsonAsync($"/api/v1/stories/{_ids[3]}/merge", new { story = Text(_ids[0]) });
        using var redirect = await _service.Client.GetAsync($"/api/v1/stories/{_ids[3]}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.PermanentRedirect, redirect.StatusCode);
        Assert.EndsWith($"/stories/{_ids[0]}", redirect.Headers.Location!.OriginalString);
        Assert.Equal(4, (await _service.GetJsonAsync($"/api/v1/stories/{_ids[0]}")).GetProperty("article_count").GetInt32());
    }

    [Fact]
    public async Task Faults_are_named()
    {
        await SplitAsync(_ids[0], new { articles = new[] { Text(_ids[2]) } });

        await AssertFaultAsync(HttpStatusCode.NotFound, "There is no story 77", await SplitAsync(77, new { articles = new[] { Text(_ids[1]) } }));
        await AssertFaultAsync(HttpStatusCode.BadRequest, $"Article {_ids[3]} is not in story {_ids[0]}", await SplitAsync(_ids[0], new { articles = new[] { Text(_ids[3]) } }));
        await AssertFaultAsync(HttpStatusCode.BadRequest, "articles", await SplitAsync(_ids[0], new { }));
        await AssertFaultAsync(HttpStatusCode.BadRequest, "'x' is no id", await SplitAsync(_ids[0], new { articles = new[] { "x" } }));
        await AssertFaultAsync(HttpStatusCode.Conflict, "override", await MergeAsync(_ids[0], new { story = Text(_ids[2]) }));
        await AssertFaultAsync(HttpStatusCode.NotFound, "There is no story 78", await MergeAsync(_ids[0], new { story = "78" }));
        await AssertFaultAsync(HttpStatusCode.BadRequest, "itself", await MergeAsync(_ids[0], new { story = Text(_ids[0]) }));
        using var allowed = await MergeAsync(_ids[0], new { story = Text(_ids[2]), @override = true });
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task A_stranger_corrects_nothing()
    {
        _service.Client.DefaultRequestHeaders.Authorization = null;

        using var split = await SplitAsync(_ids[0], new { articles = new[] { Text(_ids[2]) } });
        using var merge = await MergeAsync(_ids[0], new { story = Text(_ids[3]) });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (split.StatusCode, merge.StatusCode));
        Assert.Empty(await _store.ListCorrectionsAsync(null, 10, CancellationToken.None));
    }

    private static string Text(long id) => ArticleResponse.Text64(id);

    private Task<HttpResponseMessage> SplitAsync(long story, object body) => _service.Client.PostAsJsonAsync($"/api/v1/stories/{story}/split", body);

    private Task<HttpResponseMessage> MergeAsync(long story, object body) => _service.Client.PostAsJsonAsync($"/api/v1/stories/{story}/merge", body);

    private static async Task AssertFaultAsync(HttpStatusCode status, string detail, HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(detail, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        }
    }
}
