using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Keeps_everything_over_a_restart()
    {
        await PublishSixAsync();
        var before = string.Concat(await TitlesAsync(Word("tesla")));
        var sequence = await Store.GetSequenceAsync(None);

        await ReopenAsync();

        Assert.Equal(before, string.Concat(await TitlesAsync(Word("tesla"))));
        Assert.Equal(sequence, await Store.GetSequenceAsync(None));
    }

    [Fact]
    public async Task Saves_queries_and_keys_under_their_names()
    {
        SavedQuery query = new("china", "EV in China", "q=china&category=EV", Make.Now);
        ApiKey key = new("me", Make.Hash("secret"), true, Make.Now);
        await Store.SaveQueryAsync(query, None);
        await Store.SaveQueryAsync(query with { Title = "China" }, None);
        await Store.AddApiKeyAsync(key, None);

        Assert.Equal([query with { Title = "China" }], await Store.ListSavedQueriesAsync(None));
        Assert.Equal([key], await Store.ListApiKeysAsync(None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AddApiKeyAsync(key, None));
        Assert.True(await Store.DeleteSavedQueryAsync("china", None));
        Assert.False(await Store.DeleteSavedQueryAsync("china", None));
        Assert.True(await Store.DeleteApiKeyAsync("me", None));
        Assert.False(await Store.DeleteApiKeyAsync("me", None));
    }

    [Fact]
    public async Task Does_its_upkeep_while_in_use()
    {
        await PublishSixAsync();
        await Store.OptimizeAsync(None);

        var statistics = await Store.GetStatisticsAsync(Make.Now, None);
        Assert.Equal((2L, 6L, 4L, 1L, 7L, 0L, 6L), (statistics.Feeds, statistics.Articles, statistics.Stories, statistics.Copies, statistics.Sightings, statistics.Revisions, statistics.Sequence));
        Assert.True(statistics.Bytes > 0);
        Assert.Equal("feba", string.Concat(await TitlesAsync(Word("tesla"))));
    }

    [Fact]
    public async Task Brings_its_index_together_only_while_no_article_comes_in()
    {
        const int Batches = 20;
        var feed = await AddFeedAsync();
        for (var i = 0; i < Batches; i++)
            await PublishAsync(feed, Make.Entry($"e{i}") with { Title = $"Tesla {i}" });

        Assert.False(await Store.MergeIndexAsync(None));
        Assert.True(await Store.MergeIndexAsync(None));
        await PublishAsync(feed, Make.Entry("late") with { Title = "Tesla late" });
        Assert.False(await Store.MergeIndexAsync(None));
        while (await Store.MergeIndexAsync(None))
        {
        }

        Assert.Equal(Batches + 1, (await TitlesAsync(Word("tesla"))).Length);
    }

    [Fact]
    public async Task Undoes_only_the_operation_that_failed()
    {
        var feed = await AddFeedAsync();
        // No article may be given this identity: the store must refuse it as a whole, with its good first entry.
        var bad = Store.CommitPollAsync(Make.Poll(feed, Make.Entry("good"), Make.Entry("bad") with { EntryKey = null! }), None);
        Task<PollOutcome>[] good = [.. Enumerable.Range(0, 20).Select(i => Store.CommitPollAsync(Make.Poll(feed, Make.Entry($"e{i}")), None))];

        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        await Task.WhenAll(good);
        Assert.Equal(20, (await Store.ListUnassignedAsync(100, None)).Count);
        Assert.Equal(0, await Store.CountKnownSightingsAsync(feed, ["good"], None));
    }

    [Fact]
    public async Task Takes_writers_from_everywhere_at_once()
    {
        long[] feeds = [await AddFeedAsync("a"), await AddFeedAsync("b"), await AddFeedAsync("c")];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            Store.CommitPollAsync(Make.Poll(feeds[i % 3], [.. Enumerable.Range(0, 5).Select(j => Make.Entry($"g{i}-{j}", article: $"{i / 3}-{j}"))]), None))));

        Assert.Equal(100, (await Store.ListUnassignedAsync(1000, None)).Count);
        Assert.Equal(300, (await Store.GetStatisticsAsync(Make.Now, None)).Sightings);
    }

    [Fact]
    public async Task Hears_a_cancelled_request()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RemoveFeedAsync(1, cancelled.Token));
    }

    [Fact]
    public async Task Answers_nothing_for_what_is_not_there()
    {
        Assert.Null(await Store.GetArticleAsync(1, None));
        Assert.Null(await Store.GetStoryAsync(1, None));
        Assert.Empty(await Store.GetRevisionsAsync(1, None));
        Assert.Empty(await Store.GetDecisionsAsync(1, None));
        Assert.Empty(await Store.GetSightingsAsync(1, None));
        Assert.Empty(await Store.GetHistoryAsync(1, 10, None));
        Assert.Empty(await Store.ListChangesAsync(0, 10, None));
        Assert.Equal((0L, (DateTimeOffset?)null), await Store.GetNewestChangeAsync(ArticleFilter.All, None));
        await Store.CommitAssignAsync([Make.Assign(12345)], Make.Now, None);
        Assert.Empty(await ListAsync());
    }
}
