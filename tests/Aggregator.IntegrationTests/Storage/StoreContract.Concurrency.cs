using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_writer_and_three_followers_of_changes_lose_nothing()
    {
        const int Rounds = 40, PerRound = 5;
        var feed = await AddFeedAsync();
        Task<List<long>>[] followers = [.. Enumerable.Range(0, 3).Select(follower => Task.Run(() => FollowAsync(Rounds * PerRound, 1 + (follower * 3))))];
        for (var round = 0; round < Rounds; round++)
            await PublishAsync(feed, [.. Enumerable.Range(0, PerRound).Select(i => Make.Entry($"{round}-{i}"))]);

        foreach (var follower in followers)
            Assert.Equal(Enumerable.Range(1, Rounds * PerRound).Select(sequence => (long)sequence), await follower);
    }

    [Fact]
    public async Task A_cursor_stays_where_it_was_while_articles_come_in()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, [.. Enumerable.Range(0, 20).Select(i => Make.Entry($"old{i}", published: Make.Now.AddMinutes(-i)))]);
        List<string> met = [];
        string? cursor = null;
        do
        {
            var page = await Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(Limit: 3, Cursor: cursor), None);
            met.AddRange(page.Items.Select(article => article.Title));
            await PublishAsync(feed, Make.Entry($"new{met.Count}", published: Make.Now.AddMinutes(met.Count)));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Title of old{i}"), met);
    }

    [Fact]
    public async Task What_was_counted_is_counted_again_as_of_its_sequence_number()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("a"), Make.Entry("b"));
        var before = await Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(), None);
        TimelineRequest daily = new(TimelineInterval.Day, null, TimeZoneInfo.Utc);
        await PublishAsync(feed, Make.Entry("c"));

        ArticleFilter then = new() { AsOf = before.Sequence };
        Assert.Equal(before.Items.Select(article => article.Id), (await Store.ListArticlesAsync(then, new PageRequest(), None)).Items.Select(article => article.Id));
        var bucket = Assert.Single((await Store.GetTimelineAsync(then, daily, None)).Buckets);
        Assert.Equal((2, 2), (bucket.Count, bucket.Total));
        Assert.Equal(2, (await Store.SampleAsync(then, 10, 1, None)).Items.Count);
    }

    private async Task<List<long>> FollowAsync(int until, int limit)
    {
        List<long> met = [];
        while (met.Count < until)
        {
            var changes = await Store.ListChangesAsync(met.Count == 0 ? 0 : met[^1], limit, None);
            met.AddRange(changes.Select(article => article.Sequence));
            if (changes.Count == 0)
                await Task.Yield();
        }

        return met;
    }
}
