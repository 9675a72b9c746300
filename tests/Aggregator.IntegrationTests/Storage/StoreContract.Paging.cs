using Aggregator.Stores;

namespace Aggregator.Storage;

public abstract partial class StoreContract
{
    [Theory]
    [InlineData(SortOrder.Published, false)]
    [InlineData(SortOrder.Published, true)]
    [InlineData(SortOrder.Seen, false)]
    [InlineData(SortOrder.Seen, true)]
    [InlineData(SortOrder.Relevance, true)]
    public async Task Pages_through_everything_once(SortOrder sort, bool words)
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, [.. Enumerable.Range(0, 47).Select(i => Make.Entry($"e{i}", published: Make.Now.AddMinutes(-i * 7 % 47)))]);
        var filter = words ? Word("batteries") : ArticleFilter.All;

        var walked = await WalkAsync(filter, sort, 10);

        Assert.Equal((await ListAsync(filter, sort)).Select(article => article.Id), walked);
        Assert.Equal(47, walked.Distinct().Count());
    }

    [Fact]
    public async Task Keeps_its_place_when_newer_articles_come_in_between_pages()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, [.. Enumerable.Range(0, 20).Select(i => Make.Entry($"e{i}", published: Make.Now.AddMinutes(-i)))]);
        var first = await Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(Limit: 10), None);
        await PublishAsync(feed, [.. Enumerable.Range(0, 5).Select(i => Make.Entry($"new{i}", published: Make.Now.AddMinutes(1 + i)))]);

        var second = await Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(Limit: 10, Cursor: first.NextCursor), None);

        Assert.Equal(Enumerable.Range(10, 10).Select(i => $"Title of e{i}"), second.Items.Select(article => article.Title));
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task Shows_each_story_on_one_page_only_at_its_newest_match()
    {
        var feed = await AddFeedAsync();
        IdentifiedEntry[] entries = [.. Enumerable.Range(0, 60).Select(i => Make.Entry($"e{i}", text: i % 2 == 0 ? "even words" : "odd words", published: Make.Now.AddMinutes(i - 100), outlet: $"o{i % 7}.example"))];
        await Store.CommitPollAsync(Make.Poll(feed, entries), None);
        long[] ids = [.. (await Store.ListUnassignedAsync(100, None)).Select(article => article.Article.Id)];
        // Article i belongs to story i mod 13: the members of every story lie far apart.
        await Store.CommitAssignAsync([.. ids.Select((id, i) => Make.Assign(id, ids[i % 13]))], Make.Now, None);

        foreach (var filter in (ArticleFilter[])[ArticleFilter.All, Word("even"), new ArticleFilter { Outlets = ["o1.example"] }])
        {
            long[] expected = [.. (await ListAsync(filter)).Select(article => article.StoryId).Distinct()];
            List<long> walked = [];
            string? cursor = null;
            do
            {
                var page = await Store.ListStoriesAsync(filter, new PageRequest(Limit: 3, Cursor: cursor, WithText: false), None);
                walked.AddRange(page.Items.Select(story => story.Id));
                cursor = page.NextCursor;
            }
            while (cursor is not null);
            Assert.Equal(expected, walked);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Refuses_a_cursor_that_it_did_not_give_out(string cursor)
    {
        await Assert.ThrowsAsync<BadCursorException>(() => Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(Cursor: cursor), None));
        await Assert.ThrowsAsync<BadCursorException>(() => Store.ListStoriesAsync(ArticleFilter.All, new PageRequest(Cursor: cursor), None));
        await Assert.ThrowsAsync<BadCursorException>(() => Store.ListArticlesAsync(new ArticleFilter { Outlets = ["x"] }, new PageRequest(Cursor: cursor), None));
    }

    [Fact]
    public async Task Refuses_a_cursor_of_another_order()
    {
        var feed = await AddFeedAsync();
        await PublishAsync(feed, Make.Entry("a"), Make.Entry("b"));
        var cursor = (await Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(Limit: 1), None)).NextCursor!;

        await Assert.ThrowsAsync<BadCursorException>(() => Store.ListArticlesAsync(ArticleFilter.All, new PageRequest(SortOrder.Seen, Cursor: cursor), None));
        await Assert.ThrowsAsync<BadCursorException>(() => Store.ListArticlesAsync(Word("text"), new PageRequest(SortOrder.Relevance, Cursor: cursor), None));
        await Assert.ThrowsAsync<BadCursorException>(() => Store.ListStoriesAsync(ArticleFilter.All, new PageRequest(Cursor: cursor), None));
    }

    private async Task<List<long>> WalkAsync(ArticleFilter filter, SortOrder sort, int limit)
    {
        List<long> walked = [];
        string? cursor = null;
        do
        {
            var page = await Store.ListArticlesAsync(filter, new PageRequest(sort, limit, cursor), None);
            walked.AddRange(page.Items.Select(article => article.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return walked;
    }
}
